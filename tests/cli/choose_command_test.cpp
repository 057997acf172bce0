#include "catch.hpp"
#include "cli/commands.hpp"
#include "support/packs.hpp"

using namespace runready;

namespace {

/// The command, a bar, and the words left; or the code and help of the mistake.
std::string chosen(const std::vector<std::string>& words) {
  Diagnostics found;
  const Choice choice = choose_command(words, found);
  if (!found.empty()) return found.front().code + ": " + found.front().help;
  std::string text(choice.command == nullptr ? choice.group : choice.command->name);
  text += choice.is_implied ? " (implied) |" : " |";
  for (const std::string& word : choice.rest) text += " " + word;
  return text;
}

}  // namespace

TEST_CASE("without a command `check` is meant", "[cli]") {
  CHECK(chosen({}) == "check (implied) |");
  CHECK(chosen({"--pain", "4"}) == "check (implied) | --pain 4");
  CHECK(chosen({"check", "--json"}) == "check | --json");
}

TEST_CASE("a command may be two words", "[cli]") {
  CHECK(chosen({"rules", "check", "x"}) == "rules check | x");
  CHECK(chosen({"rules", "--help"}) == "rules | --help");
}

TEST_CASE("flags of the program may stand before the command", "[cli]") {
  CHECK(chosen({"--config", "F", "config", "show"}) == "config show | --config F");
  CHECK(chosen({"config", "--config=F", "show"}) == "config show | --config=F");
  CHECK(chosen({"--json", "check"}) == "check | --json");
  CHECK(chosen({"--rules", "check"}) == "check (implied) | --rules check");
  CHECK(chosen({"--pain", "4", "check"}) == "check (implied) | --pain 4 check");
  CHECK(chosen({"--help", "rules"}) == "check (implied) | --help rules");
}

TEST_CASE("a command that is none is answered with the nearest", "[cli]") {
  CHECK(chosen({"chek"}) == "unknown-command: did you mean `check`?");
  CHECK(chosen({"rules", "chek"}) == "unknown-command: did you mean `check`?");
  CHECK(chosen({"elephant"}) == "unknown-command: `runready help` lists the commands");
  CHECK(chosen({"rules"}) == "missing-command: one of init, check, test, show, diff, graph");
  CHECK(chosen({"config", "--json"}) == "missing-command: one of path, show, set, init, edit");
}
