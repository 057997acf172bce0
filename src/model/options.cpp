#include "model/options.hpp"

#include "text/backticks.hpp"
#include "text/report.hpp"
#include "text/suggest.hpp"
#include "text/words.hpp"

namespace runready {

std::vector<std::string_view> option_ids(const Question& question) {
  std::vector<std::string_view> ids;
  for (const Option& option : question.options) ids.emplace_back(option.id);
  return ids;
}

std::optional<std::uint32_t> option_called(const Question& question, std::string_view id) {
  // Ids have small letters only.
  return option_named(question, lower(id));
}

Option labelled_option(std::string label, std::string group) {
  Option option;
  option.label = std::move(label);
  option.group = std::move(group);
  return option;
}

void choose(const Question& question, const std::vector<bool>& chosen, Replies& into) {
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    into.set(VariableId{question.first_variable.index + i}, chosen[i] ? 1 : 0);
  }
}

std::vector<std::uint32_t> chosen_options(const Question& question, const Replies& replies) {
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    if (replies[VariableId{question.first_variable.index + i}] == 1) chosen.push_back(i);
  }
  return chosen;
}

void report_unknown_option(Diagnostics& to, Span span, const Question& question,
                           std::string_view told, std::string help) {
  if (help.empty() && !is_full(to)) help = suggestion(told, option_ids(question));
  report_error(to, "unknown-option", span,
               "unknown option " + in_backticks(told) + " of " + in_backticks(question.id),
               std::move(help));
}

}  // namespace runready
