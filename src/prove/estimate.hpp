#pragma once

#include <vector>

#include "runready/assessment.hpp"
#include "runready/pack.hpp"

/// What can be said without diagrams, where a pack is too large for them: never wrong, but more
/// questions are asked than need be.
namespace runready {

/// A question is left out only if nothing that is still unknown and could add caution, or change
/// the workouts of a day that may not be rest, reads it.
std::vector<Asked> possibly_open_questions(const Pack& pack, const Known& known);

}  // namespace runready
