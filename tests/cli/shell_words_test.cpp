#include "cli/shell_words.hpp"

#include "catch.hpp"

using namespace runready;

TEST_CASE("a word is quoted only where a shell would take it apart", "[cli]") {
  CHECK(shell_word("rules/my-pack.json") == "rules/my-pack.json");
  CHECK(shell_word("") == "''");
  CHECK(shell_word("my rules") == "'my rules'");
  CHECK(shell_word("it's") == "'it'\\''s'");
  CHECK(shell_word("$HOME") == "'$HOME'");
}
