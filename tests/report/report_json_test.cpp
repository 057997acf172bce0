// The assessment as JSON, on random packs and answers: always JSON, keys always in one order, and
// with fields always a part of the whole.

#include "catch.hpp"
#include "json/json_value.hpp"
#include "runready/load.hpp"
#include "runready/render.hpp"
#include "support/packs.hpp"
#include "support/random_pack.hpp"
#include "support/told.hpp"

using namespace runready;
using testing::Dice;

namespace {

JsonValue parsed(const std::string& text) {
  Diagnostics found;
  auto json = read_json(text, 0, found);
  INFO(text);
  REQUIRE(json);
  REQUIRE(found.empty());
  return std::move(*json);
}

std::vector<std::string> keys(const JsonValue& object) {
  std::vector<std::string> keys;
  for (const JsonMember& member : object.members) keys.push_back(member.key);
  return keys;
}

std::string text_of(const std::string& whole, const JsonValue& value) {
  return whole.substr(value.span.begin, value.span.end - value.span.begin);
}

Pack pack_with_texts(Dice& dice) {
  Pack pack = testing::random_pack(dice, {.wordings = 3});
  for (const std::string_view key : required_text_keys()) {
    pack.texts.try_emplace(std::string(key), std::string(key) + " {} \"\\\x01");
  }
  return pack;
}

/// Some report about random answers; nothing if they contradict each other.
template <class Use>
void with_report(Dice& dice, Use use) {
  const Pack pack = pack_with_texts(dice);
  const Answers answers = testing::random_answers(pack, dice, 1 + dice.below(2), 50);
  Diagnostics contradictions;
  const auto known = infer(pack, answers, contradictions);
  if (!known) return;
  const Assessment assessment = assess(pack, *known);
  std::optional<Outlook> outlook;
  if (dice.percent(50)) {
    outlook.emplace();
    outlook->range = possible_range(pack, *known);
  }
  use(Report{pack, assessment, outlook, {}, {}, dice.percent(50) ? "\"x\"" : "", dice.percent(30)});
}

}  // namespace

TEST_CASE("keys stand in their fixed order", "[render][property]") {
  Dice dice(30);
  for (int round = 0; round < 300; ++round) {
    with_report(dice, [&](const Report& report) {
      std::vector<std::string> expected;
      for (const std::string_view key : kAssessmentFields) {
        const bool of_outlook = key == "settled" || key == "range" || key == "ask_next" ||
                                key == "ask_again_when" || key == "would_permit";
        const bool of_explanation = key == "rules" || key == "sources";
        if (of_outlook && !report.outlook) continue;
        if (of_explanation && !report.explain) continue;
        if (key == "id" && report.id_json.empty()) continue;
        if (key == "inferred_from_diary" && !report.from_diary) continue;
        expected.emplace_back(key);
      }
      CHECK(keys(parsed(to_json(report, {}))) == expected);
    });
  }
}

TEST_CASE("what followed from the diary stands apart from what was told", "[render]") {
  const Pack pack = testing::load(testing::base_files());
  const Answers told = testing::answers_of(pack, R"({"slept": 5, "gait": "limping"})");
  Diagnostics none;
  const auto known = infer(pack, told, none);
  const Assessment assessment = runready::assess(pack, *known);
  const std::optional<Outlook> no_outlook;
  Report report{pack, assessment, no_outlook, {}, {}, "", false};
  report.from_diary = testing::answers_of(pack, R"({"slept": 5})");
  const std::string line = to_json(report, {.fields = {"answers", "inferred_from_diary"}});
  CHECK(line == R"({"answers":{"gait":"limping"},"inferred_from_diary":{"slept":5}})");
}

TEST_CASE("a field asked for alone is as it is in the whole", "[render][property]") {
  Dice dice(31);
  for (int round = 0; round < 300; ++round) {
    with_report(dice, [&](const Report& report) {
      const std::string whole = to_json(report, {});
      const JsonValue all = parsed(whole);
      for (const JsonMember& member : all.members) {
        const std::string part = to_json(report, {.fields = {member.key}});
        const JsonValue one = parsed(part);
        REQUIRE(keys(one) == std::vector<std::string>{member.key});
        CHECK(text_of(part, one.members.front().value) == text_of(whole, member.value));
      }
    });
  }
}

TEST_CASE("brief reasons are the ids of rules", "[render]") {
  Dice dice(32);
  for (int round = 0; round < 100; ++round) {
    with_report(dice, [&](const Report& report) {
      const JsonValue line = parsed(to_json(report, {.fields = {"reasons"}, .brief = true}));
      for (const JsonValue& reason : line.find("reasons")->items) {
        CHECK(reason.type == JsonValue::Type::string);
      }
      CHECK(line.find("reasons")->items.size() == report.assessment.reasons.size());
    });
  }
}

TEST_CASE("an excluded activity is neither the workout nor an alternative", "[render][property]") {
  Dice dice(33);
  for (int round = 0; round < 300; ++round) {
    with_report(dice, [&](const Report& report) {
      Report at_hand = report;
      at_hand.runner.have = {ActivityId{0}};
      for (const Report& shown : {report, at_hand}) {
        const std::string line =
            to_json(shown, {.fields = {"workout.activity", "alternatives.activity"}});
        for (const Exclusion& exclusion : report.assessment.excluded) {
          const std::string& id = report.pack.activities[exclusion.activity.index].id;
          CHECK(line.find("\"" + id + "\"") == std::string::npos);
        }
      }
    });
  }
}
