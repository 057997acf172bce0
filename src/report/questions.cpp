#include "report/questions.hpp"

#include <algorithm>

#include "model/answers.hpp"
#include "pack/names.hpp"
#include "prove/open_questions.hpp"
#include "report/json_fields.hpp"
#include "rules/condition_json.hpp"
#include "runready/read_answers.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

std::string as_flag(const Question& question, const std::string& words) {
  std::string flag = spelled_flag(question);
  if (question.type != QuestionType::boolean) return flag + " " + words;
  return words == "no" ? "--no-" + flag.substr(2) : flag;
}

void add_flags(const Pack& pack, const Replies& replies, About about, std::string& command) {
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const Question& question = pack.questions[q];
    if (question.about != about) continue;
    const std::string words = reply_words(pack, QuestionId{q}, replies);
    if (!words.empty()) command += " " + as_flag(question, words);
  }
}

/// `where=heel+arch,pain=2,label=left foot`; the label is last, since it may hold commas, and alone
/// if nothing else was told of it.
std::string as_also(const Pack& pack, const Complaint& complaint) {
  const Replies& replies = complaint.replies;
  std::string pairs;
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const Question& question = pack.questions[q];
    if (question.about != About::complaint) continue;
    std::string words = reply_words(pack, QuestionId{q}, replies);
    if (words.empty()) continue;
    std::replace(words.begin(), words.end(), ',', '+');
    pairs += (pairs.empty() ? "" : ",") + question.id + "=" + words;
  }
  if (complaint.label.empty() && !pairs.empty()) return pairs;
  return pairs + (pairs.empty() ? "" : ",") + "label=" + complaint.label;
}

/// Whether a question was answered, and not as goes without saying.
bool tells(const Pack& pack, const Question& question, const Replies& replies) {
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    const VariableId id{question.first_variable.index + i};
    const bool goes_without_saying =
        question.assume && replies[id] == pack.variable(id).default_value;
    if (replies.knows(id) && !goes_without_saying) return true;
  }
  return false;
}

/// By question: whether it tells something, or opens the gate of one that does.
std::vector<bool> notable_questions(const Pack& pack, const Answers& answers) {
  std::vector<QuestionId> telling;
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const auto tells_in = [&](const Replies& replies) {
      return tells(pack, pack.questions[q], replies);
    };
    const bool of_a_complaint =
        std::any_of(answers.complaints.begin(), answers.complaints.end(),
                    [&](const Complaint& complaint) { return tells_in(complaint.replies); });
    if (of_a_complaint || tells_in(answers.runner)) telling.push_back({q});
  }
  return with_gates(pack, telling);
}

void keep_only(const Pack& pack, const std::vector<bool>& questions, Replies& replies) {
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const Question& question = pack.questions[q];
    for (std::uint32_t i = 0; !questions[q] && i < question.variable_count; ++i) {
      replies.forget(VariableId{question.first_variable.index + i});
    }
  }
}

}  // namespace

std::string spelled_flag(const Question& question) {
  std::string flag = "--" + question.id;
  std::replace(flag.begin(), flag.end(), '_', '-');
  return flag;
}

std::string_view flag_value(QuestionType type) {
  switch (type) {
    case QuestionType::boolean:
      return "";
    case QuestionType::choice:
      return " REPLY";
    case QuestionType::multi_choice:
      return " LIST";
    case QuestionType::integer:
      return " NUMBER";
  }
  return "";
}

std::string command_for(const Pack& pack, const Answers& answers, std::string_view command) {
  std::string line(command);
  add_flags(pack, answers.runner, About::runner, line);
  for (std::size_t i = 0; i < answers.complaints.size(); ++i) {
    const Complaint& complaint = answers.complaints[i];
    const bool is_untold_of_many = answers.complaints.size() > 1 && is_untold(complaint.replies);
    if (i == 0 && complaint.label.empty() && !is_untold_of_many) {
      add_flags(pack, complaint.replies, About::complaint, line);
    } else {
      line += " --also " + shell_word(as_also(pack, complaint));
    }
  }
  if (answers.nothing_else) line += " --nothing-else";
  return line;
}

Answers only_notable(const Pack& pack, const Answers& answers) {
  Answers notable = answers;
  const std::vector<bool> questions = notable_questions(pack, answers);
  keep_only(pack, questions, notable.runner);
  for (Complaint& complaint : notable.complaints) keep_only(pack, questions, complaint.replies);
  // With nothing else the matter, a thing of which nothing is told is none.
  std::erase_if(notable.complaints, [](const Complaint& complaint) {
    return complaint.label.empty() && is_untold(complaint.replies);
  });
  if (notable.complaints.empty())
    notable.complaints.push_back({"", Replies(pack.variables.size())});
  notable.nothing_else = true;
  return notable;
}

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

namespace {

template <class Names, class Value>
std::string_view name_in(const Names& names, Value value) {
  return names[static_cast<std::size_t>(value)];
}

void write_options(JsonWriter& out, const Question& question) {
  out.key("options").begin_array();
  for (const Option& option : question.options) {
    out.begin_object().key("id").value(option.id).key("label").value(option.label);
    if (!option.group.empty()) out.key("group").value(option.group);
    if (option.permits) out.key("permits").value(true);
    if (option.heals) out.key("heals").value(true);
    out.end_object();
  }
  out.end_array();
}

/// What can be replied, and in which words.
void write_replies_of(JsonWriter& out, const Pack& pack, const Question& question) {
  switch (question.type) {
    case QuestionType::boolean:
      out.key("yes").value(pack.text("reply.yes")).key("no").value(pack.text("reply.no"));
      break;
    case QuestionType::multi_choice:
      write_options(out, question);
      if (question.none_is_reply) out.key("none").value(pack.text("reply.none"));
      break;
    case QuestionType::choice:
      write_options(out, question);
      break;
    case QuestionType::integer:
      out.key("range").begin_array().value(question.min).value(question.max).end_array();
      if (!question.unit.empty()) out.key("unit").value(question.unit);
      break;
  }
}

}  // namespace

void write_question(JsonWriter& out, const Pack& pack, const Question& question) {
  out.begin_object().key("id").value(question.id);
  out.key("about").value(name_in(kAboutNames, question.about));
  out.key("section").value(pack.sections[question.section].id);
  out.key("type").value(name_in(kQuestionTypeNames, question.type));
  out.key("ask").value(question.ask);
  if (!question.why.empty()) out.key("why").value(question.why);
  write_replies_of(out, pack, question);
  out.key("default");
  write_default(out, pack, question);
  out.key("enter").value(question.enter && question.assume);
  out.key("assume").value(question.assume);
  out.key("fixed").value(question.fixed);
  out.key("permits").value(question.permits);
  out.key("heals").value(question.heals);
  out.key("caution").value(name_in(kCautionNames, question.caution));
  if (question.when) {
    out.key("when");
    write_condition(out, *question.when, pack, Terms::inlined);
  }
  out.key("flag").value(spelled_flag(question)).end_object();
}

std::string questions_json(const Pack& pack) {
  std::string line;
  JsonWriter out(line);
  out.begin_object().key("schema").value("runready/questions/1");
  out.key("pack").begin_object();
  write_which_pack(out, pack);
  out.key("title").value(pack.title).key("language").value(pack.language).end_object();
  out.key("sections").begin_array();
  for (const Section& section : pack.sections) {
    out.begin_object().key("id").value(section.id).key("title").value(section.title).end_object();
  }
  out.end_array().key("questions").begin_array();
  for (const Question& question : pack.questions) write_question(out, pack, question);
  out.end_array().end_object();
  return line;
}

}  // namespace runready
