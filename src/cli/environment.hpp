#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

/// What the program knows of its surroundings, looked at once, at the start; and the time of day
/// where the runner is.
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

/// The time of day where the runner is. Nothing below the command line asks for it: reports get it
/// as a value.
class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;
  virtual std::chrono::local_seconds now() const = 0;
};

/// The system's, in the time zone of TZ.
class SystemClock final : public Clock {
 public:
  std::chrono::local_seconds now() const override;
};

/// One that stands still, for tests and documents.
class StoppedClock final : public Clock {
 public:
  explicit StoppedClock(std::chrono::local_seconds now) : now_(now) {}
  std::chrono::local_seconds now() const override { return now_; }

 private:
  std::chrono::local_seconds now_;
};

/// `2026-11-28T06:30`; nothing if it is no such time.
std::optional<std::chrono::local_seconds> read_local_time(std::string_view text);

}  // namespace runready
