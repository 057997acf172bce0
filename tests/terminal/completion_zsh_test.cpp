#include "catch.hpp"
#include "support/installed.hpp"
#include "support/process.hpp"
#include "terminal/tab.hpp"

namespace runready::testing {
namespace {

TEST_CASE("Tab completes in zsh, and shows what each candidate means", "[terminal]") {
  if (!is_installed("zsh")) return;
  const ScratchFolder scratch;
  write_file(scratch.path() / "answers.json", "{}");
  // The line as zsh has understood it: the echo shows spaces that came and went.
  Shell zsh({"zsh", "-f", "-i"}, scratch.path(),
            "autoload -U compinit; compinit -u -D; setopt no_beep\n"
            "preexec() { print -r -- \"line: $1\"; }\n"
            "source <(runready completion zsh)\n");
  CHECK(zsh.types("runready --gait \t", "limping -- I limp"));
  CHECK(zsh.types("runready --gait=\t", "limping -- I limp"));
  CHECK(zsh.types("runready rul\t\t", "what leads to what"));
  CHECK(zsh.types("runready --where calf,\t", "shin"));
  CHECK(zsh.types("runready --no-i\t--also whe\thee\t,qual\tsha\t--color n\t\n",
                  "line: runready --no-input --also where=heel,quality=sharp --color never"));
  CHECK(zsh.types("runready --answers ans\t\n", "line: runready --answers answers.json"));
  CHECK(zsh.types("runready --no-input --rules=ans\t\n",
                  "line: runready --no-input --rules=answers.json"));
}

}  // namespace
}  // namespace runready::testing
