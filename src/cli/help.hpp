#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/commands.hpp"
#include "cli/help_page.hpp"
#include "runready/pack.hpp"

/// What `--help` and `runready help` show, made from the tables of flags and commands and from the
/// pack in use.
namespace runready {

inline constexpr std::string_view kAbout =
    "runready says whether a runner with sore or painful legs should run, run easy, cross-train or "
    "rest today, and why. General information, not medical advice.";

/// The program as a whole. `questions` may be null: then their flags are left out.
HelpPage overview_page(const Pack* questions);

HelpPage command_page(const Command& command, const Pack* questions);

/// Commands whose name begins with a word: `rules`.
HelpPage group_page(std::string_view group);

/// Parts of these pages, for the manual too. `details` are what the tables say beyond one line.
enum class Details : bool { left_out, shown };
HelpPage question_blocks(const Pack& pack);
HelpPage flag_blocks(FlagSet flags, Details details);
HelpPage command_items(Details details);
HelpPage check_examples(const Pack* questions);

/// Flags that can be told with the questions there are: ` --where heel --pain 5`.
std::string example_flags(const Pack& pack);

struct Topic {
  std::string_view name;
  std::string_view summary;
  HelpPage (*page)();
};

/// Shows help on the command of a session, or on what its arguments name.
int show_help(Session& session);

/// `exit-status`, `environment`, `rules`, `json`.
std::span<const Topic> all_topics();

}  // namespace runready
