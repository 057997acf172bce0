#include "text/page.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace runready {

namespace {

constexpr std::size_t kLeastWidth = 20;  ///< a terminal narrower than this breaks lines itself
constexpr std::size_t kLeastRoom = 10;   ///< columns that text keeps, however deep it stands

std::string_view escape_of(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::heading:
      return "\x1b[1m";
    case Style::faint:
      return "\x1b[2m";
    case Style::good:
      return "\x1b[1;32m";
    case Style::careful:
      return "\x1b[1;33m";
    case Style::stop:
      return "\x1b[1;31m";
    case Style::urgent:
      return "\x1b[1;30;43m";
    case Style::emergency:
      return "\x1b[1;97;41m";
  }
  return "";
}

std::string painted(const std::string& text, Style style, bool color) {
  const std::string_view escape = color ? escape_of(style) : "";
  if (escape.empty() || text.empty()) return text;
  return std::string(escape).append(text).append("\x1b[0m");
}

std::string spaces(std::size_t count) { return std::string(count, ' '); }

}  // namespace

Page& Page::item(std::string_view marker, std::string_view text, Style style) {
  const std::size_t width = std::max(options_.width, kLeastWidth);
  std::string lead = printable(marker);
  if (!lead.empty()) lead += ' ';
  const std::size_t lead_width = std::min(display_width(lead), width - kLeastRoom);
  // On a very narrow terminal it is better to lose the indentation than the words.
  const std::size_t indent = std::min(indent_, width - kLeastRoom - lead_width);
  const std::size_t under = indent + lead_width;
  lead = spaces(indent) + lead;
  for (const std::string& words : wrap(printable(text, true), width - under)) {
    text_ += lead + painted(words, style, options_.color) + "\n";
    lead = spaces(under);
  }
  return *this;
}

Page& Page::blank() {
  if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
  return *this;
}

}  // namespace runready
