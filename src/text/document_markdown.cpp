// A document as Markdown.

#include "text/document.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

/// Text that means itself in Markdown, on one line.
std::string plain(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_[]<>#|&~";
  std::string escaped;
  for (const char c : printable(text)) {
    if (kSpecial.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

class MarkdownWriter {
 public:
  std::string write(const Document& document) {
    for (const Block& block : document) {
      const bool is_item = std::holds_alternative<ListItem>(block) ||
                           std::holds_alternative<Row>(block) ||
                           std::holds_alternative<Definition>(block);
      const bool is_note = std::holds_alternative<Note>(block);
      if (!out_.empty() && !(is_item && in_list_)) out_ += '\n';
      if (is_note && !in_notes_) out_ += "---\n\n";
      in_list_ = is_item;
      in_notes_ = is_note;
      std::visit([&](const auto& some) { add(some); }, block);
    }
    return std::move(out_);
  }

 private:
  void add(const Answer& answer) {
    out_ += "# " + plain(answer.banner) + "\n";
    for (const std::string& line : answer.lines) out_ += "\n" + plain(line) + "\n";
  }
  void add(const Heading& heading) { out_ += "## " + plain(heading.text) + "\n"; }
  void add(const Paragraph& paragraph) { out_ += plain(paragraph.text) + "\n"; }
  void add(const Note& note) { out_ += plain(note.text) + "\n"; }
  void add(const ListItem& item) { out_ += "- " + plain(item.text) + "\n"; }
  void add(const Row& row) { add(Definition{row.term, {row.text}}); }

  void add(const Definition& definition) {
    out_ += "- **" + plain(definition.term) + "**";
    for (const std::string& line : definition.lines) out_ += " " + plain(line);
    out_ += "\n";
  }

  void add(const Example& example) {
    if (!example.purpose.empty()) out_ += plain(example.purpose) + "\n\n";
    out_ += "```\n" + example.literal + (example.literal.ends_with('\n') ? "" : "\n") + "```\n";
  }

  void add(const Figure& figure) { add(Paragraph{figure.words}); }

  void add(const Table& table) {
    std::string line = "|";
    for (std::size_t i = 0; i < table.columns.size(); ++i) line += " --- |";
    add_row(table.columns);
    out_ += line + "\n";
    for (const auto& row : table.rows) {
      if (row.size() == 1) {
        out_ += "| **" + plain(row.front()) + "** |";
        for (std::size_t i = 1; i < table.columns.size(); ++i) out_ += " |";
        out_ += "\n";
      } else {
        add_row(row);
      }
    }
  }

  void add_row(const std::vector<std::string>& cells) {
    out_ += "|";
    for (const std::string& cell : cells) out_ += " " + plain(cell) + " |";
    out_ += "\n";
  }

  std::string out_;
  bool in_list_ = false;
  bool in_notes_ = false;
};

}  // namespace

std::string to_markdown(const Document& document) { return MarkdownWriter().write(document); }

}  // namespace runready
