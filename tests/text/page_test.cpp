#include "catch.hpp"
#include "text/document.hpp"
#include "text/words.hpp"

namespace runready::testing {
namespace {

TEST_CASE("paragraphs are wrapped and stand where they are indented to", "[text]") {
  Page page({.width = 24});
  page.line("Heading").indent(2).line("one two three four five six");
  CHECK(page.text() ==
        "Heading\n"
        "  one two three four\n"
        "  five six\n");
}

TEST_CASE("what follows a marker stands under its own text", "[text]") {
  Page page({.width = 24});
  page.indent(2).item("12", "one two three four five six");
  CHECK(page.text() ==
        "  12 one two three four\n"
        "     five six\n");
}

TEST_CASE("there is never an empty line at the top nor two together", "[text]") {
  Page page({});
  page.blank().line("a").blank().blank().line("b");
  CHECK(page.text() == "a\n\nb\n");
}

TEST_CASE("a very narrow page loses indentation, not words", "[text]") {
  Page page({.width = 1});
  page.indent(18).item("*", "one two three");
  CHECK(page.text() ==
        "        * one two\n"
        "          three\n");
}

TEST_CASE("escape sequences are the page's own only", "[text]") {
  Page plain({});
  plain.item("\x1b[1m", "\x1b[31mred");
  CHECK(plain.text() == "\\u{1b}[1m \\u{1b}[31mred\n");
  Page coloured({.color = true});
  coloured.item("-", "red", Style::stop).line("plain");
  CHECK(coloured.text() == "- \x1b[1;97;44mred\x1b[0m\nplain\n");
}

TEST_CASE("colour is taken back on every line", "[text]") {
  Page page({.width = 20, .color = true});
  page.line("one two three four five", Style::heading);
  CHECK(page.text() ==
        "\x1b[1mone two three four\x1b[0m\n"
        "\x1b[1mfive\x1b[0m\n");
}

TEST_CASE("places in a text are filled in order", "[text]") {
  CHECK(fill("{} to {}", {"1", "3"}) == "1 to 3");
  CHECK(fill("{} to {}", {"1"}) == "1 to {}");
  CHECK(fill("none", {"1"}) == "none");
  CHECK(fill("a {} b", {"{}"}) == "a {} b");
  CHECK(fill("{}{}", {"{}", "x"}) == "{}x");
}

}  // namespace
}  // namespace runready::testing
