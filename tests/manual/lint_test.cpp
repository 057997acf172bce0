#include "catch.hpp"
#include "support/installed.hpp"
#include "support/paths.hpp"
#include "support/process.hpp"

namespace runready::testing {
namespace {

TEST_CASE("other people's programs find nothing wrong with the manual", "[manual]") {
  for (const std::string name : {"runready.1", "runready-pack.5"}) {
    const ScratchFolder scratch;
    const std::string path = "'" + (program().parent_path() / "manual" / name).string() + "'";
    if (is_installed("mandoc")) {
      // There is no date: what is built on two days is the same.
      CHECK(run_shell({.command = "mandoc -T lint -W warning " + path + " | grep -v 'missing date'",
                       .folder = scratch.path()})
                .out.empty());
    }
    if (is_installed("man") && is_installed("groff")) {
      CHECK(run_shell({.command = "man --warnings --local-file " + path + " >page",
                       .folder = scratch.path()})
                .err.empty());
      CHECK(read_file(scratch.path() / "page").find("NAME") != std::string::npos);
    }
  }
}

}  // namespace
}  // namespace runready::testing
