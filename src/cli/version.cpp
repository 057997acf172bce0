#include "cli/version.hpp"

#include "runready/version.hpp"

namespace runready {

std::string_view version() { return RUNREADY_VERSION; }

}  // namespace runready
