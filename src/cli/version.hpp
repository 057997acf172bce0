// The version of the program, as CMake knows it: "0.1.0".
#pragma once

#include <string_view>

namespace runready {

std::string_view version();

}  // namespace runready
