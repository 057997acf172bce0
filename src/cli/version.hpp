#pragma once

#include <string_view>

namespace runready {

/// As CMake has it: `0.1.0`.
std::string_view version();

}  // namespace runready
