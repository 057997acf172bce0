#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "runready/text_options.hpp"

/// Text laid out for a terminal line by line, top to bottom, so that it reads the same on paper,
/// in a dumb terminal and read aloud.
///
///     Page page({.width = 60});
///     page.line("Why", Style::heading).indent(2).item("-", "You limp.");
///     std::cout << page.text();
namespace runready {

/// What a line is. Where colour is on, each kind looks its own way.
enum class Style : std::uint8_t {
  plain,
  heading,
  faint,
  go,
  easy,
  careful,
  stop,
  urgent,
  emergency
};

class Page {
 public:
  explicit Page(TextOptions options) : options_(options) {}

  /// Columns that the lines to come stand further right than the margin.
  Page& indent(std::size_t columns) {
    indent_ = columns;
    return *this;
  }

  /// A paragraph, wrapped. Whatever cannot be shown safely is escaped.
  Page& line(std::string_view text, Style style = Style::plain) { return item("", text, style); }

  /// A paragraph behind a marker such as `-` or `12`; further lines stand under its text.
  Page& item(std::string_view marker, std::string_view text, Style style = Style::plain);

  /// A term with a paragraph beside it that begins in a column. REQUIRES: the term ends before.
  Page& beside(std::string_view term, std::size_t column, std::string_view text);

  /// Lines that are not broken, so that they can be copied.
  Page& as_it_stands(std::string_view text);

  /// An empty line, unless one stands there already or nothing does.
  Page& blank();

  const std::string& text() const { return text_; }

 private:
  void lay(std::string lead, std::size_t column, std::string_view text, Style style);

  TextOptions options_;
  std::size_t indent_ = 0;
  std::string text_;
};

}  // namespace runready
