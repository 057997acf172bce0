#include <algorithm>

#include "assess/judge.hpp"
#include "assess/knowledge.hpp"
#include "assess/reasons.hpp"
#include "runready/assessment.hpp"

namespace runready {

namespace {

/// The complaints completed, and what had to be assumed for it.
struct Completed {
  std::vector<Evaluation> complaints;
  Answers assumed;
  std::size_t assumed_count = 0;
};

/// Notes the defaults given to a question; whether that was news (a question about the runner is
/// assumed once, not once a complaint).
bool note_assumed(const Pack& pack, const Question& question, const Replies& known,
                  Replies& assumed) {
  bool news = false;
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    const VariableId id{question.first_variable.index + i};
    if (known.knows(id) || assumed.knows(id)) continue;
    assumed.set(id, pack.variable(id).default_value);
    news = true;
  }
  return news;
}

Completed complete_all(const Pack& pack, const Known& known) {
  Completed all;
  all.assumed.runner = Replies(pack.variables.size());
  all.assumed.flat = known.told.flat;
  const std::vector<Replies> told = subjects(pack, known.both);
  for (const Replies& replies : told) {
    Completion done = complete(pack, replies, known.told.nothing_else);
    Complaint& complaint = all.assumed.complaints.emplace_back();
    complaint.replies = Replies(pack.variables.size());
    for (const QuestionId id : done.assumed) {
      const Question& question = pack.question(id);
      Replies& into = question.about == About::runner ? all.assumed.runner : complaint.replies;
      if (note_assumed(pack, question, replies, into)) ++all.assumed_count;
    }
    all.complaints.push_back(evaluate_rules(pack, std::move(done.replies)));
  }
  return all;
}

std::vector<Exclusion> exclusions(const Pack& pack, std::span<const Evaluation> complaints) {
  std::vector<Exclusion> excluded;
  for (std::uint32_t a = 0; a < pack.activities.size(); ++a) excluded.push_back({{a}, {}});
  for (std::uint32_t r = 0; r < pack.rules.size(); ++r) {
    const bool fires = std::any_of(complaints.begin(), complaints.end(), [&](const Evaluation& e) {
      return counts(e.rules[r], Unknowns::harmful);
    });
    if (!fires) continue;
    for (const ActivityId activity : pack.rules[r].exclude) {
      excluded[activity.index].rules.push_back(RuleId{r});
    }
  }
  std::erase_if(excluded, [](const Exclusion& e) { return e.rules.empty(); });
  return excluded;
}

std::vector<TipId> tips(const Pack& pack, std::span<const Evaluation> complaints,
                        Recommendation recommendation) {
  std::vector<TipId> shown;
  for (std::uint32_t i = 0; i < pack.tips.size(); ++i) {
    const Tip& tip = pack.tips[i];
    const auto& levels = tip.offered_for;
    const bool fits =
        levels.empty() || std::find(levels.begin(), levels.end(), recommendation) != levels.end();
    if (fits && is_offered(tip.when, tip.unless, complaints, Unknowns::harmful)) {
      shown.push_back(TipId{i});
    }
  }
  return shown;
}

std::optional<std::int32_t> longest_recheck(const Pack& pack, const std::vector<Reason>& reasons) {
  std::optional<std::int32_t> longest;
  for (const Reason& reason : reasons) {
    if (reason.rule) longest = std::max(longest, pack.rule(*reason.rule).recheck_hours);
  }
  return longest;
}

}  // namespace

Assessment assess(const Pack& pack, const Known& known, const Explained& explained) {
  require_same_pack(pack, known);
  Completed all = complete_all(pack, known);
  Verdict verdict = judge(pack, all.complaints, Unknowns::harmful);
  Assessment assessment;
  assessment.recommendation = verdict.recommendation;
  assessment.referral = verdict.referral;
  assessment.floor = verdict.floor;
  assessment.reasons = reasons_for(pack, all.complaints, verdict);
  if (explained.causes) add_causes(pack, known, all.complaints, assessment.reasons);
  assessment.offered = std::move(verdict.offered);
  if (explained.excluded) assessment.excluded = exclusions(pack, all.complaints);
  if (explained.tips) assessment.tips = tips(pack, all.complaints, verdict.recommendation);
  assessment.recheck_hours = longest_recheck(pack, assessment.reasons);
  assessment.heart_rate_allowed =
      is_offered(std::nullopt, pack.heart_rate.unless, all.complaints, Unknowns::harmful);
  assessment.known = known;
  assessment.assumed = std::move(all.assumed);
  assessment.assumed_count = all.assumed_count;
  return assessment;
}

OutcomeRange possible_range(const Pack& pack, const Known& known) {
  require_same_pack(pack, known);
  std::vector<Evaluation> complaints;
  for (const Replies& replies : subjects(pack, known.both)) {
    complaints.push_back(
        evaluate_rules(pack, told_replies(pack, replies, known.told.nothing_else)));
  }
  const Verdict least = judge(pack, complaints, Unknowns::harmless);
  const Verdict most = judge(pack, complaints, Unknowns::harmful);
  return {least.recommendation, most.recommendation, least.referral, most.referral};
}

}  // namespace runready
