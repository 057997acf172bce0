#include "prove/cover.hpp"

#include <algorithm>

namespace runready {

Cover cover(CompiledPack& pack, Node where, const std::function<bool(RuleId)>& counts,
            const Cells& fixed, const std::optional<Cells>& before) {
  Cover cover;
  while (auto cells = pack.diagrams.cheapest(where)) {
    for (std::size_t level = 0; level < fixed.size(); ++level) {
      if (fixed[level] != kFree) (*cells)[level] = fixed[level];
    }
    if (before && !pack.diagrams.is_cheaper(*cells, *before)) return cover;
    const std::vector<RuleId> firing = pack.rules_firing_at(*cells);
    const auto rule = std::ranges::find_if(firing, counts);
    if (rule == firing.end()) {
      cover.uncovered = cells;
      return cover;
    }
    cover.used.push_back(*rule);
    const Node fires = pack.outcome.rule(*rule);
    where = pack.diagrams.apply(Op::except, where,
                                fixed.empty() ? fires : pack.diagrams.restrict(fires, fixed));
  }
  return cover;
}

}  // namespace runready
