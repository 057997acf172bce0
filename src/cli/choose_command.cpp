#include "cli/choose_command.hpp"

#include <algorithm>
#include <vector>

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
  if (rest.empty() || is_flag(rest.front())) {
    if (wants_help(rest)) return {nullptr, group, rest};
    report_missing(group, known, diagnostics);
    return {};
  }
  if (const Command* command = command_named(group, rest.front())) {
    return {command, group, rest.subspan(1)};
  }
  report_unknown(rest.front(), std::string(group) + " " + rest.front(), known, diagnostics);
  return {};
}

}  // namespace

Choice choose_command(std::span<const std::string> words, Diagnostics& diagnostics) {
  if (words.empty() || is_flag(words.front())) return {&all_commands().front(), {}, words, true};
  const std::vector<std::string_view> known = first_words();
  const auto first = std::find(known.begin(), known.end(), words.front());
  if (first == known.end()) {
    report_unknown(words.front(), words.front(), known, diagnostics);
    return {};
  }
  if (const Command* command = command_named(*first, "")) return {command, {}, words.subspan(1)};
  return choose_in_group(*first, words.subspan(1), diagnostics);
}

}  // namespace runready
