#pragma once

#include <optional>
#include <span>
#include <vector>

#include "prove/compiled_pack.hpp"

/// Whether some rules fire wherever something holds.
///
/// Joining all the rules first would make one large diagram of which next to nothing is looked at.
/// Instead: take the smallest answers that are left, see which rule fires there, and leave out
/// where it does; until nothing is left, or no rule fires. (Guess, check and refine: E. Clarke and
/// others, Counterexample-guided abstraction refinement, 2000.) Only rules that matter are used.
namespace runready {

struct Cover {
  std::vector<RuleId> used;        ///< in order of use
  std::optional<Cells> uncovered;  ///< the first answers found at which none of the rules fires
};

Cover cover(CompiledPack& pack, Node where, std::span<const RuleId> rules);

/// The rules that satisfy a condition.
template <class Condition>
std::vector<RuleId> rules_where(const Pack& pack, Condition holds) {
  std::vector<RuleId> found;
  for (std::uint32_t r = 0; r < pack.rules.size(); ++r) {
    if (holds(pack.rules[r])) found.push_back({r});
  }
  return found;
}

}  // namespace runready
