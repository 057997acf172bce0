#include "rules/assess.hpp"

#include <algorithm>

#include "rules/gates.hpp"
#include "rules/reasons.hpp"

namespace runready {

Evaluation evaluate_rules(const Pack& pack, Replies effective) {
  Evaluation evaluation{std::move(effective), {}, {}};
  evaluation.terms = evaluate_terms(pack, evaluation.replies);
  evaluation.rules.reserve(pack.rules.size());
  for (const Rule& rule : pack.rules) {
    evaluation.rules.push_back(evaluate(rule.when, evaluation.replies, evaluation.terms));
  }
  return evaluation;
}

bool counts(Truth truth, Unknowns unknowns) {
  return truth == Truth::yes || (truth == Truth::unknown && unknowns == Unknowns::harmful);
}

bool is_offered(const std::optional<Condition>& when, const std::optional<Condition>& unless,
                std::span<const Evaluation> complaints, Unknowns unknowns) {
  return std::all_of(complaints.begin(), complaints.end(), [&](const Evaluation& e) {
    const auto truth = [&](const Condition& c) { return evaluate(c, e.replies, e.terms); };
    // An unknown `when` is harmful if false, an unknown `unless` if true.
    return (!when || !counts(negate(truth(*when)), unknowns)) &&
           (!unless || !counts(truth(*unless), unknowns));
  });
}

namespace {

void join_rules(const Pack& pack, const Evaluation& evaluation, Unknowns unknowns,
                Verdict& verdict) {
  for (std::size_t i = 0; i < pack.rules.size(); ++i) {
    if (!counts(evaluation.rules[i], unknowns)) continue;
    const Rule& rule = pack.rules[i];
    verdict.floor = std::max(verdict.floor, rule.recommend);
    verdict.referral = std::max(verdict.referral, rule.referral);
    for (const ActivityId activity : rule.exclude) verdict.excluded[activity.index] = true;
  }
}

std::vector<WorkoutId> workouts_for(const Pack& pack, Recommendation recommendation,
                                    const std::vector<bool>& available) {
  std::vector<WorkoutId> offered;
  for (std::uint32_t i = 0; i < pack.workouts.size(); ++i) {
    const auto& levels = pack.workouts[i].offered_for;
    if (available[i] && std::find(levels.begin(), levels.end(), recommendation) != levels.end()) {
      offered.push_back(WorkoutId{i});
    }
  }
  return offered;
}

}  // namespace

Verdict judge(const Pack& pack, std::span<const Evaluation> complaints, Unknowns unknowns) {
  Verdict verdict;
  verdict.excluded.assign(pack.activities.size(), false);
  for (const Evaluation& evaluation : complaints) join_rules(pack, evaluation, unknowns, verdict);

  std::vector<bool> available;
  for (const Workout& workout : pack.workouts) {
    available.push_back(!verdict.excluded[workout.activity.index] &&
                        is_offered(workout.when, workout.unless, complaints, unknowns));
  }
  const bool planned_session_stands = !pack.running || !verdict.excluded[pack.running->index];

  for (auto level = verdict.floor;; level = static_cast<Recommendation>(int(level) + 1)) {
    verdict.recommendation = level;
    if (level == Recommendation::rest) break;
    verdict.offered = workouts_for(pack, level, available);
    if (!verdict.offered.empty()) break;
    if (level == Recommendation::run && planned_session_stands) break;
  }
  return verdict;
}

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
