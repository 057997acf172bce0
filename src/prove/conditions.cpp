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

std::vector<VariableId> variables_read(const Pack& pack, const Condition& condition) {
  std::vector<bool> read(pack.variables.size(), false);
  std::vector<bool> followed(pack.terms.size(), false);
  std::vector<const Condition*> open = {&condition};
  while (!open.empty()) {
    const Condition& next = *open.back();
    open.pop_back();
    for_each_read(
        next,
        [&](NamedTerm term) {
          if (!followed[term.id.index]) open.push_back(&pack.terms[term.id.index].when);
          followed[term.id.index] = true;
        },
        [&](const Condition& test) { read[test.variable.index] = true; });
  }
  std::vector<VariableId> variables;
  for (std::uint32_t v = 0; v < read.size(); ++v) {
    if (read[v]) variables.push_back({v});
  }
  return variables;
}

std::vector<QuestionId> questions_read(const Pack& pack, const Condition& condition) {
  std::vector<QuestionId> questions;
  for (const VariableId id : variables_read(pack, condition)) {
    const QuestionId question = pack.variable(id).question;
    if (questions.empty() || questions.back() != question) questions.push_back(question);
  }
  return questions;
}

}  // namespace runready
