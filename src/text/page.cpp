#include "text/page.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace runready {

namespace {

constexpr std::size_t kLeastWidth = 20;  ///< a terminal narrower than this breaks lines itself
constexpr std::size_t kLeastRoom = 10;   ///< columns that text keeps, however deep it stands

/// An answer carries its background along, so that it is read on white and on black.
std::string_view escape_of(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::heading:
      return "\x1b[1m";
    case Style::faint:
      return "\x1b[2m";
    case Style::go:
      return "\x1b[1;30;42m";
    case Style::easy:
      return "\x1b[1;30;46m";
    case Style::careful:
      return "\x1b[1;30;43m";
    case Style::stop:
      return "\x1b[1;97;44m";
    case Style::urgent:
      return "\x1b[1;97;45m";
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
  lay(spaces(indent) + lead, indent + lead_width, text, style);
  return *this;
}

Page& Page::beside(std::string_view term, std::size_t column, std::string_view text) {
  std::string lead = spaces(indent_) + printable(term);
  lead += spaces(column - display_width(lead));
  lay(std::move(lead), column, text, Style::plain);
  return *this;
}

Page& Page::as_it_stands(std::string_view text) {
  std::string lines = printable(text, true);
  if (lines.ends_with('\n')) lines.pop_back();
  for (std::size_t at = 0; at <= lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    text_ += spaces(indent_) + lines.substr(at, end - at) + "\n";
    at = end + 1;
  }
  return *this;
}

void Page::lay(std::string lead, std::size_t column, std::string_view text, Style style) {
  const std::size_t width = std::max(options_.width, column + kLeastRoom);
  for (const std::string& words : wrap(printable(text, true), width - column)) {
    text_ += lead + painted(words, style, options_.color) + "\n";
    lead = spaces(column);
  }
}

Page& Page::blank() {
  if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
  return *this;
}

}  // namespace runready
