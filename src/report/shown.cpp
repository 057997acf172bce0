#include "report/shown.hpp"

#include <algorithm>

#include "rules/assess.hpp"
#include "rules/gates.hpp"
#include "text/words.hpp"

namespace runready {

Choices choices(const Report& report) {
  const std::optional<std::vector<ActivityId>>& have = report.runner.have;
  const std::vector<WorkoutId>& offered = report.assessment.offered;
  if (!have) return {offered, true};
  Choices choices;
  for (const WorkoutId id : offered) {
    const ActivityId activity = report.pack.workouts[id.index].activity;
    const bool is_at_hand =
        activity == report.pack.running || std::ranges::binary_search(*have, activity);
    if (is_at_hand) choices.shown.push_back(id);
  }
  if (choices.shown.empty() && !offered.empty()) return {offered, false};
  return choices;
}

std::vector<FactId> cited_facts(const Report& report) {
  const Pack& pack = report.pack;
  std::vector<FactId> facts;
  const auto add = [&](const std::vector<FactId>& some) {
    facts.insert(facts.end(), some.begin(), some.end());
  };
  for (const Reason& reason : report.assessment.reasons) {
    if (reason.rule) add(pack.rule(*reason.rule).sources);
  }
  for (const WorkoutId id : choices(report).shown) add(pack.workouts[id.index].sources);
  for (const TipId id : report.assessment.tips) add(pack.tips[id.index].sources);
  if (report.assessment.recommendation <= Recommendation::easy_run) add(pack.feel_check.sources);
  std::sort(facts.begin(), facts.end());
  facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
  return facts;
}

bool is_conditional(const Report& report) {
  const Assessment& assessment = report.assessment;
  if (assessment.assumed_count == 0) return false;
  const OutcomeRange range =
      report.outlook ? report.outlook->range : possible_range(report.pack, assessment.known);
  return range.most > assessment.recommendation || range.referral_most > assessment.referral;
}

std::string headline(const Report& report, const Situation& situation) {
  const Assessment& assessment = report.assessment;
  if (assessment.referral >= Referral::urgent) {
    return level_text(situation, "headline", assessment.referral);
  }
  const std::string key = "headline." + std::string(name(assessment.recommendation));
  if (assessment.recommendation <= Recommendation::easy_run && is_conditional(report)) {
    const std::size_t count = assessment.assumed_count;
    if (count == 1) return situation.text(key + ".unsettled.one");
    return fill(situation.text(key + ".unsettled"), {std::to_string(count)});
  }
  return situation.text(key);
}

std::string_view truth_name(Truth truth) {
  return truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "unknown";
}

std::vector<RuleTruth> rule_truths(const Pack& pack, const Known& known) {
  std::vector<Evaluation> complaints;
  for (const Replies& replies : subjects(pack, known.both)) {
    complaints.push_back(
        evaluate_rules(pack, told_replies(pack, replies, known.told.nothing_else)));
  }
  std::vector<RuleTruth> truths;
  for (std::uint32_t r = 0; r < pack.rules.size(); ++r) {
    if (!pack.rules[r].reads_complaint) {
      truths.push_back({RuleId{r}, std::nullopt, complaints.front().rules[r]});
      continue;
    }
    for (std::size_t c = 0; c < complaints.size(); ++c) {
      truths.push_back({RuleId{r}, c, complaints[c].rules[r]});
    }
  }
  return truths;
}

}  // namespace runready
