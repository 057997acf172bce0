#include "text/document.hpp"

#include <algorithm>
#include <iterator>

#include "text/utf8.hpp"

namespace runready {

void append(Document& to, Document blocks) {
  to.insert(to.end(), std::make_move_iterator(blocks.begin()),
            std::make_move_iterator(blocks.end()));
}

Block heading(std::string_view text) { return Heading{std::string(text)}; }
Block paragraph(std::string_view text) { return Paragraph{std::string(text)}; }
Block row(std::string_view term, std::string_view text) {
  return Row{std::string(term), std::string(text)};
}
Block example(std::string_view literal, std::string_view purpose) {
  return Example{std::string(literal), std::string(purpose)};
}

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

// A document on a terminal: top to bottom, nothing told by colour or place alone, so that it can
// be read aloud.

namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kMostLeft = 26;    ///< columns of a term before its text stands below it
constexpr std::size_t kLeastRight = 24;  ///< columns a text needs to stand beside its term

Style style_of(Tone tone) {
  constexpr Style kStyles[] = {Style::go,   Style::easy,   Style::careful,
                               Style::stop, Style::urgent, Style::emergency};
  return kStyles[static_cast<std::size_t>(tone)];
}

template <class Kind>
bool is(const Block& block) {
  return std::holds_alternative<Kind>(block);
}

bool is_row(const Block& block) { return is<Row>(block) || is<Example>(block); }

/// The term and the text of a row.
std::pair<std::string_view, std::string_view> sides(const Block& block) {
  if (const auto* row = std::get_if<Row>(&block)) return {row->term, row->text};
  const Example& example = std::get<Example>(block);
  return {example.literal, example.purpose};
}

class TerminalWriter {
 public:
  TerminalWriter(const Document& document, const TextOptions& options)
      : document_(document), options_(options), page_(options) {}

  std::string write() {
    for (at_ = 0; at_ < document_.size(); ++at_) {
      separate();
      std::visit([&](const auto& block) { add(block); }, document_[at_]);
    }
    repeat_answer();
    return page_.text();
  }

 private:
  const Block* previous() const { return at_ == 0 ? nullptr : &document_[at_ - 1]; }

  /// Empty lines stand before sections and between paragraphs, not inside lists.
  void separate() {
    const Block* before = previous();
    const Block& block = document_[at_];
    if (before == nullptr || is<Heading>(*before)) return;
    const bool continues =
        (is_row(block) && is_row(*before)) || (is<Note>(block) && is<Note>(*before)) ||
        is<ListItem>(block) || is<Definition>(block) ||
        (is<Paragraph>(block) && (is<ListItem>(*before) || is<Definition>(*before)));
    if (!continues) page_.blank();
  }

  void add(const Answer& answer) {
    page_.indent(0).line(answer.banner, style_of(answer.tone));
    if (!answer.lines.empty()) page_.blank();
    for (const std::string& line : answer.lines) page_.line(line);
  }

  void add(const Heading& heading) {
    page_.indent(0).line(heading.text, Style::heading).indent(kIndent);
  }

  void add(const Paragraph& paragraph) { page_.line(paragraph.text); }
  void add(const ListItem& item) { page_.item("-", item.text); }
  void add(const Row&) { add_row(); }
  void add(const Example&) { add_row(); }

  void add(const Definition& definition) {
    page_.line(definition.term, Style::heading).indent(2 * kIndent);
    for (const std::string& line : definition.lines) page_.line(line);
    page_.indent(kIndent);
  }

  void add(const Table& table) {
    for (const auto& row : table.rows) {
      if (row.size() == 1) {
        page_.line(row.front(), Style::heading);
      } else {
        page_.item("-", joined(row));
      }
    }
  }

  static std::string joined(const std::vector<std::string>& cells) {
    std::string text;
    for (const std::string& cell : cells) text += (text.empty() ? "" : " ") + cell;
    return text;
  }

  void add(const Figure& figure) { page_.line(figure.words); }
  void add(const Note& note) { page_.indent(0).line(note.text); }

  /// Rows that follow one another share a column; this is how wide their terms are.
  std::size_t left_width() const {
    std::size_t widest = 0;
    for (std::size_t i = at_; i < document_.size() && is_row(document_[i]); ++i) {
      const std::size_t width = display_width(sides(document_[i]).first);
      if (is<Example>(document_[i]) || width <= kMostLeft) widest = std::max(widest, width);
    }
    return widest;
  }

  void add_row() {
    if (previous() == nullptr || !is_row(*previous())) left_ = left_width();
    const auto [term, text] = sides(document_[at_]);
    const std::size_t column = kIndent + left_ + 2;
    const bool fits_beside = display_width(term) <= left_ &&
                             column + kLeastRight <= std::max<std::size_t>(options_.width, 60);
    page_.indent(kIndent);
    if (text.empty()) {
      page_.as_it_stands(term);
    } else if (fits_beside) {
      page_.beside(term, column, text);
    } else {
      page_.as_it_stands(term).indent(kIndent + 4).line(text).indent(kIndent);
    }
  }

  /// On a screen that scrolls, whatever was read first has gone.
  void repeat_answer() {
    if (document_.empty() || !is<Answer>(document_.front()) || options_.height == 0) return;
    const auto lines = std::count(page_.text().begin(), page_.text().end(), '\n');
    if (static_cast<std::size_t>(lines) < options_.height) return;
    page_.blank();
    add(std::get<Answer>(document_.front()));
  }

  const Document& document_;
  const TextOptions& options_;
  Page page_;
  std::size_t at_ = 0;
  std::size_t left_ = 0;
};

}  // namespace

std::string to_terminal(const Document& document, const TextOptions& options) {
  return TerminalWriter(document, options).write();
}

}  // namespace runready
