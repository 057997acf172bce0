#pragma once

#include <span>
#include <string>

#include "cli/clock.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/environment.hpp"
#include "cli/exit_status.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"
#include "runready/text_options.hpp"

/// One run of the program, as a command sees it.
namespace runready {

struct Session {
  const Command& command;
  bool is_implied;                     ///< whether no command was named
  std::span<const std::string> words;  ///< the words after the command
  CommandLine said;                    ///< those words, taken apart without questions
  const Environment& environment;
  const Clock& clock;
  Config config;  ///< empty for commands that use no rules
  Settings settings;
  Output& out;
  Output& err;

  std::size_t width() const { return text_width(said, environment); }

  /// How help and the like are laid out.
  TextOptions view() const { return {width(), use_color(said, environment, Stream::output)}; }
};

}  // namespace runready
