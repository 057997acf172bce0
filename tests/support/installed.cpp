#include "support/installed.hpp"

#include "catch.hpp"
#include "support/process.hpp"

namespace runready::testing {

bool is_installed(std::string_view program) {
  const ScratchFolder scratch;
  const RunResult found =
      run_shell({.command = "command -v " + std::string(program), .folder = scratch.path()});
  if (found.status == 0) return true;
  WARN("skipped: " << program << " is not installed");
  return false;
}

}  // namespace runready::testing
