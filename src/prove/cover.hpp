#pragma once

#include <functional>
#include <optional>
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
  std::optional<Cells> uncovered;  ///< the smallest answers at which none of the rules fires
};

/// `counts` says of which rules it is asked. With `fixed` it is asked of the answers in `where`
/// with some levels at these cells instead. REQUIRES: then `where` says nothing of these levels.
/// With `before` only answers that are smaller are looked for.
Cover cover(CompiledPack& pack, Node where, const std::function<bool(RuleId)>& counts,
            const Cells& fixed = {}, const std::optional<Cells>& before = std::nullopt);

}  // namespace runready
