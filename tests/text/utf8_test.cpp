#include "text/utf8.hpp"

#include "catch.hpp"
#include "text/width_table.hpp"
#include "text/words.hpp"

namespace runready {
namespace {

TEST_CASE("valid UTF-8 is told from invalid", "[text]") {
  struct Row {
    std::string_view text;
    std::size_t valid;
  };
  const Row rows[] = {
      {"", 0},
      {"abc", 3},
      {"é", 2},
      {"€", 3},
      {"🏃", 4},
      {"\x80", 0},
      {"a\xff", 1},
      {"\xc3", 0},
      {"\xc3(", 0},
      {"\xc0\x80", 0},
      {"\xe0\x80\x80", 0},
      {"\xed\xa0\x80", 0},
      {"\xf4\x90\x80\x80", 0},
      {"\xf0\x9f\x8f", 0},
      {"\xf0\x80\x80\x80", 0},
      {"é\xe2\x82", 2},
      {"\xf5\x80\x80\x80", 0},
  };
  for (const Row& row : rows) {
    INFO(printable(row.text));
    CHECK(valid_utf8_prefix(row.text) == row.valid);
    CHECK(is_valid_utf8(row.text) == (row.valid == row.text.size()));
  }
}

TEST_CASE("a word in a message shows what is not seen in it", "[text]") {
  CHECK(in_backticks("ga\u00a0it\u200b") == "`ga\\u{a0}it\\u{200b}`");
}

TEST_CASE("what is printed cannot steer a terminal", "[text]") {
  struct Row {
    std::string_view text;
    std::string expected;
  };
  const Row rows[] = {
      {"plain é 走", "plain é 走"},
      {"\x1b[31mred", "\\u{1b}[31mred"},
      {"a\tb\r\n", "a\\u{9}b\\u{d}\\u{a}"},
      {std::string_view("\0", 1), "\\u{0}"},
      {"\x7f", "\\u{7f}"},
      {"\xc2\x9b", "\\u{9b}"},
      {"\u202eevil\u2066", "\\u{202e}evil\\u{2066}"},
      {"\u2028", "\\u{2028}"},
      {"a\u200bb\ufeff\u061c\u2060", "a\\u{200b}b\\u{feff}\\u{61c}\\u{2060}"},
      {"a\xff\xfe", "a\uFFFD\uFFFD"},
      {"👩‍🚀", "👩‍🚀"},
  };
  for (const Row& row : rows) {
    CHECK(printable(row.text) == row.expected);
    CHECK(printable(printable(row.text)) == row.expected);
  }
  CHECK(printable("a\n\x1b", true) == "a\n\\u{1b}");
}

TEST_CASE("width is that of a terminal", "[text]") {
  struct Row {
    std::string_view text;
    std::size_t width;
  };
  const Row rows[] = {
      {"", 0},         {"abc", 3},    {"é", 1},      {"e\u0301", 1}, {"走る", 4},         {"🏃", 2},
      {"\xff\xff", 2}, {"\u200b", 0}, {"\u00ad", 1}, {"한국", 4},    {"ｆｕｌｌ", 8},     {"ｶﾅ", 2},
      {"→", 1},        {"\x1b", 0},   {"हिन्दी", 5},  {"🇩🇪", 2},      {"\u1100\u1161", 2},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(display_width(row.text) == row.width);
  }
}

TEST_CASE("the width tables ascend and do not overlap", "[text]") {
  const auto ascends = [](const auto& table) {
    std::uint32_t past = 0;
    for (const CodePointRange range : table) {
      if (range.first < past || range.last < range.first) return false;
      past = range.last + 1;
    }
    return true;
  };
  CHECK(ascends(kZeroWidth));
  CHECK(ascends(kWide));
}

TEST_CASE("a prefix that fits never splits a character", "[text]") {
  CHECK(fitting_prefix("abc", 2) == "ab");
  CHECK(fitting_prefix("abc", 9) == "abc");
  CHECK(fitting_prefix("走る", 3) == "走");
  CHECK(fitting_prefix("e\u0301x", 1) == "e\u0301");
  CHECK(fitting_prefix("走", 1).empty());
}

TEST_CASE("text is wrapped at spaces", "[text]") {
  using Lines = std::vector<std::string>;
  struct Row {
    std::string_view text;
    std::size_t width;
    Lines lines;
  };
  const Row rows[] = {
      {"", 10, {""}},
      {"one two", 10, {"one two"}},
      {"one two three", 7, {"one two", "three"}},
      {"one  two", 10, {"one two"}},
      {"one two ", 7, {"one two"}},
      {"one\ntwo", 10, {"one", "two"}},
      {"one\n\ntwo\n", 10, {"one", "", "two"}},
      {"abcdefgh", 3, {"abc", "def", "gh"}},
      {"a abcdefgh b", 3, {"a", "abc", "def", "gh", "b"}},
      {"abcd e", 3, {"abc", "d e"}},
      {"走走走", 4, {"走走", "走"}},
      {"走走", 1, {"走", "走"}},
      {"ab cd", 0, {"a", "b", "c", "d"}},
      {"ee\u0301e", 2, {"ee\u0301", "e"}},
  };
  for (const Row& row : rows) {
    INFO(row.text << " in " << row.width);
    CHECK(wrap(row.text, row.width) == row.lines);
  }
}

}  // namespace
}  // namespace runready
