// What is said under a small node budget, compared with what is said when there is room enough.
#pragma once

#include <cstddef>

#include "runready/prove.hpp"
#include "support/random_pack.hpp"

namespace runready::testing {

/// How often a small budget was enough, and not.
struct BudgetTally {
  std::size_t findings = 0;
  std::size_t not_proved = 0;
  std::size_t outlooks = 0;
  std::size_t estimated = 0;
};

/// Checks a pack under a small budget, and gives a prover with it random answers one after another:
/// nothing that is said may contradict what is so. Throws Disagreement.
void require_no_contradiction(const Pack& pack, std::size_t node_budget, Dice& dice,
                              BudgetTally& tally);

}  // namespace runready::testing
