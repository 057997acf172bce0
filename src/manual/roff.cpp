#include "manual/roff.hpp"

#include <algorithm>

namespace runready {

namespace {

/// Text that means nothing to roff, with backticks as bold. Text before it may make it the start
/// of a line: a `.` there would be a request.
std::string escaped(std::string_view text) {
  std::string out;
  bool is_bold = false;
  bool begins_line = true;
  for (const char c : text) {
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
        out += c;
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

/// A command with what it is for, or lines as they stand.
void add_example(std::string& out, const HelpBlock& block, bool begins) {
  const bool is_one_line = block.left.find('\n') == std::string::npos;
  if (is_one_line && !block.right.empty()) {
    out += ".TP\n\\fB" + escaped(block.left) + "\\fR\n" + lines(block.right) + "\n";
    return;
  }
  if (!block.right.empty()) out += (begins ? "" : ".PP\n") + escaped(block.right) + ":\n";
  if (!begins || !block.right.empty()) out += ".PP\n";
  out += ".in +4n\n.nf\n" + escaped(block.left) + (block.left.ends_with('\n') ? "" : "\n") +
         ".fi\n.in\n";
}

void add_block(std::string& out, const HelpBlock& block, bool begins) {
  switch (block.kind) {
    case HelpBlock::Kind::heading:
      out += ".SS " + quoted(block.left) + "\n";
      break;
    case HelpBlock::Kind::paragraph:
      if (!begins) out += ".PP\n";
      out += escaped(block.left) + "\n";
      break;
    case HelpBlock::Kind::item:
      out += ".TP\n" + tag(block.left) + "\n" + lines(block.right) + "\n";
      break;
    case HelpBlock::Kind::example:
      add_example(out, block, begins);
      break;
  }
}

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
    bool begins = true;
    for (const HelpBlock& block : section.blocks) {
      add_block(out, block, begins);
      begins = block.kind == HelpBlock::Kind::heading;
    }
  }
  return out;
}

}  // namespace runready
