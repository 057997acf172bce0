#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/flags.hpp"
#include "runready/diagnostic.hpp"

/// The commands, in one table: what each is called, takes and does; and which of them a command
/// line means. A new command is one row here and one file in commands/.
namespace runready {

struct Session;

/// What the arguments of a command name.
enum class Argument : std::uint8_t {
  none,
  file,
  pack,  ///< a file or a folder
  rule,  ///< or a term
  schema,
  topic,    ///< or a command
  setting,  ///< a key of the configuration
  day,
  word,  ///< of some command line
};

struct Command {
  std::string_view name;            ///< one word or two: `rules check`
  std::string_view argument_names;  ///< `[PACK...]`; empty if there are none
  Argument argument;
  std::string_view summary;  ///< one line, lower case, no full stop
  std::string_view details;  ///< paragraphs for help, sentences
  FlagSet flags;             ///< beside `--help` and `--version`, which all take
  bool takes_replies;        ///< whether the questions of the pack are flags too
  std::size_t most_arguments;
  int (*run)(Session& session);  ///< gives the exit status
};

/// In the order of help.
std::span<const Command> all_commands();

// One file each, in commands/.
int run_check(Session& session);
int run_next(Session& session);
int run_batch(Session& session);
int run_questions(Session& session);
int run_rules_init(Session& session);
int run_rules_check(Session& session);
int run_rules_test(Session& session);
int run_rules_show(Session& session);
int run_rules_diff(Session& session);
int run_rules_graph(Session& session);
int run_config_path(Session& session);
int run_config_show(Session& session);
int run_config_set(Session& session);
int run_config_init(Session& session);
int run_config_edit(Session& session);
int run_diary_show(Session& session);
int run_diary_add_runs(Session& session);
int run_diary_report(Session& session);
int run_diary_export(Session& session);
int run_diary_import(Session& session);
int run_diary_forget(Session& session);
int run_diary_path(Session& session);
int run_schema(Session& session);
int run_completion_script(Session& session);
int run_completion_candidates(Session& session);
int run_help(Session& session);

/// Which command a command line means.
struct Choice {
  const Command* command = nullptr;  ///< null: none is meant, or
  std::string_view group;            ///< only the first word of several: `rules`
  std::vector<std::string> rest;  ///< the other words: those after the command, and flags before it
  bool is_implied = false;        ///< whether no command was named
};

/// Without a command, that is where there is no word but flags and their values, `check` is meant.
/// Flags of the program may stand before the command: `runready --config mine.json config show`.
/// Mistakes: `unknown-command`, `missing-command`.
Choice choose_command(std::span<const std::string> words, Diagnostics& diagnostics);

}  // namespace runready
