#include <algorithm>
#include <utility>

#include "model/answers_json.hpp"
#include "pack/members.hpp"
#include "pack/readers.hpp"
#include "pack/reserved.hpp"
#include "pack/targets.hpp"
#include "text/backticks.hpp"

namespace runready {

namespace {

/// Rules, or the reserved id of escalation, that count (or do not).
template <auto kField, bool kCount>
void rules(Loading& in, JsonValue& json, Expectation& expect) {
  for (const JsonValue* word : read_words(in, json, Empty::refused)) {
    if (word->string == kEscalationRule) {
      expect.escalates = kCount;
    } else if (const auto rule = read_reference(in, *word, in.rules)) {
      (expect.*kField).push_back(RuleId{*rule});
    }
  }
}

constexpr Member<Expectation> kExpectationMembers[] = {
    {"recommend", kOptional, name_of<&Expectation::recommend, kRecommendationNames>},
    {"referral", kOptional, name_of<&Expectation::referral, kReferralNames>},
    {"fires", kOptional, rules<&Expectation::fires, true>},
    {"not", kOptional, rules<&Expectation::fires_not, false>},
    {"offers", kOptional,
     [](Loading& in, JsonValue& json, Expectation& expect) {
       expect.offers = read_workout_groups(in, json);
     }},
    {"offers_no", kOptional,
     [](Loading& in, JsonValue& json, Expectation& expect) {
       expect.offers_no = read_workouts(in, json);
     }},
    {"tips", kOptional,
     [](Loading& in, JsonValue& json, Expectation& expect) {
       expect.tips = read_tip_groups(in, json);
     }},
    {"no_tips", kOptional,
     [](Loading& in, JsonValue& json, Expectation& expect) {
       expect.no_tips = read_tips(in, json);
     }},
};

/// What is wanted and not wanted in one case is a slip of the pen.
void check_contradictions(Loading& in, const JsonValue& json) {
  constexpr std::pair<std::string_view, std::string_view> kOpposites[] = {
      {"fires", "not"}, {"offers", "offers_no"}, {"tips", "no_tips"}};
  for (const auto& [wanted, unwanted] : kOpposites) {
    const JsonValue* some = json.find(wanted);
    const JsonValue* others = json.find(unwanted);
    if (some == nullptr || others == nullptr) continue;
    for (const JsonValue& word : others->items) {
      const auto is_same = [&](const JsonValue& other) { return other.string == word.string; };
      if (word.type != JsonValue::Type::string || std::ranges::none_of(some->items, is_same)) {
        continue;
      }
      in.error("contradiction", word.span,
               in_backticks(word.string) + " stands in `" + std::string(wanted) + "` too",
               "take it out of one of the two");
    }
  }
}

void case_answers(Loading& in, JsonValue& json, Case& example) {
  if (in.is_full()) return;
  if (auto answers = parse_answers(json, in.pack, in.diagnostics)) {
    example.answers = std::move(*answers);
  }
}

void case_expect(Loading& in, JsonValue& json, Case& example) {
  if (json.type != JsonValue::Type::object) {
    in.error("wrong-type", json.span, "expected an expectation, found " + describe(json),
             help_for_level(json.string, "\"", "\""));
    return;
  }
  const bool is_object =
      read_members<Expectation>(in, json, "an expectation", kExpectationMembers, example.expect);
  if (is_object && json.members.empty()) {
    in.error("empty-outcome", json.span, "this case expects nothing");
  }
  check_contradictions(in, json);
}

constexpr Member<Case> kCaseMembers[] = {
    {"id", kRequired, nullptr},
    {"title", kOptional, text<&Case::title>},
    {"answers", kRequired, case_answers},
    {"expect", kRequired, case_expect},
};

constexpr Entries<Case> kCases = {"a case", kCaseMembers, {kMaxEntries, "cases"}, is_id, nullptr};

}  // namespace

void load_cases(Loading& in, JsonValue& json) {
  read_entries(in, json, kCases, in.cases, in.pack.cases);
}

void list_case_keys(std::vector<KeyTable>& into) {
  list_keys<Expectation>(into, "an expectation", kExpectationMembers);
  list_keys<Case>(into, "a case", kCaseMembers);
}

}  // namespace runready
