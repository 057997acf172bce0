// The command line: whatever its words, it is understood or there are mistakes that can be shown;
// replies that were understood are told again by the command made from them. Words are lines; no
// file is opened, no terminal looked at.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/settings.hpp"
#include "cli/told_answers.hpp"
#include "fuzz/require.hpp"
#include "model/answers.hpp"
#include "report/json_fields.hpp"
#include "report/questions.hpp"
#include "support/small_pack.hpp"

namespace {

using namespace runready;
using fuzz::require;

std::vector<std::string> split(std::string_view text, std::string_view separators) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find_first_of(separators));
    words.emplace_back(word);
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return words;
}

void require_sayable(const Diagnostics& found) { fuzz::require_showable(found, "", true); }

/// Nothing if there are mistakes.
std::optional<Answers> told_by(std::span<const std::string> words, const Command& command,
                               const Pack& pack) {
  Diagnostics found;
  const CommandLine line = parse(words, command.flags, &pack, found);
  report_unknown(line, command.flags, &pack, found);
  if (found.empty()) report_unexpected(line, command, found);
  check_flags(line, found);
  check_fields(line.list(Flag::fields), found);
  Told told{no_answers(pack), "", {}};
  tell_by_flags(line, pack, told, found);
  require_sayable(found);
  if (has_errors(found)) return std::nullopt;
  return std::move(told.answers);
}

void tell_again(const Answers& answers, const Command& command, const Pack& pack) {
  // The words of a label are the only ones that a shell must take together.
  for (const Complaint& complaint : answers.complaints) {
    if (!complaint.label.empty()) return;
  }
  const std::vector<std::string> words = split(command_for(pack, answers, ""), " ");
  const auto again = told_by(std::span(words).subspan(words.empty() ? 0 : 1), command, pack);
  require(again && again->runner == answers.runner && again->complaints == answers.complaints &&
          again->nothing_else == answers.nothing_else);
}

void settle_all(const CommandLine& said) {
  Diagnostics found;
  check_flags(said, found);
  require_sayable(found);
  const Settings settings = settle(said, {}, {});
  require(settings.rules.value.has_value() == said.has(Flag::rules));
  if (has_errors(found)) return;
  use_color(said, {}, Stream::output);
  require(text_width(said, {}) >= 20);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Pack pack = testing::small_pack();
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const std::vector<std::string> words = split(text, std::string_view("\n\0", 2));
  Diagnostics found;
  const Choice choice = choose_command(words, found);
  require_sayable(found);
  require(has_errors(found) == (choice.command == nullptr && choice.group.empty()));
  if (choice.command == nullptr) return 0;
  const Command& command = *choice.command;
  const CommandLine said = parse(choice.rest, command.flags, nullptr, found);
  report_unknown(said, command.flags, nullptr, found);
  report_unexpected(said, command, found);
  require_sayable(found);
  settle_all(said);
  if (!command.takes_replies) return 0;
  if (const auto answers = told_by(choice.rest, command, pack)) tell_again(*answers, command, pack);
  return 0;
}
