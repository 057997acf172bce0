#pragma once

#include <vector>

#include "runready/pack.hpp"
#include "runready/prove.hpp"

/// What two packs say differently, entry by entry and key by key, whether or not it changes an
/// outcome: texts, minutes, cases. An entry that only stands elsewhere is the same.
namespace runready {

std::vector<Edit> edits(const Pack& before, const Pack& after);

}  // namespace runready
