#include "cli/choose_command.hpp"

#include <algorithm>
#include <vector>

#include "cli/flags.hpp"
#include "text/backticks.hpp"
#include "text/report.hpp"
#include "text/suggest.hpp"

namespace runready {

namespace {

std::string_view first_word(const Command& command) {
  return command.name.substr(0, command.name.find(' '));
}

/// The word after the first; empty if there is none.
std::string_view second_word(const Command& command) {
  const std::size_t space = command.name.find(' ');
  return space == std::string_view::npos ? "" : command.name.substr(space + 1);
}

bool is_flag(const std::string& word) { return !word.empty() && word.front() == '-'; }

const FlagInfo* flag_spelled(std::string_view word) {
  for (const FlagInfo& flag : all_flags()) {
    if (word == "--" + std::string(flag.name)) return &flag;
    if (flag.letter != 0 && word == std::string{'-', flag.letter}) return &flag;
  }
  return nullptr;
}

/// How many words at the start are flags of the program and their values; what follows may be a
/// command. None where it can't be one: what follows `--help` is a topic, and a flag that is not
/// the program's may be a question's.
std::size_t leading_flags(std::span<const std::string> words) {
  std::size_t at = 0;
  while (at < words.size() && is_flag(words[at])) {
    const std::size_t equals = words[at].find('=');
    const FlagInfo* flag = flag_spelled(std::string_view(words[at]).substr(0, equals));
    if (flag == nullptr || flag->flag == Flag::help) return 0;
    const bool has_value_next = flag->takes_value() && equals == std::string::npos;
    at += has_value_next ? std::size_t{2} : std::size_t{1};
  }
  return at < words.size() ? at : 0;
}

/// All words but one.
std::vector<std::string> without(std::span<const std::string> words, std::size_t left_out) {
  std::vector<std::string> rest(words.begin(), words.end());
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
  return rest;
}

std::vector<std::string> all_of(std::span<const std::string> words) {
  return {words.begin(), words.end()};
}

std::vector<std::string_view> first_words() {
  std::vector<std::string_view> words;
  for (const Command& command : all_commands()) {
    if (words.empty() || words.back() != first_word(command)) words.push_back(first_word(command));
  }
  return words;
}

std::vector<std::string_view> second_words(std::string_view group) {
  std::vector<std::string_view> words;
  for (const Command& command : all_commands()) {
    if (first_word(command) == group) words.push_back(second_word(command));
  }
  return words;
}

void report_unknown(const std::string& word, const std::string& named,
                    std::span<const std::string_view> known, Diagnostics& diagnostics) {
  const std::string_view near = nearest(word, known);
  report_error(diagnostics, "unknown-command", Span{}, "unknown command " + in_backticks(named),
               near.empty() ? "`runready help` lists the commands"
                            : "did you mean `" + std::string(near) + "`?");
}

const Command* command_named(std::string_view first, std::string_view second) {
  for (const Command& command : all_commands()) {
    if (first_word(command) == first && second_word(command) == second) return &command;
  }
  return nullptr;
}

void report_missing(std::string_view group, std::span<const std::string_view> known,
                    Diagnostics& diagnostics) {
  std::string list;
  for (const std::string_view word : known) list += (list.empty() ? "" : ", ") + std::string(word);
  report_error(diagnostics, "missing-command", Span{},
               "`runready " + std::string(group) + "` needs a command", "one of " + list);
}

bool wants_help(std::span<const std::string> words) {
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return word == "--help" || word == "-h"; });
}

Choice choose_in_group(std::string_view group, std::span<const std::string> rest,
                       Diagnostics& diagnostics) {
  const std::vector<std::string_view> known = second_words(group);
  const std::size_t at = leading_flags(rest);
  if (rest.empty() || is_flag(rest[at])) {
    if (wants_help(rest)) return {nullptr, group, all_of(rest)};
    report_missing(group, known, diagnostics);
    return {};
  }
  if (const Command* command = command_named(group, rest[at])) {
    return {command, group, without(rest, at)};
  }
  report_unknown(rest[at], std::string(group) + " " + rest[at], known, diagnostics);
  return {};
}

}  // namespace

Choice choose_command(std::span<const std::string> words, Diagnostics& diagnostics) {
  const std::vector<std::string_view> known = first_words();
  const std::size_t at = leading_flags(words);
  const auto first = words.empty() ? known.end() : std::find(known.begin(), known.end(), words[at]);
  if (first == known.end()) {
    if (words.empty() || is_flag(words.front())) {
      return {&all_commands().front(), {}, all_of(words), true};
    }
    report_unknown(words.front(), words.front(), known, diagnostics);
    return {};
  }
  const std::vector<std::string> rest = without(words, at);
  if (const Command* command = command_named(*first, "")) return {command, {}, rest};
  return choose_in_group(*first, rest, diagnostics);
}

}  // namespace runready
