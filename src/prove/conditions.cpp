#include "prove/conditions.hpp"

#include <algorithm>

namespace runready {

void for_each_condition(const Pack& pack, const VisitCondition& visit) {
  const auto visit_if_any = [&](const std::optional<Condition>& condition) {
    if (condition) visit(*condition);
  };
  for (const Question& question : pack.questions) visit_if_any(question.when);
  for (const Term& term : pack.terms) visit(term.when);
  for (const Rule& rule : pack.rules) visit(rule.when);
  for (const Workout& workout : pack.workouts) {
    visit_if_any(workout.when);
    visit_if_any(workout.unless);
  }
  for (const Tip& tip : pack.tips) {
    visit_if_any(tip.when);
    visit_if_any(tip.unless);
  }
  visit_if_any(pack.heart_rate.unless);
  for (const auto& [key, wordings] : pack.wordings) {
    for (const Wording& wording : wordings) visit(wording.when);
  }
  for (const Invariant& invariant : pack.invariants) visit_if_any(invariant.for_all);
}

std::vector<QuestionId> questions_read(const Pack& pack, const Condition& condition) {
  std::vector<bool> read(pack.questions.size(), false);
  std::vector<bool> seen(pack.terms.size(), false);
  std::vector<const Condition*> open = {&condition};
  while (!open.empty()) {
    const Condition& next = *open.back();
    open.pop_back();
    for_each_read(
        next,
        [&](NamedTerm term) {
          if (seen[term.id.index]) return;
          seen[term.id.index] = true;
          open.push_back(&pack.terms[term.id.index].when);
        },
        [&](const Condition& test) { read[pack.variable(test.variable).question.index] = true; });
  }
  std::vector<QuestionId> questions;
  for (std::uint32_t q = 0; q < read.size(); ++q) {
    if (read[q]) questions.push_back({q});
  }
  return questions;
}

}  // namespace runready
