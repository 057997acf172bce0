#include "support/paths.hpp"

namespace runready::testing {

std::filesystem::path repository() { return RUNREADY_REPOSITORY; }

std::filesystem::path program() { return RUNREADY_PROGRAM; }

}  // namespace runready::testing
