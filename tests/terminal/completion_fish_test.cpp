#include <filesystem>

#include "catch.hpp"
#include "support/installed.hpp"
#include "support/paths.hpp"
#include "support/process.hpp"

namespace runready::testing {
namespace {

/// What fish offers for a line, as it shows it at Tab.
std::string offered(const std::string& line) {
  const ScratchFolder scratch;
  write_file(scratch.path() / "answers.json", "{}");
  std::filesystem::create_directory(scratch.path() / "my dir");
  const std::string rules = repository() / "tests/golden/cli/rules";
  return run_shell({.command = "fish -N -c 'set -g rules " + rules +
                               "; runready completion fish | source; complete -C \"" + line + "\"'",
                    .folder = scratch.path(),
                    .merged = true})
      .out;
}

TEST_CASE("Tab completes in fish, and shows what each candidate means", "[terminal]") {
  if (!is_installed("fish")) return;
  CHECK(offered("runready check --gai") ==
        "--gait\tHow is your stride, today or when you last ran?\n");
  CHECK(offered("runready --gait lim") == "limping\tI limp\n");
  CHECK(offered("runready --gait=lim") == "--gait=limping\tI limp\n");
  CHECK(offered("runready --where calf,shi") == "calf,shin\tShin\n");
  CHECK(offered("runready --also where=heel,gait=lim") == "where=heel,gait=limping\tI limp\n");
  CHECK(offered("runready --answers ans") == "answers.json\n");
  CHECK(offered("runready --rules=ans") == "--rules=answers.json\n");
  CHECK(offered("runready conf") == "config\tpath, show, set, init, edit\n");
  CHECK(offered("runready --rules my\\\\ d") == "my dir/\n");
  CHECK(offered("runready --rules \\\"my d") == "my dir/\n");
  CHECK(offered("runready --rules \\$rules --pai").find("--pain\tHow bad") != std::string::npos);
  CHECK(offered("runready zzz ").empty());
  CHECK(offered("~/nothing/runready --ga").empty());
}

}  // namespace
}  // namespace runready::testing
