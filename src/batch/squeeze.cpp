#include "batch/squeeze.hpp"

namespace runready {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

bool is_structural(char c) {
  return c == ',' || c == ':' || c == '{' || c == '}' || c == '[' || c == ']';
}

}  // namespace

bool squeeze(std::string_view line, std::string& into) {
  const bool has_space = line.find(' ') != line.npos || line.find('\t') != line.npos;
  if (!has_space && !line.ends_with('\r')) return false;
  into.resize(line.size() + 1);
  char* to = into.data();
  char last = ',';  // as if a separator stood before the line
  bool is_spaced = false;
  bool is_string = false;
  for (const char c : line) {
    if (c == '\\') return false;
    if (is_string || !is_space(c)) {
      if (is_spaced && !is_structural(last) && !is_structural(c)) return false;
      is_spaced = false;
      is_string ^= c == '"';
      *to++ = last = c;
    } else {
      is_spaced = true;
    }
  }
  *to++ = '\n';
  const auto size = static_cast<std::size_t>(to - into.data());
  into.resize(size);
  return size <= line.size();
}

}  // namespace runready
