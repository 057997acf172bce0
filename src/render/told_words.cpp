#include "render/told_words.hpp"

#include <algorithm>

#include "condition/sentence.hpp"
#include "condition/visit.hpp"
#include "model/enumeration.hpp"

namespace runready {

namespace {

bool reads(const Pack& pack, const Condition& condition, VariableId id) {
  bool found = false;
  for_each_read(
      condition,
      [&](NamedTerm term) { found = found || reads(pack, pack.terms[term.id.index].when, id); },
      [&](const Condition& test) { found |= test.variable == id; });
  return found;
}

}  // namespace

bool goes_without_saying(const Pack& pack, const std::vector<VariableId>& said, VariableId id) {
  return std::any_of(said.begin(), said.end(), [&](VariableId other) {
    const Question& question = pack.question_of(other);
    return question.when && reads(pack, *question.when, id);
  });
}

std::int32_t ToldBy::reply(const Pack& pack, VariableId variable) const {
  const bool of_runner = pack.question_of(variable).about == About::runner;
  return (of_runner ? answers.runner : answers.complaints[complaint].replies)[variable];
}

std::string told_words(const Pack& pack, const ToldBy& told,
                       const std::vector<VariableId>& variables,
                       const std::vector<VariableId>& elsewhere) {
  std::vector<std::string> clauses;
  for (const VariableId id : variables) {
    if (goes_without_saying(pack, variables, id) || goes_without_saying(pack, elsewhere, id)) {
      continue;
    }
    clauses.push_back(clause_of(pack, id, told.reply(pack, id)));
  }
  return enumeration(pack, clauses);
}

std::vector<VariableId> told_symptoms(const Pack& pack, About about, const Replies& replies) {
  std::vector<VariableId> symptoms;
  for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
    const VariableId id{v};
    const bool is_told = pack.question_of(id).about == about && replies.knows(id);
    if (is_told && replies[id] != pack.variable(id).default_value) symptoms.push_back(id);
  }
  return symptoms;
}

}  // namespace runready
