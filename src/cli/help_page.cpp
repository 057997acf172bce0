#include "cli/help_page.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace runready {

namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kMostLeft = 26;    ///< columns of the left side before the right gives way
constexpr std::size_t kLeastRight = 24;  ///< columns the right side needs to stand beside it

std::string spaces(std::size_t count) { return std::string(count, ' '); }

bool is_row(const HelpBlock& block) {
  return block.kind == HelpBlock::Kind::item || block.kind == HelpBlock::Kind::example;
}

/// Rows that follow one another share a column; this is how wide their left side is.
std::size_t left_width(const HelpPage& page, std::size_t first) {
  std::size_t widest = 0;
  for (std::size_t i = first; i < page.size() && is_row(page[i]); ++i) {
    const std::size_t width = display_width(page[i].left);
    if (page[i].kind == HelpBlock::Kind::example || width <= kMostLeft) {
      widest = std::max(widest, width);
    }
  }
  return widest;
}

void add_lines(std::string& out, std::string_view text, std::size_t indent, std::size_t width) {
  for (const std::string& line :
       wrap(printable(text, true), std::max(width, indent + kLeastRight) - indent)) {
    out += line.empty() ? "\n" : spaces(indent) + line + "\n";
  }
}

void add_row(std::string& out, const HelpBlock& row, std::size_t left, std::size_t width) {
  const std::size_t column = kIndent + left + 2;
  const bool fits_beside =
      display_width(row.left) <= left && column + kLeastRight <= std::max<std::size_t>(width, 60);
  out += spaces(kIndent) + row.left;
  if (row.right.empty()) {
    out += "\n";
  } else if (fits_beside) {
    std::string lines;
    add_lines(lines, row.right, column, width);
    out += lines.substr(kIndent + display_width(row.left));
  } else {
    out += "\n";
    add_lines(out, row.right, kIndent + 4, width);
  }
}

}  // namespace

HelpBlock heading(std::string_view text) {
  return {HelpBlock::Kind::heading, std::string(text), ""};
}

HelpBlock paragraph(std::string_view text) {
  return {HelpBlock::Kind::paragraph, std::string(text), ""};
}

HelpBlock item(std::string_view left, std::string_view right) {
  return {HelpBlock::Kind::item, std::string(left), std::string(right)};
}

HelpBlock example(std::string_view command, std::string_view purpose) {
  return {HelpBlock::Kind::example, std::string(command), std::string(purpose)};
}

std::string to_text(const HelpPage& page, std::size_t width) {
  std::string out;
  std::size_t left = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    const HelpBlock& block = page[i];
    const bool begins_rows = is_row(block) && (i == 0 || !is_row(page[i - 1]));
    const bool follows_heading = i > 0 && page[i - 1].kind == HelpBlock::Kind::heading;
    if (i > 0 && !follows_heading && (!is_row(block) || begins_rows)) out += "\n";
    if (begins_rows) left = left_width(page, i);
    if (is_row(block)) {
      add_row(out, block, left, width);
    } else {
      add_lines(out, block.left + (block.kind == HelpBlock::Kind::heading ? ":" : ""), 0, width);
    }
  }
  return out;
}

}  // namespace runready
