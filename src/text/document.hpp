#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "runready/text_options.hpp"

/// What a report, a help page or a manual page says, as blocks in the order they are read. What is
/// said is made once; how it looks on a terminal, on paper or in a browser is the writers' matter.
///
///     Document document{Heading{"Why"}, ListItem{"You limp."}};
///     std::cout << to_terminal(document, {.width = 60});
///
/// Texts are plain: whatever means something to a terminal, to Markdown, HTML or roff is escaped
/// by the writer. A newline in a text ends a line.
namespace runready {

/// How urgent an answer is, from a day as planned to a call for help.
enum class Tone : std::uint8_t { go, easy, careful, stop, urgent, emergency };

/// What a document is about: in as few words as possible, and the sentences that belong to it. On
/// a screen too small for the whole document it stands at the end once more.
struct Answer {
  Tone tone = Tone::go;
  std::string banner;
  std::vector<std::string> lines;
};

/// Begins a section.
struct Heading {
  std::string text;
};

struct Paragraph {
  std::string text;
};

/// Those that follow one another are a list.
struct ListItem {
  std::string text;
};

/// What is typed or named, and what it means: a flag, a command, a value. Those that follow one
/// another share a column.
struct Row {
  std::string term;
  std::string text;
};

/// A title of its own and what belongs to it: a session with its effort and how it is done.
struct Definition {
  std::string term;
  std::vector<std::string> lines;
};

/// A command, or lines, as they stand; `purpose` may be empty.
struct Example {
  std::string literal;
  std::string purpose;
};

struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< one cell only: a title for the rows to come
};

/// A drawing, where there can be one; elsewhere the words for it. `svg` holds nothing of a user's
/// that was not escaped.
struct Figure {
  std::string svg;
  std::string words;
};

/// Small print: what belongs to the whole document. Ends the section.
struct Note {
  std::string text;
};

using Block = std::variant<Answer, Heading, Paragraph, ListItem, Row, Definition, Example, Table,
                           Figure, Note>;
using Document = std::vector<Block>;

/// Lines of at most `width` columns; commands are not broken, they are to be copied.
std::string to_terminal(const Document& document, const TextOptions& options);

std::string to_markdown(const Document& document);

/// One page that needs nothing else: no script, no other file. It follows the reader's choice of
/// light or dark and prints on A4. `language` is a tag such as `en`.
std::string to_html(const Document& document, std::string_view title, std::string_view language);

/// Puts one document behind another.
void append(Document& to, Document blocks);

// Blocks of texts as tables hold them.
Block heading(std::string_view text);
Block paragraph(std::string_view text);
Block row(std::string_view term, std::string_view text);
Block example(std::string_view literal, std::string_view purpose);

/// For visitors of blocks.
template <class... Visit>
struct Visitor : Visit... {
  using Visit::operator()...;
};
template <class... Visit>
Visitor(Visit...) -> Visitor<Visit...>;

// Text laid out for a terminal line by line, top to bottom, so that it reads the same on paper,
// in a dumb terminal and read aloud.
//
//     Page page({.width = 60});
//     page.line("Why", Style::heading).indent(2).item("-", "You limp.");
//     std::cout << page.text();

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
