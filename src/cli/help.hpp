#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/commands.hpp"
#include "runready/pack.hpp"
#include "text/document.hpp"

/// What `--help` and `runready help` show, made from the tables of flags and commands and from the
/// pack in use.
namespace runready {

inline constexpr std::string_view kAbout =
    "runready says whether a runner with sore or painful legs should run, run easy, cross-train or "
    "rest today, and why. General information, not medical advice.";

/// What fits on a screen, as `-h` shows it, or everything.
enum class Extent : bool { brief, whole };

/// The program as a whole. `questions` may be null: then their flags are left out.
Document overview_page(const Pack* questions, Extent extent);

Document command_page(const Command& command, const Pack* questions, Extent extent);

/// Commands whose name begins with a word: `rules`.
Document group_page(std::string_view group);

/// Parts of these pages, for the manual too. `details` are what the tables say beyond one line.
enum class Details : bool { left_out, shown };
Document question_blocks(const Pack& pack);
Document flag_blocks(FlagSet flags, Details details);
Document command_items(Details details);
Document check_examples(const Pack* questions);

/// Flags that can be told with the questions there are: ` --where heel --pain 5`.
std::string example_flags(const Pack& pack);

struct Topic {
  std::string_view name;
  std::string_view summary;
  Document (*page)();
};

/// Shows help on the command of a session, or on what its arguments name.
int show_help(Session& session);

/// The version of the program, and of the rules in use.
int show_version(Session& session);

/// `exit-status`, `environment`, `rules`, `json`.
std::span<const Topic> all_topics();

}  // namespace runready
