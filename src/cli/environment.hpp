#pragma once

#include <cstddef>
#include <optional>
#include <string>

/// What the program knows of its surroundings, looked at once, at the start.
namespace runready {

/// What standard input is, as far as it shows whether somebody meant to pipe answers.
enum class InputKind { terminal, data, nothing };

struct Environment {
  std::optional<std::string> rules;            ///< RUNREADY_RULES
  std::optional<std::string> config;           ///< RUNREADY_CONFIG
  std::optional<std::string> xdg_config_home;  ///< XDG_CONFIG_HOME
  std::optional<std::string> xdg_cache_home;   ///< XDG_CACHE_HOME
  std::optional<std::string> xdg_data_home;    ///< XDG_DATA_HOME
  std::optional<std::string> home;             ///< HOME
  std::optional<std::string> no_color;         ///< NO_COLOR
  std::optional<std::string> clicolor_force;   ///< CLICOLOR_FORCE
  std::optional<std::string> force_color;      ///< FORCE_COLOR
  std::optional<std::string> term;             ///< TERM
  std::optional<std::string> now;              ///< RUNREADY_NOW
  InputKind input = InputKind::nothing;
  bool output_is_terminal = false;
  bool errors_are_terminal = false;
  std::optional<std::size_t> columns;  ///< of the terminal that output goes to
};

Environment read_environment();

/// Columns of the terminal a file descriptor is; nothing if it is none or does not know (some
/// report 0).
std::optional<std::size_t> terminal_columns(int descriptor);
/// The same of its lines.
std::optional<std::size_t> terminal_lines(int descriptor);

}  // namespace runready
