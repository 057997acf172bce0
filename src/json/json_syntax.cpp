#include "json/json_syntax.hpp"

#include <algorithm>
#include <optional>

#include "text/utf8.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

/// A message about the bytes from `begin` to `end`.
struct Fault {
  std::size_t begin;
  std::size_t end;
  std::string message;
  std::string help;
};

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }

/// The value of four hexadecimal digits.
std::optional<unsigned> hex_value(std::string_view digits) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  if (digits.size() < 4) return std::nullopt;
  unsigned value = 0;
  for (const char c : digits.substr(0, 4)) {
    const bool is_upper = c >= 'A' && c <= 'F';
    const std::size_t digit = kDigits.find(is_upper ? static_cast<char>(c - 'A' + 'a') : c);
    if (digit == std::string_view::npos) return std::nullopt;
    value = value * 16 + static_cast<unsigned>(digit);
  }
  return value;
}

/// Bytes of a right `\u` escape at the start, both halves of a surrogate pair together; or 0.
std::size_t unicode_escape_size(std::string_view text) {
  const auto first = hex_value(text.substr(2));
  if (!first || (*first >= 0xdc00 && *first < 0xe000)) return 0;
  if (*first < 0xd800 || *first >= 0xe000) return 6;
  if (text.substr(6, 2) != "\\u") return 0;
  const auto second = hex_value(text.substr(8));
  return second && *second >= 0xdc00 && *second < 0xe000 ? 12 : 0;
}

/// What is wrong with the escape at `at`, or how long it is.
std::optional<Fault> escape_fault(std::string_view text, std::size_t at, std::size_t& size) {
  constexpr std::string_view kEscapes = "\"\\/bfnrt";
  const std::string_view rest = text.substr(at);
  size = 2;
  if (rest.size() < 2 || kEscapes.find(rest[1]) != std::string_view::npos) return std::nullopt;
  if (rest[1] != 'u') {
    const std::size_t length = 1 + first_code_point(rest.substr(1)).bytes;
    return Fault{at, at + length, "unknown escape " + in_backticks(rest.substr(0, length)),
                 "a backslash itself is written `\\\\`"};
  }
  size = unicode_escape_size(rest);
  if (size != 0) return std::nullopt;
  const std::size_t length = std::min({rest.size(), std::size_t{6}, rest.find('"')});
  return Fault{
      at, at + length, "malformed escape " + in_backticks(rest.substr(0, length)),
      "`\\u` takes four hexadecimal digits; a character past U+FFFF takes two such escapes"};
}

constexpr const char* kStraightQuotes =
    "write straight quotes `\"`: a word processor makes them curly";

bool is_curly_quote(std::string_view text) {
  constexpr std::string_view kCurly[] = {"\u201c", "\u201d", "\u201e", "\u201f", "\u2018",
                                         "\u2019", "\u201a", "\u00ab", "\u00bb"};
  return std::ranges::count(kCurly, text) > 0;
}

/// Why the string that begins at `begin` is none.
std::optional<Fault> string_fault(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin + 1; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    std::size_t size = 1;
    if (c == '"') return std::nullopt;
    if (c == '\n' || c == '\r') {
      const std::string_view line = text.substr(begin, at - begin);
      const bool is_curly = line.find("\u201d") != std::string_view::npos;
      return Fault{begin, at, "the string is not closed on its line",
                   is_curly ? kStraightQuotes
                            : "end it with `\"`; a line break inside a string is written `\\n`"};
    }
    if (c < 0x20) {
      return Fault{at, at + 1,
                   "control character " + in_backticks(text.substr(at, 1)) + " in a string",
                   c == '\t' ? "write it as `\\t`" : "remove it or write it as a `\\u` escape"};
    }
    if (c == '\\') {
      if (auto fault = escape_fault(text, at, size)) return fault;
    }
    at += size;
  }
  return Fault{begin, text.size(), "the string is not closed", "end it with `\"`"};
}

/// What may come after a right piece: a separator, if any, and then something else.
struct Expectation {
  char separator;               ///< 0 for none
  std::string_view separators;  ///< what to expect where it is missing
  std::string_view next;
};

Expectation expectation(JsonPiece after) {
  switch (after) {
    case JsonPiece::nothing:
      return {0, "", "a value"};
    case JsonPiece::open_list:
      return {0, "", "a value or `]`"};
    case JsonPiece::open_object:
      return {0, "", "a key in double quotes or `}`"};
    case JsonPiece::key:
      return {':', "`:`", "a value"};
    case JsonPiece::item:
      return {',', "`,` or `]`", "a value"};
    case JsonPiece::member:
      return {',', "`,` or `}`", "a key in double quotes"};
    case JsonPiece::whole:
      break;
  }
  return {0, "", "nothing after the value"};
}

