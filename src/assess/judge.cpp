#include "assess/judge.hpp"

#include <algorithm>

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

}  // namespace runready
