#pragma once

#include <string>
#include <vector>

#include "runready/pack.hpp"

namespace runready {

/// "a, b and c", with the pack's word for "and".
std::string enumeration(const Pack& pack, const std::vector<std::string>& parts);

}  // namespace runready
