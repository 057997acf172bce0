#include "model/options.hpp"
#include "model/reply_json.hpp"
#include "model/words.hpp"
#include "runready/read_answers.hpp"
#include "text/backticks.hpp"
#include "text/report.hpp"

namespace runready {

namespace {

/// "`knee-front` or `knee-outer`"
std::string ids_of(const Question& question, const std::vector<std::uint32_t>& options) {
  std::string ids;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (i > 0) ids += i + 1 == options.size() ? " or " : ", ";
    ids += in_backticks(question.options[options[i]].id);
  }
  return ids;
}

std::string expected_reply_words(const Question& question) {
  return question.type == QuestionType::boolean ? "`yes` or `no`" : expected_reply(question);
}

void report(const Question& question, const WordsMistake& mistake, Diagnostics& to) {
  using Kind = WordsMistake::Kind;
  const auto wrong = [&](std::string code) {
    report_error(to, std::move(code), {},
                 in_backticks(question.id) + " takes " + expected_reply_words(question) +
                     ", found " + (mistake.word.empty() ? "nothing" : in_backticks(mistake.word)));
  };
  if (mistake.kind == Kind::no_none) {
    report_no_none(to, {}, question, "`none`");
  } else if (mistake.kind == Kind::none_and_others) {
    report_error(to, "unknown-option", {},
                 "`none` stands with other options of " + in_backticks(question.id));
  } else if (mistake.kind == Kind::out_of_range) {
    wrong("out-of-range");
  } else if (question.options.empty()) {
    wrong("wrong-type");
  } else if (mistake.kind == Kind::nothing) {
    wrong("unknown-option");
  } else {
    report_unknown_option(
        to, {}, question, mistake.word,
        mistake.options.empty() ? "" : "did you mean " + ids_of(question, mistake.options) + "?");
  }
}

std::string joined(const Question& question, const std::vector<std::uint32_t>& options) {
  std::string words;
  for (const std::uint32_t option : options) {
    if (!words.empty()) words += ',';
    words += question.options[option].id;
  }
  return words.empty() ? "none" : words;
}

}  // namespace

bool read_reply(const Pack& pack, QuestionId id, std::string_view words, bool unite, Replies& into,
                Diagnostics& diagnostics) {
  const Question& question = pack.question(id);
  const ReadWords read = read_words(question, words);
  for (const WordsMistake& mistake : read.mistakes) report(question, mistake, diagnostics);
  for (std::uint32_t i = 0; i < read.values.size(); ++i) {
    const VariableId variable{question.first_variable.index + i};
    const bool stays = unite && question.type == QuestionType::multi_choice && into[variable] == 1;
    into.set(variable, stays ? 1 : read.values[i]);
  }
  return read.mistakes.empty();
}

std::string reply_words(const Pack& pack, QuestionId question, const Replies& replies) {
  const Question& asked = pack.question(question);
  if (!has_reply(asked, replies)) return {};
  const std::int32_t value = replies[asked.first_variable];
  switch (asked.type) {
    case QuestionType::boolean:
      return value != 0 ? "yes" : "no";
    case QuestionType::choice:
      return asked.options[static_cast<std::size_t>(value)].id;
    case QuestionType::integer:
      return std::to_string(value);
    case QuestionType::multi_choice:
      break;
  }
  return joined(asked, chosen_options(asked, replies));
}

bool is_answered(const Pack& pack, QuestionId question, const Replies& replies) {
  const Question& asked = pack.question(question);
  for (std::uint32_t i = 0; i < asked.variable_count; ++i) {
    if (!replies.knows(VariableId{asked.first_variable.index + i})) return false;
  }
  return true;
}

}  // namespace runready
