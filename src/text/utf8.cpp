#include "text/utf8.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "text/width_table.hpp"

namespace runready {

namespace {

constexpr CodePoint kInvalid;

/// What a first byte announces: how many bytes, its payload, the least value so many bytes may
/// have.
struct Lead {
  std::uint32_t bytes;
  char32_t payload;
  char32_t least;
};

constexpr Lead lead_of(unsigned char byte) {
  if (byte >= 0xf0 && byte <= 0xf4) return {4, byte & 0x07u, 0x10000};
  if (byte >= 0xe0 && byte <= 0xef) return {3, byte & 0x0fu, 0x800};
  if (byte >= 0xc2 && byte <= 0xdf) return {2, byte & 0x1fu, 0x80};
  return {0, 0, 0};
}

/// The first byte from `at` on that is not ASCII, found eight at a time.
std::size_t past_ascii(std::string_view text, std::size_t at) {
  std::uint64_t eight = 0;
  while (text.size() - at >= sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & 0x8080808080808080u) != 0) break;
    at += sizeof eight;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

template <std::size_t kCount>
bool is_in(char32_t code_point, const CodePointRange (&table)[kCount]) {
  const auto* past = std::upper_bound(std::begin(table), std::end(table), code_point,
                                      [](char32_t c, CodePointRange r) { return c < r.first; });
  return past != std::begin(table) && code_point <= std::prev(past)->last;
}

std::size_t width_of(char32_t code_point) {
  if (code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0)) return 0;
  if (code_point < 0x300) return 1;
  if (is_in(code_point, kZeroWidth)) return 0;
  return is_in(code_point, kWide) ? 2 : 1;
}

void append_escape(std::string& to, char32_t code_point) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  for (; code_point != 0 || digits.empty(); code_point >>= 4) digits += kDigits[code_point & 0xf];
  to += "\\u{";
  to.append(digits.rbegin(), digits.rend());
  to += '}';
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  if (byte(0) < 0x80) return {byte(0), 1, true};
  const Lead lead = lead_of(byte(0));
  if (lead.bytes == 0 || lead.bytes > text.size()) return kInvalid;
  char32_t value = lead.payload;
  for (std::size_t i = 1; i < lead.bytes; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return kInvalid;
    value = value << 6 | (byte(i) & 0x3fu);
  }
  const bool is_surrogate = value >= 0xd800 && value < 0xe000;
  if (value < lead.least || value > 0x10ffff || is_surrogate) return kInvalid;
  return {value, lead.bytes, true};
}

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  for (;;) {
    at = past_ascii(text, at);
    if (at == text.size()) return at;
    const CodePoint c = first_code_point(text.substr(at));
    if (!c.valid) return at;
    at += c.bytes;
  }
}

bool is_valid_utf8(std::string_view text) { return valid_utf8_prefix(text) == text.size(); }

bool is_unsafe(char32_t c) {
  const bool is_control = c < 0x20 || (c >= 0x7f && c < 0xa0);
  const bool is_separator = c == 0x2028 || c == 0x2029;
  const bool reorders = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  const bool is_invisible = c == 0x200b || c == 0x2060 || c == 0xfeff || c == 0x061c;
  return is_control || is_separator || reorders || is_invisible;
}

std::string printable(std::string_view text, bool keep_newlines) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    if (!c.valid) {
      out += "\uFFFD";
    } else if (is_unsafe(c.value) && !(keep_newlines && c.value == '\n')) {
      append_escape(out, c.value);
    } else {
      out += text.substr(0, c.bytes);
    }
    text.remove_prefix(c.bytes);
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    width += width_of(c.value);
    text.remove_prefix(c.bytes);
  }
  return width;
}

std::string_view fitting_prefix(std::string_view text, std::size_t width) {
  std::size_t at = 0;
  for (std::size_t used = 0; at < text.size();) {
    const CodePoint c = first_code_point(text.substr(at));
    used += width_of(c.value);
    if (used > width) break;
    at += c.bytes;
  }
  return text.substr(0, at);
}

namespace {

class Lines {
 public:
  explicit Lines(std::size_t width) : width_(std::max<std::size_t>(width, 1)) {}

  void add_word(std::string_view word) {
    const std::size_t word_width = display_width(word);
    if (!line_.empty() && used_ + 1 + word_width > width_) end_line();
    if (word_width > width_) {
      add_cut(word);
      return;
    }
    if (!line_.empty()) {
      line_ += ' ';
      ++used_;
    }
    line_ += word;
    used_ += word_width;
  }

  void end_line() {
    lines_.push_back(std::move(line_));
    line_.clear();
    used_ = 0;
  }

  std::vector<std::string> take() { return std::move(lines_); }

 private:
  /// A word wider than a line: in pieces, the last of which other words may follow.
  void add_cut(std::string_view word) {
    for (;;) {
      std::string_view piece = fitting_prefix(word, width_);
      // A wide character on a terminal one column wide: nothing better than to let it stand out.
      if (piece.empty()) piece = word.substr(0, first_code_point(word).bytes);
      line_ = piece;
      used_ = display_width(piece);
      word.remove_prefix(piece.size());
      if (word.empty()) return;
      end_line();
    }
  }

  std::size_t width_;
  std::vector<std::string> lines_;
  std::string line_;
  std::size_t used_ = 0;
};

void add_paragraph(Lines& lines, std::string_view paragraph) {
  while (!paragraph.empty()) {
    const std::string_view word = paragraph.substr(0, paragraph.find(' '));
    if (!word.empty()) lines.add_word(word);
    paragraph.remove_prefix(std::min(word.size() + 1, paragraph.size()));
  }
  lines.end_line();
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  Lines lines(width);
  for (;;) {
    const std::size_t newline = text.find('\n');
    add_paragraph(lines, text.substr(0, newline));
    if (newline == std::string_view::npos || newline + 1 == text.size()) return lines.take();
    text.remove_prefix(newline + 1);
  }
}

}  // namespace runready
