#pragma once

#include <string>

#include "assess/situation.hpp"
#include "runready/render.hpp"

/// The answer in one sentence, in the pack's own words.
namespace runready {

/// Whether what was assumed could still turn out to be worse. By the report's outlook if it has
/// one, else by the estimate of `possible_range`.
bool is_conditional(const Report& report);

/// Emergency and urgency come before the recommendation; a conditional run says what it rests on.
std::string headline(const Report& report, const Situation& situation);

}  // namespace runready
