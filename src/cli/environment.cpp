#include "cli/environment.hpp"

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <ctime>

namespace runready {

namespace {

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr) return std::nullopt;
  return value;
}

InputKind input_kind() {
  if (isatty(STDIN_FILENO) == 1) return InputKind::terminal;
  struct stat status {};
  if (fstat(STDIN_FILENO, &status) != 0) return InputKind::nothing;
  const bool is_data = S_ISREG(status.st_mode) || S_ISFIFO(status.st_mode);
  return is_data ? InputKind::data : InputKind::nothing;
}

/// Of no size where there is no window.
winsize window_of(int descriptor) {
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return {};
  return size;
}

}  // namespace

std::optional<std::size_t> terminal_columns(int descriptor) {
  const winsize size = window_of(descriptor);
  return size.ws_col == 0 ? std::nullopt : std::optional<std::size_t>(size.ws_col);
}

std::optional<std::size_t> terminal_lines(int descriptor) {
  const winsize size = window_of(descriptor);
  return size.ws_row == 0 ? std::nullopt : std::optional<std::size_t>(size.ws_row);
}

Environment read_environment() {
  Environment environment;
  environment.rules = variable("RUNREADY_RULES");
  environment.config = variable("RUNREADY_CONFIG");
  environment.xdg_config_home = variable("XDG_CONFIG_HOME");
  environment.xdg_cache_home = variable("XDG_CACHE_HOME");
  environment.xdg_data_home = variable("XDG_DATA_HOME");
  environment.home = variable("HOME");
  environment.no_color = variable("NO_COLOR");
  environment.clicolor_force = variable("CLICOLOR_FORCE");
  environment.force_color = variable("FORCE_COLOR");
  environment.term = variable("TERM");
  environment.now = variable("RUNREADY_NOW");
  environment.input = input_kind();
  environment.output_is_terminal = isatty(STDOUT_FILENO) == 1;
  environment.errors_are_terminal = isatty(STDERR_FILENO) == 1;
  environment.columns = terminal_columns(STDOUT_FILENO);
  return environment;
}

namespace {

/// Reads so many digits and what follows them, and takes both off the text.
std::optional<unsigned> take_number(std::string_view& text, std::size_t digits, char then) {
  if (text.size() < digits) return std::nullopt;
  unsigned number = 0;
  const char* const end = text.data() + digits;
  if (std::from_chars(text.data(), end, number).ptr != end) return std::nullopt;
  text.remove_prefix(digits);
  if (then == 0) return number;
  if (!text.starts_with(then)) return std::nullopt;
  text.remove_prefix(1);
  return number;
}

}  // namespace

std::chrono::local_seconds SystemClock::now() const {
  const std::time_t time = std::time(nullptr);
  std::tm local{};
  if (localtime_r(&time, &local) == nullptr)
    return std::chrono::local_seconds(std::chrono::seconds(time));
  return std::chrono::local_seconds(std::chrono::seconds(time + local.tm_gmtoff));
}

std::optional<std::chrono::local_seconds> read_local_time(std::string_view text) {
  const auto year = take_number(text, 4, '-');
  const auto month = year ? take_number(text, 2, '-') : std::nullopt;
  const auto day = month ? take_number(text, 2, 'T') : std::nullopt;
  const auto hour = day ? take_number(text, 2, ':') : std::nullopt;
  const auto minute = hour ? take_number(text, 2, 0) : std::nullopt;
  if (!minute || !text.empty() || *hour > 23 || *minute > 59) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(*month), std::chrono::day(*day)};
  if (!date.ok()) return std::nullopt;
  return std::chrono::local_days(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute);
}

}  // namespace runready
