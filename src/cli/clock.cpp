#include "cli/clock.hpp"

#include <charconv>
#include <ctime>

namespace runready {

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
