#include "render/flag_words.hpp"
#include "render/questions.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

/// What is said of replies that silence never stands for.
constexpr const char* kPermits = " (may allow more)";

std::string spaces(std::size_t count) { return std::string(count, ' '); }

void add_wrapped(std::string& out, std::string_view text, std::size_t indent, std::size_t width) {
  const std::size_t room = width > indent + 20 ? width - indent : 20;
  for (const std::string& line : wrap(printable(text), room)) {
    out += spaces(indent) + line + "\n";
  }
}

std::string range_of(const Question& question) {
  std::string range = std::to_string(question.min) + " to " + std::to_string(question.max);
  return question.unit.empty() ? range : range + " " + printable(question.unit);
}

/// `  limping      I limp`: options one a line, their labels in one column.
void add_options(std::string& out, const Question& question, std::size_t width) {
  std::size_t longest = 0;
  for (const Option& option : question.options) longest = std::max(longest, option.id.size());
  for (const Option& option : question.options) {
    const std::size_t room = width > longest + 28 ? width - longest - 8 : 20;
    std::string lead = "      " + option.id + spaces(longest - option.id.size() + 2);
    const std::string label = option.label + (option.permits ? kPermits : "");
    for (const std::string& line : wrap(printable(label), room)) {
      out += lead + line + "\n";
      lead = spaces(longest + 8);
    }
  }
}

void add_question(std::string& out, const Question& question, std::size_t width) {
  const std::string flag = spelled_flag(question);
  out += "  " + flag + std::string(flag_value(question.type));
  if (question.type == QuestionType::boolean) out += ", --no-" + flag.substr(2);
  if (question.type == QuestionType::integer) out += "  (" + range_of(question) + ")";
  if (question.permits) out += std::string(" ") + kPermits;
  out += "\n";
  add_wrapped(out, question.ask, 4, width);
  add_options(out, question, width);
}

}  // namespace

std::string questions_text(const Pack& pack, std::size_t width) {
  std::string out;
  for (std::uint32_t s = 0; s < pack.sections.size(); ++s) {
    std::string questions;
    for (const Question& question : pack.questions) {
      if (question.section == s) add_question(questions, question, width);
    }
    if (questions.empty()) continue;
    if (!out.empty()) out += "\n";
    out += printable(pack.sections[s].title) + "\n" + questions;
  }
  return out;
}

}  // namespace runready
