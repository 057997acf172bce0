#include "rules/condition.hpp"

#include <algorithm>
#include <cassert>

namespace runready {

bool operator==(const Condition& a, const Condition& b) {
  if (a.kind != b.kind) return false;
  if (a.kind == Condition::Kind::term) return a.term == b.term;
  if (is_test(a.kind)) return a.variable == b.variable && a.values == b.values;
  return a.operands == b.operands;
}

bool accepts(const Condition& test, std::int32_t value) {
  assert(is_test(test.kind));
  const std::vector<std::int32_t>& values = test.values;
  switch (test.kind) {
    case Condition::Kind::holds:
    case Condition::Kind::has_option:
      return value == 1;
    case Condition::Kind::one_of:
      return std::find(values.begin(), values.end(), value) != values.end();
    case Condition::Kind::equal:
      return value == values[0];
    case Condition::Kind::not_equal:
      return value != values[0];
    case Condition::Kind::less:
      return value < values[0];
    case Condition::Kind::less_equal:
      return value <= values[0];
    case Condition::Kind::greater:
      return value > values[0];
    case Condition::Kind::greater_equal:
      return value >= values[0];
    case Condition::Kind::between:
      return values[0] < value && value < values[1];
    case Condition::Kind::between_inclusive:
      return values[0] <= value && value <= values[1];
    case Condition::Kind::all_of:
    case Condition::Kind::any_of:
    case Condition::Kind::any_option:
    case Condition::Kind::negation:
    case Condition::Kind::term:
      break;
  }
  return false;
}

namespace {

Truth truth_of_test(const Condition& test, const Replies& replies) {
  const std::int32_t value = replies[test.variable];
  if (value == kUnknown) return Truth::unknown;
  return accepts(test, value) ? Truth::yes : Truth::no;
}

}  // namespace

Truth evaluate(const Condition& condition, const Replies& replies, const TermTruths& terms) {
  const auto truth_of = [&](const Condition& c) { return evaluate(c, replies, terms); };
  return visit(
      condition, [&](Joined joined) { return join(joined, truth_of); },
      [&](Negated negated) { return negate(truth_of(negated.operand)); },
      [&](NamedTerm term) { return terms[term.id.index]; },
      [&](const Condition& test) { return truth_of_test(test, replies); });
}

TermTruths evaluate_terms(const Pack& pack, const Replies& replies) {
  TermTruths terms(pack.terms.size(), Truth::unknown);
  for (const TermId id : pack.term_order) {
    terms[id.index] = evaluate(pack.terms[id.index].when, replies, terms);
  }
  return terms;
}

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
