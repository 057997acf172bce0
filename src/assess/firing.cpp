#include "assess/firing.hpp"

#include <algorithm>
#include <cstdlib>

#include "assess/judge.hpp"
#include "assess/knowledge.hpp"
#include "assess/missing.hpp"

namespace runready {

namespace {

bool is_met(const Condition& piece, std::int32_t value) {
  if (piece.kind == Condition::Kind::negation) return !accepts(piece.operands.front(), value);
  return accepts(piece, value);
}

VariableId variable_of(const Condition& piece) {
  return piece.kind == Condition::Kind::negation ? piece.operands.front().variable : piece.variable;
}

/// The value nearest to the default that meets every piece about the variable.
std::optional<std::int32_t> value_for(const Pack& pack, VariableId id,
                                      const std::vector<Condition>& pieces) {
  const Variable& variable = pack.variable(id);
  std::optional<std::int32_t> best;
  for (std::int32_t value = variable.min; value <= variable.max; ++value) {
    const bool meets_all = std::all_of(pieces.begin(), pieces.end(), [&](const Condition& piece) {
      return variable_of(piece) != id || is_met(piece, value);
    });
    const auto distance = [&](std::int32_t v) { return std::abs(v - variable.default_value); };
    if (meets_all && (!best || distance(value) < distance(*best))) best = value;
  }
  return best;
}

/// A list is told whole: what is not chosen is not so.
void tell(const Pack& pack, VariableId id, std::int32_t value, Answers& answers) {
  const Question& question = pack.question_of(id);
  Replies& into =
      question.about == About::runner ? answers.runner : answers.complaints.front().replies;
  if (question.type == QuestionType::multi_choice) {
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId option{question.first_variable.index + i};
      if (!into.knows(option)) into.set(option, 0);
    }
  }
  into.set(id, value);
}

}  // namespace

std::optional<Answers> answers_firing(const Pack& pack, RuleId rule) {
  const Replies nothing(pack.variables.size());
  const Evaluation harmless = evaluate_rules(pack, complete(pack, nothing, true).replies);
  Answers answers;
  answers.runner = nothing;
  answers.complaints.push_back({"", nothing});
  answers.nothing_else = true;
  const std::vector<Condition> pieces = missing_for(pack, pack.rule(rule).when, harmless);
  for (const Condition& piece : pieces) {
    const VariableId id = variable_of(piece);
    const auto value = value_for(pack, id, pieces);
    if (!value) return std::nullopt;
    tell(pack, id, *value, answers);
  }
  Diagnostics contradictions;
  const auto known = infer(pack, answers, contradictions);
  if (!known) return std::nullopt;
  const Replies subject = subjects(pack, known->both).front();
  const Evaluation now = evaluate_rules(pack, complete(pack, subject, true).replies);
  if (now.rules[rule.index] != Truth::yes) return std::nullopt;
  return answers;
}

}  // namespace runready
