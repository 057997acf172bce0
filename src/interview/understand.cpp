#include "interview/understand.hpp"

#include <algorithm>
#include <iterator>

#include "text/backticks.hpp"
#include "text/fill.hpp"
#include "text/suggest.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

/// "8 Shin, 9 Knee, front or kneecap"
std::string rows_of(const Question& question, const std::vector<std::uint32_t>& options) {
  std::string rows;
  for (const std::uint32_t option : options) {
    rows += (rows.empty() ? "" : "; ") + std::to_string(option + 1) + " " +
            question.options[option].label;
  }
  return rows;
}

/// The replies by their names, for "did you mean".
std::vector<std::string_view> names_of(const Pack& pack, const Question& question) {
  if (question.type == QuestionType::boolean)
    return {pack.text("reply.no"), pack.text("reply.yes")};
  std::vector<std::string_view> labels;
  for (const Option& option : question.options) labels.emplace_back(option.label);
  return labels;
}

std::string unknown(const Pack& pack, const Question& question, std::string_view word) {
  std::string problem = fill(pack.text("interview.problem.unknown"), {in_backticks(word)});
  if (const auto near = nearest(word, names_of(pack, question)); !near.empty()) {
    problem += " " + fill(pack.text("interview.problem.nearest"), {near});
  }
  return problem;
}

std::string problem_of(const Pack& pack, const Question& question, bool several,
                       const WordsMistake& mistake) {
  using Kind = WordsMistake::Kind;
  const std::size_t listed =
      question.options.empty() ? 2 + (several ? 1 : 0) : question.options.size();
  switch (mistake.kind) {
    case Kind::no_number:
    case Kind::out_of_range:
      return fill(pack.text("interview.problem.number"),
                  {std::to_string(question.min), std::to_string(question.max)});
    case Kind::not_listed:
      return fill(pack.text("interview.problem.list"), {std::to_string(listed)});
    case Kind::one_only:
      return pack.text("interview.problem.one-only");
    case Kind::no_none:
      return pack.text("interview.problem.enter");
    case Kind::none_and_others:
      return pack.text("interview.problem.none-and-others");
    case Kind::ambiguous:
      return fill(pack.text("interview.problem.ambiguous"),
                  {in_backticks(mistake.word), rows_of(question, mistake.options)});
    case Kind::nothing:
    case Kind::unknown:
      break;
  }
  return unknown(pack, question, mistake.word.empty() ? "," : mistake.word);
}

}  // namespace

std::optional<PromptCommand> command_in(std::string_view line) {
  struct Row {
    std::string_view typed;
    PromptCommand command;
  };
  constexpr Row kCommands[] = {{"?", PromptCommand::why},         {"help", PromptCommand::why},
                               {"b", PromptCommand::back},        {"back", PromptCommand::back},
                               {"undo", PromptCommand::back},     {"r", PromptCommand::review},
                               {"q", PromptCommand::quit},        {"quit", PromptCommand::quit},
                               {"exit", PromptCommand::quit},     {"+", PromptCommand::another},
                               {"review", PromptCommand::review}, {"skip", PromptCommand::skip}};
  const std::string typed = lower(trimmed(line));
  const auto* row = std::find_if(std::begin(kCommands), std::end(kCommands),
                                 [&](const Row& r) { return r.typed == typed; });
  if (row == std::end(kCommands)) return std::nullopt;
  return row->command;
}

Understood understand(const Pack& pack, const Question& question, std::string_view line,
                      bool several, std::span<const std::int32_t> ticked) {
  const ReadWords read =
      read_words(question, line, {.pack = &pack, .several = several, .ticked = ticked});
  if (read.mistakes.empty()) return {read.values};
  const WordsMistake& mistake = read.mistakes.front();
  Understood understood{{}, problem_of(pack, question, several, mistake)};
  if (mistake.kind == WordsMistake::Kind::ambiguous) understood.could_be = mistake.options;
  return understood;
}

std::string how_to_answer(const Pack& pack, const Question& question, bool is_ticked) {
  switch (question.type) {
    case QuestionType::boolean:
    case QuestionType::choice:
      return pack.text("interview.how.one");
    case QuestionType::multi_choice:
      return pack.text(is_ticked ? "interview.how.ticked" : "interview.how.several");
    case QuestionType::integer:
      break;
  }
  return pack.text(question.unit.empty() ? "interview.how.number" : "interview.how.amount");
}

}  // namespace runready
