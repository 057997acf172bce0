#pragma once

#include <string_view>

namespace runready::testing {

/// Whether a program is in the PATH. If not, a message says that the test was skipped, by which
/// ctest knows it.
bool is_installed(std::string_view program);

}  // namespace runready::testing
