#include "text/shell_words.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace runready {

namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-_./=+:,@%").find(c) != std::string_view::npos;
}

/// `$'\x1b[31m'`: bytes that a terminal must not get, as escapes that a shell reads back.
std::string with_escapes(std::string_view word) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string quoted = "$'";
  while (!word.empty()) {
    const CodePoint c = first_code_point(word);
    const std::string_view bytes = word.substr(0, c.bytes);
    if (bytes == "'" || bytes == "\\") {
      quoted += '\\' + std::string(bytes);
    } else if (c.valid && !is_unsafe(c.value)) {
      quoted += bytes;
    } else {
      for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        quoted += {'\\', 'x', kDigits[value >> 4], kDigits[value & 0xf]};
      }
    }
    word.remove_prefix(c.bytes);
  }
  return quoted + "'";
}

}  // namespace

std::string shell_word(std::string_view word) {
  if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) return std::string(word);
  if (printable(word) != word) return with_escapes(word);
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

}  // namespace runready
