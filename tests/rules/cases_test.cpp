#include "rules/cases.hpp"

#include "catch.hpp"
#include "rules/gates.hpp"
#include "rules/reasons.hpp"
#include "rules/sentence.hpp"
#include "support/packs.hpp"
#include "support/random_pack.hpp"
#include "support/told.hpp"

using namespace runready;
using testing::Dice;

namespace {

/// The base pack with other cases.
CasesReport run(const std::string& cases) {
  const Pack pack = testing::load(testing::base_and(R"({"cases": [)" + cases + "]}"));
  CasesReport report = run_cases(pack);
  // The base pack has two cases of its own, which pass.
  report.cases.erase(report.cases.begin(), report.cases.begin() + 2);
  return report;
}

std::string first_mismatch(const std::string& cases) {
  const CasesReport report = run(cases);
  if (report.passed()) return "";
  const Mismatch& first = report.cases.front().mismatches.front();
  return first.expected + " | " + first.got + " | " + first.why;
}

std::string expecting(const std::string& expect) {
  return first_mismatch(
      R"({"id": "c", "answers": {"gait": "limping", "where": ["shin"], "pain": 3, "slept": 7},
          "expect": )" +
      expect + "}");
}

}  // namespace

TEST_CASE("a case that holds has no mismatches", "[assess]") {
  CHECK(expecting(R"({"recommend": "rest", "referral": "see", "fires": ["limp"],
                      "not": ["sore"], "offers_no": ["spin"], "tips": ["sleep"]})")
            .empty());
}

TEST_CASE("a mismatch tells what was expected, what came and why", "[assess]") {
  CHECK(expecting(R"({"recommend": "run"})") == "recommendation run | rest | by `limp`");
  CHECK(expecting(R"({"referral": "none"})") == "referral none | see | by `limp`");
  CHECK(expecting(R"({"fires": ["sore"]})") ==
        "rule `sore` fires | it does not | it would take that your pain is 4 to 10");
  CHECK(expecting(R"({"not": ["limp"]})") ==
        "rule `limp` does not fire | it does | since you limp");
  CHECK(expecting(R"({"offers": ["#seated"]})") ==
        "`#seated` is offered | it is not | offered: nothing");
  CHECK(expecting(R"({"no_tips": ["sleep"]})") == "tip `sleep` is not shown | it is | ");
}

TEST_CASE("a mismatch tells of workouts, and of replies nobody gave", "[assess]") {
  CHECK(first_mismatch(
            R"({"id": "c", "answers": {"slept": 4}, "expect": {"offers_no": ["spin"]}})") ==
        "workout `spin` is not offered | it is | ");
  CHECK(first_mismatch(
            R"({"id": "c", "answers": {"slept": 4}, "expect": {"fires": ["nothing-offered"]}})") ==
        "no workout left for easy-run | some are left | offered: spin, jog");
  CHECK(first_mismatch(
            R"({"id": "c", "answers": {"any_pain": false}, "expect": {"not": ["tired"]}})") ==
        "rule `tired` does not fire | it does | since `slept` is unanswered");
}

TEST_CASE("answers that contradict themselves are a mismatch", "[assess]") {
  const std::string found = first_mismatch(
      R"({"id": "c", "answers": {"any_pain": false, "gait": "limping"}, "expect": {"recommend": "run"}})");
  CHECK(found.substr(0, 24) == "answers that go together");
}

TEST_CASE("coverage names what fires a rule, what nearly does, and what it would take",
          "[assess]") {
  const Pack pack = testing::load(testing::base_files());
  const CasesReport report = run_cases(pack);
  const RuleCoverage& limp = report.rules[pack.rule_named("limp")->index];
  CHECK(limp.fired_by == std::vector<std::size_t>{0});
  CHECK(limp.near_misses == std::vector<std::size_t>{1});
  CHECK(!limp.nearest);
}

TEST_CASE("nothing is missing exactly where a condition is true", "[assess][property]") {
  Dice dice(40);
  for (int round = 0; round < 400; ++round) {
    const Pack pack = testing::random_pack(dice);
    const Answers answers = testing::random_answers(pack, dice, 1, 70);
    const Replies told = subjects(pack, answers).front();
    const Evaluation now = evaluate_rules(pack, complete(pack, told, true).replies);
    for (std::uint32_t r = 0; r < pack.rules.size(); ++r) {
      const bool holds = now.rules[r] == Truth::yes;
      CHECK(missing_for(pack, pack.rules[r].when, now).empty() == holds);
    }
  }
}

TEST_CASE("a near miss fires with one other reply, and nothing else is one", "[assess][property]") {
  Dice dice(41);
  for (int round = 0; round < 200; ++round) {
    const Pack pack = testing::random_pack(dice);
    const Answers answers = testing::random_answers(pack, dice, 1, 70);
    const Replies told = complete(pack, subjects(pack, answers).front(), true).replies;
    const Evaluation now = evaluate_rules(pack, told);
    for (std::uint32_t r = 0; r < pack.rules.size(); ++r) {
      if (now.rules[r] == Truth::yes) continue;
      bool would_fire = false;
      for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
        for (std::int32_t x = pack.variables[v].min; x <= pack.variables[v].max; ++x) {
          Replies other = told;
          other.set(VariableId{v}, x);
          const Evaluation then = evaluate_rules(pack, effective_replies(pack, other));
          would_fire = would_fire || then.rules[r] == Truth::yes;
        }
      }
      CHECK(NearMiss(pack, RuleId{r}).is_near(told) == would_fire);
    }
  }
}
