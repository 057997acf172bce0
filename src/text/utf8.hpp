#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Text as a terminal shows it. No locale is consulted.
///
///     for (const std::string& line : wrap(printable(option.label), 40)) {
///       out << line << std::string(40 - display_width(line), ' ');
///     }
namespace runready {

/// The code point a text begins with, or one byte that is not UTF-8 (then U+FFFD and not valid).
struct CodePoint {
  char32_t value = 0xfffd;
  std::uint32_t bytes = 1;
  bool valid = false;
};

/// REQUIRES: `text` is not empty.
CodePoint first_code_point(std::string_view text);

/// How many bytes from the start are valid UTF-8.
std::size_t valid_utf8_prefix(std::string_view text);

bool is_valid_utf8(std::string_view text);

/// Whether a code point must not reach a terminal raw: control characters, line and paragraph
/// separators, what reorders the text around it, and what is not seen at all.
bool is_unsafe(char32_t code_point);

/// Safe to print: invalid bytes become U+FFFD; control characters, escape sequences and
/// bidirectional overrides become visible escapes such as `\u{1b}`. Newlines are kept on request.
/// Printable text stays as it is.
std::string printable(std::string_view text, bool keep_newlines = false);

/// Columns on a terminal: 0 for combining marks and control characters, 2 for wide characters.
/// Invalid bytes count 1.
std::size_t display_width(std::string_view text);

/// The longest start of the text that fits into so many columns.
std::string_view fitting_prefix(std::string_view text, std::size_t width);

/// Lines of at most `width` columns, broken at spaces (a longer word stands alone and is cut only
/// if it is wider than a whole line). Newlines in `text` end lines. Never empty.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace runready
