#include <algorithm>

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
    if (is_installed("groff")) {
      // As it comes, without a preprocessor that would know UTF-8.
      const RunResult page =
          run_shell({.command = "groff -t -man -Tascii -ww " + path, .folder = scratch.path()});
      CHECK(page.err.empty());
      CHECK(std::ranges::all_of(page.out,
                                [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
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
