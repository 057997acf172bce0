#include "prove/compiled_pack.hpp"

#include <vector>

#include "prove/example.hpp"

namespace runready {

CompiledPack::CompiledPack(const Pack& of_pack, std::size_t node_budget)
    : pack(of_pack),
      space(space_of(of_pack)),
      diagrams(space.shapes, node_budget),
      compiler(of_pack, space.readings.front(), diagrams),
      outcome(of_pack, std::span(&compiler, 1), diagrams) {}

Node CompiledPack::counted_once() {
  std::vector<Node> each;
  for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
    if (!pack.question_of({v}).when) continue;
    const std::uint32_t level = readings()[v].level;
    std::vector<Node> children(space.shapes[level].sizes.size(), kFalse);
    children[space.shapes[level].default_cell] = kTrue;
    each.push_back(diagrams.apply(Op::any, compiler.gate(pack.variable({v}).question),
                                  diagrams.make(level, children)));
  }
  return diagrams.join(Op::all, std::move(each), kTrue);
}

std::string CompiledPack::outcome_at(const Cells& cells) {
  const Node recommendation = diagrams.value_at(outcome.recommendation(), cells);
  const Node referral = diagrams.value_at(outcome.referral(), cells);
  return "recommendation " + std::string(kRecommendationNames[recommendation]) + ", referral " +
         std::string(kReferralNames[referral]);
}

Counterexample CompiledPack::example_at(const Cells& cells) {
  return {smallest_answers(pack, replies_at(readings(), cells)), outcome_at(cells)};
}

}  // namespace runready
