#include "manual/roff.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.hpp"

namespace runready {

namespace {

/// What is not ASCII, by its number: a plain groff reads bytes of UTF-8 as other characters. An
/// ellipsis has no glyph in ASCII.
std::string named(CodePoint character) {
  return character.value == U'\u2026'
             ? "..."
             : fmt::format("\\[u{:04X}]", static_cast<std::uint32_t>(character.value));
}

/// Text that means nothing to roff, with backticks as bold. Text before it may make it the start
/// of a line: a `.` there would be a request.
std::string escaped(std::string_view text) {
  std::string out;
  bool is_bold = false;
  bool begins_line = true;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = first_code_point(text.substr(at));
    const char c = text[at];
    at += character.bytes;
    if (begins_line && (c == '.' || c == '\'')) out += "\\&";
    begins_line = c == '\n';
    switch (c) {
      case '`':
        is_bold = !is_bold;
        out += is_bold ? "\\fB" : "\\fR";
        break;
      case '\\':
        out += "\\e";
        break;
      case '-':
        out += "\\-";
        break;
      case '~':
        out += "\\(ti";
        break;
      case '^':
        out += "\\(ha";
        break;
      case '\n':
        out += "\n";
        break;
      default:
        out += character.value < 0x80 ? std::string(1, c) : named(character);
    }
  }
  return is_bold ? out + "\\fR" : out;
}

/// Lines that are filled end where they end in the text.
std::string lines(std::string_view text) {
  std::string out = escaped(text);
  for (std::size_t at = out.find('\n'); at != std::string::npos; at = out.find('\n', at)) {
    out.replace(at, 1, "\n.br\n");
    at += 5;
  }
  return out;
}

/// As the argument of a macro.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : escaped(text)) out += c == '"' ? "\\(dq" : std::string(1, c);
  return out + "\"";
}

/// What is typed as it stands is bold; what stands for something else, in capitals, is not.
std::string tag(std::string_view left) {
  std::string out;
  for (std::size_t begin = 0; begin <= left.size();) {
    const std::size_t end = std::min(left.find(' ', begin), left.size());
    const std::string_view word = left.substr(begin, end - begin);
    const bool is_literal =
        word.find_first_of("abcdefghijklmnopqrstuvwxyz0123456789=<>!_-") != std::string_view::npos;
    out += begin == 0 ? "" : " ";
    out += (is_literal ? "\\fB" : "\\fI") + escaped(word) + "\\fR";
    begin = end + 1;
  }
  return out;
}

/// Adds blocks to a section of a page.
class RoffWriter {
 public:
  explicit RoffWriter(std::string& out) : out_(out) {}

  void write(const Document& blocks) {
    begins_ = true;
    for (const Block& block : blocks) {
      std::visit([&](const auto& some) { add(some); }, block);
      begins_ = std::holds_alternative<Heading>(block);
    }
  }

 private:
  void add(const Heading& heading) { out_ += ".SS " + quoted(heading.text) + "\n"; }
  void add(const Row& row) { add_tagged(tag(row.term), row.text); }

  void add(const Paragraph& paragraph) {
    if (!begins_) out_ += ".PP\n";
    out_ += escaped(paragraph.text) + "\n";
  }

  void add(const Figure& figure) { add(Paragraph{figure.words}); }
  void add(const Note& note) { add(Paragraph{note.text}); }
  void add(const ListItem& item) { out_ += ".IP \\(bu 2\n" + lines(item.text) + "\n"; }

  void add(const Answer& answer) {
    add(Heading{answer.banner});
    for (const std::string& line : answer.lines) add(Paragraph{line});
  }

  void add(const Definition& definition) {
    std::string text;
    for (const std::string& line : definition.lines) text += (text.empty() ? "" : "\n") + line;
    add_tagged("\\fB" + escaped(definition.term) + "\\fR", text);
  }

  void add(const Table& table) {
    for (const auto& row : table.rows) {
      std::string rest;
      for (std::size_t i = 1; i < row.size(); ++i) rest += (i == 1 ? "" : "\n") + row[i];
      add_tagged(escaped(row.front()), rest);
    }
  }

  /// A command with what it is for, or lines as they stand.
  void add(const Example& example) {
    const bool is_one_line = example.literal.find('\n') == std::string::npos;
    if (is_one_line && !example.purpose.empty()) {
      add_tagged("\\fB" + escaped(example.literal) + "\\fR", example.purpose);
      return;
    }
    if (!example.purpose.empty()) {
      out_ += (begins_ ? "" : ".PP\n") + escaped(example.purpose) + ":\n";
    }
    if (!begins_ || !example.purpose.empty()) out_ += ".PP\n";
    out_ += ".in +4n\n.nf\n" + escaped(example.literal) +
            (example.literal.ends_with('\n') ? "" : "\n") + ".fi\n.in\n";
  }

  void add_tagged(const std::string& term, std::string_view text) {
    out_ += ".TP\n" + term + "\n" + lines(text) + "\n";
  }

  std::string& out_;
  bool begins_ = true;
};

}  // namespace

std::string to_roff(const ManualPage& page, std::string_view version) {
  const std::string name(page.name);
  std::string out = ".\\\" Made by runready-manual from the tables behind --help.\n.TH " +
                    quoted(name) + " " + std::to_string(page.section) + " \"\" " +
                    quoted("runready " + std::string(version)) + "\n";
  // Words are not broken and lines not stretched: ids and flags are to be found as they are.
  out += ".nh\n.ad l\n";
  out += ".SH NAME\n" + escaped(name) + " \\- " + escaped(page.summary) + "\n";
  for (const ManualSection& section : page.sections) {
    out += ".SH " + quoted(section.title) + "\n";
    RoffWriter(out).write(section.blocks);
  }
  return out;
}

}  // namespace runready
