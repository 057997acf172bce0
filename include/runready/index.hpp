#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

/// Strong indexes: a `QuestionId` cannot be used where a `RuleId` is meant.
///
/// Every list of a loaded `Pack` has its own index type; `pack.questions[id.index]` is the entry.
namespace runready {

template <class Tag>
struct Index {
  std::uint32_t index = 0;
  friend auto operator<=>(const Index&, const Index&) = default;
};

using QuestionId = Index<struct QuestionTag>;
using VariableId = Index<struct VariableTag>;
using TermId = Index<struct TermTag>;
using RuleId = Index<struct RuleTag>;
using ActivityId = Index<struct ActivityTag>;
using WorkoutId = Index<struct WorkoutTag>;
using TipId = Index<struct TipTag>;
using FactId = Index<struct FactTag>;

}  // namespace runready
