#pragma once

#include <string>

#include "runready/render.hpp"

namespace runready {

/// When to ask again, as it follows "Ask again": "tomorrow, Sunday 29 November", "on Thursday 3
/// December", "later today"; "in 24 hours" where the report does not know the day. Empty where
/// nothing need be asked again.
std::string again_words(const Report& report);

/// "Thursday 3 December".
std::string date_words(const Pack& pack, std::chrono::local_days day);

}  // namespace runready
