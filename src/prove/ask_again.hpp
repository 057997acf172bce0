#pragma once

#include <cstddef>
#include <vector>

#include "assess/judge.hpp"
#include "runready/assessment.hpp"
#include "runready/pack.hpp"

/// What would have to be different for a more permissive recommendation.
namespace runready {

/// For every more permissive recommendation that can be had, the nearest first, the fewest told
/// replies that would have to differ, the referral not rising. Only replies that can change count:
/// not those to `fixed` questions, and of a list only that something on it is gone. What was not
/// told stays as it is counted now: assumed, or unknown and harmful. None from `urgent` on.
/// Throws BudgetExceeded.
std::vector<AskAgain> ask_again_when(const Pack& pack, const Known& known, const Verdict& given,
                                     std::size_t node_budget);

}  // namespace runready
