#include "json/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

#include "text/utf8.hpp"

namespace runready {

namespace {

void append_escape(std::string& out, char32_t c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  switch (c) {
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      out += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[c >> shift & 0xf];
  }
}

/// By byte, whether it stands for itself: plain ASCII but for quotes and backslashes.
constexpr auto kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = ' '; c < 0x7f; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

bool is_plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

/// How many bytes at the start stand for themselves. Eight are looked at together: those below a
/// blank, equal to one of three others, or past ASCII set the highest bit of their byte, and where
/// none does nothing was borrowed from the byte beside it.
std::size_t plain_run(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr auto each = [](char c) { return kOnes * static_cast<unsigned char>(c); };
  std::size_t run = 0;
  for (std::uint64_t bytes = 0; run + sizeof bytes <= text.size(); run += sizeof bytes) {
    std::memcpy(&bytes, text.data() + run, sizeof bytes);
    const std::uint64_t special = (bytes - each(' ')) | ((bytes ^ each('"')) - kOnes) |
                                  ((bytes ^ each('\\')) - kOnes) |
                                  ((bytes ^ each('\x7f')) - kOnes) | bytes;
    if ((special & each('\x80')) != 0) break;
  }
  while (run < text.size() && is_plain(text[run])) ++run;
  return run;
}

/// Everything but plain ASCII. Returns how many bytes it took.
std::size_t append_special(std::string& out, std::string_view text) {
  const CodePoint c = first_code_point(text);
  if (!c.valid) {
    out += "\uFFFD";
  } else if (c.value == '"' || c.value == '\\') {
    out += '\\';
    out += text.front();
  } else if (is_unsafe(c.value)) {
    append_escape(out, c.value);
  } else {
    out += text.substr(0, c.bytes);
  }
  return c.bytes;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const std::size_t run = plain_run(text);
    out += text.substr(0, run);
    text.remove_prefix(run);
    if (!text.empty()) text.remove_prefix(append_special(out, text));
  }
  out += '"';
}

void JsonWriter::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

JsonWriter& JsonWriter::begin_object() {
  separate();
  out_ += '{';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  out_ += '}';
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  separate();
  out_ += '[';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  out_ += ']';
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view key) {
  separate();
  append_json_string(out_, key);
  out_ += ':';
  first_ = true;  // its value follows without a comma
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  append_json_string(out_, text);
  return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
  separate();
  out_ += std::to_string(number);
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  separate();
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out_.append(digits.data(), end);
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
  separate();
  out_ += truth ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

JsonWriter& JsonWriter::members(std::string_view json) { return raw(json); }

}  // namespace runready
