#pragma once

#include <cstddef>
#include <vector>

#include "assess/judge.hpp"
#include "runready/assessment.hpp"
#include "runready/pack.hpp"

/// What would have to be different for a more permissive recommendation: by healing, or by telling
/// what permits.
///
/// Each gives, for more permissive recommendations, the nearest first, the fewest replies that
/// would have to differ, each no further from what is than needed, the referral not rising. What
/// asks for more replies than another and allows no more is left out. Everything else stays as it
/// is counted now: told, assumed, or unknown and harmful. None from `urgent` on. Throws
/// BudgetExceeded.
namespace runready {

/// Told replies that may heal: against caution, or to the harmless reply where caution has no
/// order.
std::vector<AskAgain> ask_again_when(const Pack& pack, const Known& known, const Verdict& given,
                                     std::size_t node_budget);

/// Permitting replies to questions that are not answered.
std::vector<AskAgain> would_permit(const Pack& pack, const Known& known, const Verdict& given,
                                   std::size_t node_budget);

}  // namespace runready
