#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/environment.hpp"
#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "cli/settings.hpp"
#include "runready/diagnostic.hpp"
#include "runready/text_options.hpp"

/// One run of the program, from the words of the command line to an exit status, as a command sees
/// it; and its messages on standard error.
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

/// As CMake has it: `0.1.0`.
std::string_view version();

/// As the session wants it: with `--json` an object `{"errors":[…]}` on one line, each error with
/// its code, otherwise as below.
void report(Session& session, const Diagnostics& diagnostics,
            std::span<const SourceFile> files = {});

/// One error that points nowhere.
void report_error(Session& session, std::string_view code, std::string_view message,
                  std::string_view help);

/// All of them, with the source lines they point at. Those that point nowhere begin with the
/// program's name.
void print(Output& err, const Diagnostics& diagnostics, std::span<const SourceFile> files = {});

/// `runready: error: …` and, if there is one, the help line.
void print_error(Output& err, std::string_view message, std::string_view help = "");
void print_warning(Output& err, std::string_view message, std::string_view help = "");

// The program without its edges: from the words of the command line to an exit status.

/// Throws WorldError.
int run(std::span<const std::string> words, const Environment& environment, const Clock& clock,
        Output& out, Output& err);

}  // namespace runready
