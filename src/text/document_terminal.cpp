// A document on a terminal: top to bottom, nothing told by colour or place alone, so that it can
// be read aloud.

#include <algorithm>

#include "text/document.hpp"
#include "text/page.hpp"
#include "text/utf8.hpp"

namespace runready {

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
