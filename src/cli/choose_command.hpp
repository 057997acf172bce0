#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"
#include "runready/diagnostic.hpp"

/// Which command a command line means.
namespace runready {

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
