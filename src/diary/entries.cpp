#include "diary/entries.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <ctime>

namespace runready {

namespace {

using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::local_seconds;
using std::chrono::minutes;
using std::chrono::seconds;

/// Takes parts off the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  std::optional<int> digits(std::size_t count) {
    int number = 0;
    if (rest_.size() < count) return std::nullopt;
    const char* const end = rest_.data() + count;
    if (std::from_chars(rest_.data(), end, number).ptr != end || number < 0) return std::nullopt;
    rest_.remove_prefix(count);
    return number;
  }

  bool any_of(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_.front()) == characters.npos) return false;
    last_ = rest_.front();
    rest_.remove_prefix(1);
    return true;
  }

  void skip_digits() {
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') rest_.remove_prefix(1);
  }

  char last() const { return last_; }
  bool is_done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  char last_ = 0;
};

std::optional<local_days> scan_day(Scanner& scan) {
  const auto year = scan.digits(4);
  const auto month = year && scan.any_of("-") ? scan.digits(2) : std::nullopt;
  const auto day = month && scan.any_of("-") ? scan.digits(2) : std::nullopt;
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok() || *year < 1970) return std::nullopt;
  return local_days(date);
}

std::optional<local_seconds> scan_local(Scanner& scan) {
  const auto day = scan_day(scan);
  const auto hour = day && scan.any_of("T ") ? scan.digits(2) : std::nullopt;
  const auto minute = hour && scan.any_of(":") ? scan.digits(2) : std::nullopt;
  if (!minute) return std::nullopt;
  const auto second = scan.any_of(":") ? scan.digits(2) : std::optional(0);
  if (!second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  if (scan.any_of(".,")) scan.skip_digits();
  return *day + hours(*hour) + minutes(*minute) + seconds(*second);
}

std::optional<seconds> scan_offset(Scanner& scan) {
  if (scan.any_of("Zz")) return seconds(0);
  if (!scan.any_of("+-")) return std::nullopt;
  const int sign = scan.last() == '-' ? -1 : 1;
  const auto hour = scan.digits(2);
  if (!hour) return std::nullopt;
  scan.any_of(":");
  const auto minute = scan.is_done() ? std::optional(0) : scan.digits(2);
  if (!minute || *hour > 14 || *minute > 59) return std::nullopt;
  return sign * (hours(*hour) + minutes(*minute));
}

}  // namespace

seconds SystemTimeZone::offset_at(std::chrono::sys_seconds at) const {
  const std::time_t time = at.time_since_epoch().count();
  std::tm local{};
  return seconds(localtime_r(&time, &local) == nullptr ? 0 : local.tm_gmtoff);
}

seconds SystemTimeZone::offset_of(local_seconds local) const {
  // Right but near a change of the clock, where it is looked up once more.
  const std::chrono::sys_seconds guess(local.time_since_epoch());
  const seconds offset = offset_at(guess - offset_at(guess));
  return offset_at(guess - offset);
}

std::string write_day(local_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<local_days> read_day(std::string_view text) {
  Scanner scan(text);
  const auto day = scan_day(scan);
  return scan.is_done() ? day : std::nullopt;
}

std::string write_moment(const Moment& moment) {
  const std::chrono::hh_mm_ss time(moment.local() - moment.day());
  const auto offset = std::abs(moment.offset.count()) / 60;
  return fmt::format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", write_day(moment.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count(),
                     moment.offset.count() < 0 ? '-' : '+', offset / 60, offset % 60);
}

std::optional<Moment> read_moment(std::string_view text) {
  Scanner scan(text);
  const auto local = scan_local(scan);
  const auto offset = local ? scan_offset(scan) : std::nullopt;
  if (!offset || !scan.is_done()) return std::nullopt;
  return Moment{std::chrono::sys_seconds(local->time_since_epoch() - *offset), *offset};
}

std::optional<local_seconds> read_local_seconds(std::string_view text) {
  Scanner scan(text);
  const auto local = scan_local(scan);
  if (local) scan_offset(scan);
  return scan.is_done() ? local : std::nullopt;
}

}  // namespace runready
