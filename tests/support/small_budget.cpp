#include "support/small_budget.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "support/reference_check.hpp"

namespace runready::testing {

namespace {

void expect(bool holds, const std::string& what) {
  if (!holds) throw Disagreement(what);
}

bool is_same(const std::optional<Counterexample>& a, const std::optional<Counterexample>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->answers == b->answers && a->found == b->found;
}

void require_same_finding(const Finding& small, const Finding& whole) {
  const std::string what = small.check + " " + small.subject + ": " + small.message;
  expect(small.verdict == whole.verdict, "another verdict on " + what);
  expect(small.message == whole.message, "another message than " + whole.message + " on " + what);
  expect(small.one_complaint == whole.one_complaint, "one complaint: " + what);
  expect(is_same(small.example, whole.example), "another example of " + what);
  expect(is_same(small.compared_with, whole.compared_with), "another comparison of " + what);
}

void compare_checks(const Pack& pack, std::size_t node_budget, BudgetTally& tally) {
  const CheckReport whole = check(pack);
  const CheckReport small = check(pack, node_budget);
  expect(whole.complete && whole.counted, "room enough is not enough");
  expect(small.findings.size() == whole.findings.size(), "another number of findings");
  bool all_proved = true;
  for (const Finding& found : small.findings) {
    ++tally.findings;
    if (found.verdict == Finding::Verdict::not_proved) {
      ++tally.not_proved;
      all_proved = false;
    }
    const Finding& truth = finding(whole, found.check, found.subject);
    if (found.verdict != Finding::Verdict::not_proved) require_same_finding(found, truth);
  }
  expect(small.complete == all_proved, "complete");
  expect(!small.refuted() || whole.refuted(), "refuted");
  if (!small.counted) return;
  expect(small.answers_covered == whole.answers_covered, "answers covered");
  expect(is_same(small.escalated_example, whole.escalated_example), "escalated example");
}

void compare_insights(const Pack& pack, std::size_t node_budget, Dice& dice) {
  const RuleId rule{dice.below(pack.rules.size())};
  const auto small = insight(pack, rule, node_budget);
  const auto whole = insight(pack, rule);
  expect(whole.has_value(), "room enough is not enough for an insight");
  if (!small) return;
  expect(is_same(small->fires, whole->fires), "when a rule fires");
  expect(is_same(small->decides, whole->decides), "when a rule decides");
  expect(small->covered_by == whole->covered_by, "what covers a rule");
}

bool is_within(const OutcomeRange& inner, const OutcomeRange& outer) {
  return outer.least <= inner.least && inner.most <= outer.most &&
         outer.referral_least <= inner.referral_least && inner.referral_most <= outer.referral_most;
}

void compare_outlooks(const Outlook& small, const Outlook& whole) {
  expect(whole.exact, "room enough is not enough for an outlook");
  expect(is_within(whole.range, small.range), "a range that is too narrow");
  expect(!small.settled || whole.settled, "settled");
  if (!small.exact) return;
  expect(small.settled == whole.settled, "not settled");
  expect(small.range == whole.range, "another exact range");
  expect(small.ask_next == whole.ask_next, "another question to ask next");
  expect(small.ask_again_when.empty() || small.ask_again_when == whole.ask_again_when,
         "another way to a more permissive outcome");
}

/// What a prover with room enough says is what one made anew would say: property tests of outlooks
/// see to that.
void compare_provers(const Pack& pack, std::size_t node_budget, Dice& dice, BudgetTally& tally) {
  constexpr int kQuestions = 4;
  Prover small(pack, node_budget);
  Prover whole(pack);
  for (int i = 0; i < kQuestions; ++i) {
    Diagnostics wrong;
    const auto known = infer(pack, random_answers(pack, dice, 1 + dice.below(2), 40), wrong);
    if (!known) continue;
    ++tally.outlooks;
    const Outlook said = small.outlook(*known);
    if (!said.exact) ++tally.estimated;
    compare_outlooks(said, whole.outlook(*known));
    const std::vector<Asked> open = whole.open_questions(*known);
    const std::vector<Asked> maybe_open = small.open_questions(*known);
    expect(!maybe_open.empty() || open.empty(), "nothing open");
    for (const Asked& asked : open) {
      const Stakes truth = whole.stakes(*known, asked);
      const Stakes stakes = small.stakes(*known, asked);
      expect(stakes.recommendation >= truth.recommendation && stakes.referral >= truth.referral &&
                 stakes.workouts >= truth.workouts,
             "stakes");
    }
  }
}

}  // namespace

void require_no_contradiction(const Pack& pack, std::size_t node_budget, Dice& dice,
                              BudgetTally& tally) {
  compare_checks(pack, node_budget, tally);
  compare_insights(pack, node_budget, dice);
  compare_provers(pack, node_budget, dice, tally);
}

}  // namespace runready::testing
