#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Text as a terminal shows it. No locale is consulted.
namespace runready {

bool is_valid_utf8(std::string_view text);

/// Safe to print: invalid bytes become U+FFFD; control characters, escape sequences and
/// bidirectional overrides become visible escapes such as `\u{1b}`. Newlines are kept on request.
std::string printable(std::string_view text, bool keep_newlines = false);

/// Columns on a terminal: 0 for combining marks, 2 for wide characters. Invalid bytes count 1.
std::size_t display_width(std::string_view text);

/// Lines of at most `width` columns, broken at spaces (a longer word stands alone and is cut only
/// if it is wider than a whole line). Newlines in `text` end lines. Never empty.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace runready