bool is_number_part(char c) {
  return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
}

bool is_word_part(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_number_part(c);
}

/// What stands at `at`: a word or number as a whole, else one code point.
std::string_view token_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_word_part(text[end])) ++end;
  if (end == at) end += first_code_point(text.substr(at)).bytes;
  return text.substr(at, end - at);
}

std::string help_for(std::string_view found, bool after_comma) {
  for (const std::string_view word : {"true", "false", "null"}) {
    const auto same = [](char a, char b) { return (a | 0x20) == b; };
    if (std::equal(found.begin(), found.end(), word.begin(), word.end(), same)) {
      return "write `" + std::string(word) + "`";
    }
  }
  if (found == "'") return "strings stand in double quotes";
  if (is_curly_quote(found)) return kStraightQuotes;
  if (found == "/" || found == "#") return "JSON has no comments";
  if (after_comma && (found == "}" || found == "]")) return "remove the comma before it";
  return "";
}

Fault found_instead(const JsonMistake& m, std::size_t at, std::string_view expected,
                    bool after_separator) {
  const std::string found = "expected " + std::string(expected) + ", found ";
  if (at == m.text.size()) {
    const bool is_open = m.open.file != Span::kNoFile;
    const std::string_view bracket = is_open ? m.text.substr(m.open.begin, 1) : "";
    return {at, at, found + "the end of the text",
            is_open ? "the " + in_backticks(bracket) + " in " +
                          place_of_earlier(m.text, m.open.begin, m.from) + " is not closed"
                    : ""};
  }
  const std::string_view token = token_at(m.text, at);
  return {at, at + token.size(), found + in_backticks(token),
          help_for(token, after_separator && m.after != JsonPiece::key)};
}

Fault fault_of(const JsonMistake& m) {
  const Expectation expected = expectation(m.after);
  std::size_t at = skip_json_space(m.text, m.from);
  const auto stands = [&](char c) { return at < m.text.size() && m.text[at] == c; };
  // `01`, `1.` and `1x` are read as a number and something else.
  const bool is_glued = at == m.from && at > 0 && at < m.text.size() &&
                        is_number_part(m.text[at - 1]) && is_word_part(m.text[at]);
  if (is_glued) {
    std::size_t begin = at;
    while (begin > 0 && is_word_part(m.text[begin - 1])) --begin;
    const std::string_view number = token_at(m.text, begin);
    return {begin, begin + number.size(), "malformed number " + in_backticks(number), ""};
  }
  const bool separated = expected.separator != 0 && stands(expected.separator);
  if (separated) at = skip_json_space(m.text, at + 1);
  const bool after_separator = expected.separator == 0 || separated;
  if (after_separator && stands('"')) {
    if (auto fault = string_fault(m.text, at)) return *fault;
  }
  const bool may_be_number = after_separator && at < m.text.size() && is_number_part(m.text[at]);
  if (may_be_number && expected.next.starts_with("a value") && m.text[at] != 'e' &&
      m.text[at] != 'E') {
    const std::string_view number = token_at(m.text, at);
    return {at, at + number.size(), "malformed number " + in_backticks(number), ""};
  }
  return found_instead(m, at, after_separator ? expected.next : expected.separators, separated);
}

}  // namespace

Diagnostic explain(const JsonMistake& mistake) {
  Fault fault = fault_of(mistake);
  const Span span{mistake.file, static_cast<std::uint32_t>(fault.begin),
                  static_cast<std::uint32_t>(fault.end)};
  return {Severity::error, "json-syntax", span, std::move(fault.message), std::move(fault.help)};
}

std::string place_of_earlier(std::string_view text, std::size_t earlier, std::size_t later) {
  const std::string_view before = text.substr(0, earlier);
  if (text.substr(earlier, later - earlier).find('\n') != std::string_view::npos) {
    return "line " + std::to_string(std::count(before.begin(), before.end(), '\n') + 1);
  }
  const std::string_view line = before.substr(before.rfind('\n') + 1);  // npos + 1 is 0
  const auto code_points = std::count_if(line.begin(), line.end(), begins_code_point);
  return "column " + std::to_string(code_points + 1);
}

std::size_t skip_json_space(std::string_view text, std::size_t at) {
  const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

}  // namespace runready
