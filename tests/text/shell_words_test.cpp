#include "catch.hpp"
#include "text/words.hpp"

using namespace runready;

TEST_CASE("a word is quoted only where a shell would take it apart", "[text]") {
  CHECK(shell_word("rules/my-pack.json") == "rules/my-pack.json");
  CHECK(shell_word("") == "''");
  CHECK(shell_word("my rules") == "'my rules'");
  CHECK(shell_word("it's") == "'it'\\''s'");
  CHECK(shell_word("$HOME") == "'$HOME'");
  CHECK(shell_word("é €") == "'é €'");
}

TEST_CASE("no word steers the terminal that shows it", "[text]") {
  CHECK(shell_word("\x1b[31m") == "$'\\x1b[31m'");
  CHECK(shell_word("a\nb'c\\d") == "$'a\\x0ab\\'c\\\\d'");
  CHECK(shell_word("\xff\u202e0") == "$'\\xff\\xe2\\x80\\xae0'");
}
