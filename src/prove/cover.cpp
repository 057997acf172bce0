#include "prove/cover.hpp"

#include <algorithm>

namespace runready {

Cover cover(CompiledPack& pack, Node where, const std::function<bool(RuleId)>& counts) {
  Cover cover;
  while (const auto cells = pack.diagrams.cheapest(where)) {
    const std::vector<RuleId> firing = pack.rules_firing_at(*cells);
    const auto rule = std::ranges::find_if(firing, counts);
    if (rule == firing.end()) {
      cover.uncovered = cells;
      return cover;
    }
    cover.used.push_back(*rule);
    where = pack.diagrams.apply(Op::except, where, pack.outcome.rule(*rule));
  }
  return cover;
}

}  // namespace runready
