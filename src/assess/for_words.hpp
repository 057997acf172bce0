#pragma once

#include <optional>

#include "runready/assessment.hpp"
#include "runready/pack.hpp"

namespace runready {

/// The unanswered question about the runner, marked `for_words`, of which some single reply would
/// change a word of what is said with a settled answer: a reason, a tip, a session. Nothing from
/// urgent on, when no word may stand in the way, and nothing if nothing else is the matter.
std::optional<Asked> question_for_words(const Pack& pack, const Known& known);

}  // namespace runready
