#include "prove/cover.hpp"

#include <algorithm>

namespace runready {

Cover cover(CompiledPack& pack, Node where, std::span<const RuleId> rules) {
  Cover cover;
  while (const auto cells = pack.diagrams.cheapest(where)) {
    const auto fires = std::ranges::find_if(rules, [&](RuleId rule) {
      return pack.diagrams.holds_at(pack.outcome.rule(rule), *cells);
    });
    if (fires == rules.end()) {
      cover.uncovered = cells;
      return cover;
    }
    cover.used.push_back(*fires);
    where = pack.diagrams.apply(Op::except, where, pack.outcome.rule(*fires));
  }
  return cover;
}

}  // namespace runready
