// Proofs: of a small pack made from the bytes, what the diagrams say is what trying all answers
// says, and what is said under a small budget does not contradict it.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <span>

#include "fuzz/require.hpp"
#include "runready/prove.hpp"
#include "support/random_pack.hpp"
#include "support/reference_check.hpp"
#include "support/small_budget.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace runready;
  testing::Dice dice(std::span(data, size));
  testing::RandomPackOptions sizes;
  sizes.questions = 1 + dice.below(5);
  sizes.terms = dice.below(4);
  sizes.rules = 1 + dice.below(8);
  sizes.workouts = dice.below(5);
  sizes.tips = dice.below(3);
  sizes.wordings = dice.below(3);
  sizes.invariants = dice.below(5);
  sizes.most_answers = 100;
  const Pack pack = testing::random_pack(dice, sizes);
  const CheckReport report = check(pack);
  fuzz::require(report.complete);
  const std::size_t small_budget = 1 + dice.below(256);
  testing::BudgetTally tally;
  try {
    testing::require_same_as_enumeration(pack, report);
    testing::require_no_contradiction(pack, small_budget, dice, tally);
  } catch (const testing::Disagreement& disagreement) {
    std::fprintf(stderr, "not what trying all answers finds: %s\n", disagreement.what());
    fuzz::require(false);
  }
  return 0;
}
