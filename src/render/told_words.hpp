#pragma once

#include <string>
#include <vector>

#include "runready/pack.hpp"

/// What was told, in the pack's own clauses.
namespace runready {

/// Replies of one subject: the runner's, and those of a complaint where there is one.
struct ToldBy {
  const Answers& answers;
  std::size_t complaint = 0;

  std::int32_t reply(const Pack& pack, VariableId variable) const;
};

/// Whether a reply only opens the gate of something that is said.
bool goes_without_saying(const Pack& pack, const std::vector<VariableId>& said, VariableId id);

/// "your knee hurts and you limp"; what only opens the gate of something else that is said, here or
/// elsewhere, goes without saying. Empty if there is nothing to say.
std::string told_words(const Pack& pack, const ToldBy& told,
                       const std::vector<VariableId>& variables,
                       const std::vector<VariableId>& elsewhere = {});

/// What was told of a subject and is not the default, in the order of the pack.
std::vector<VariableId> told_symptoms(const Pack& pack, About about, const Replies& replies);

}  // namespace runready
