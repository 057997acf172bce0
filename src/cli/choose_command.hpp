#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/commands.hpp"
#include "runready/diagnostic.hpp"

/// Which command a command line means.
namespace runready {

struct Choice {
  const Command* command = nullptr;   ///< null: none is meant, or
  std::string_view group;             ///< only the first word of several: `rules`
  std::span<const std::string> rest;  ///< the words after the command
  bool is_implied = false;            ///< whether no command was named
};

/// Without a command, that is where the first word is a flag or there is none, `check` is meant.
/// Mistakes: `unknown-command`, `missing-command`.
Choice choose_command(std::span<const std::string> words, Diagnostics& diagnostics);

}  // namespace runready
