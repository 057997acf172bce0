#include <cstdlib>

#include "catch.hpp"
#include "diary/entries.hpp"

using namespace runready;
using namespace std::chrono_literals;

namespace {

/// The system's time zone while a test runs.
class InZone {
 public:
  explicit InZone(const char* zone) {
    if (const char* before = std::getenv("TZ")) before_ = before;
    set(zone);
  }
  ~InZone() { before_.empty() ? unset() : set(before_.c_str()); }
  InZone(const InZone&) = delete;
  InZone& operator=(const InZone&) = delete;

 private:
  static void set(const char* zone) {
    ::setenv("TZ", zone, 1);
    ::tzset();
  }
  static void unset() {
    ::unsetenv("TZ");
    ::tzset();
  }
  std::string before_;
};

std::string in_zone(const char* zone, std::string_view local) {
  const InZone here(zone);
  return write_moment(SystemTimeZone().moment(*read_local_seconds(local)));
}

std::string at_in_zone(const char* zone, std::string_view utc) {
  const InZone here(zone);
  return write_moment(SystemTimeZone().moment(read_moment(utc)->at));
}

}  // namespace

TEST_CASE("a moment is written with its offset and read back", "[diary]") {
  for (const std::string_view text :
       {"2026-11-28T06:30:00+01:00", "2026-02-28T23:59:59-03:30", "1999-12-31T00:00:00+00:00"}) {
    const auto moment = read_moment(text);
    REQUIRE(moment);
    CHECK(write_moment(*moment) == text);
  }
  CHECK(write_moment(*read_moment("2026-11-28 06:30:12.500Z")) == "2026-11-28T06:30:12+00:00");
  CHECK(write_moment(*read_moment("2026-11-28T06:30+0200")) == "2026-11-28T06:30:00+02:00");
  for (const std::string_view text : {"2026-11-28T06:30:00", "2026-11-31T06:30:00Z", "yesterday",
                                      "2026-11-28T24:30:00Z", "", "2026-11-28T06:30:00Zx"}) {
    CHECK_FALSE(read_moment(text));
  }
}

TEST_CASE("a day is the day on the runner's clock", "[diary]") {
  CHECK(write_day(read_moment("2026-11-28T23:30:00-05:00")->day()) == "2026-11-28");
  CHECK(write_day(read_moment("2026-11-28T23:30:00-05:00")->at.time_since_epoch() > 0s
                      ? read_moment("2026-11-29T00:30:00+09:00")->day()
                      : std::chrono::local_days()) == "2026-11-29");
  CHECK(read_day("2024-02-29"));
  CHECK_FALSE(read_day("2026-02-29"));
  CHECK_FALSE(read_day("2026-2-9"));
}

TEST_CASE("local times are told by the time zone, in summer and in winter", "[diary]") {
  CHECK(in_zone("Europe/Berlin", "2026-07-01T06:30") == "2026-07-01T06:30:00+02:00");
  CHECK(in_zone("Europe/Berlin", "2026-12-01T06:30") == "2026-12-01T06:30:00+01:00");
  CHECK(in_zone("America/St_Johns", "2026-12-01T06:30") == "2026-12-01T06:30:00-03:30");
  CHECK(at_in_zone("Asia/Tokyo", "2026-12-01T18:00:00Z") == "2026-12-02T03:00:00+09:00");
}

TEST_CASE("the mornings around a change of the clock are told right", "[diary]") {
  CHECK(in_zone("Europe/Berlin", "2026-03-29T06:30") == "2026-03-29T06:30:00+02:00");
  CHECK(in_zone("Europe/Berlin", "2026-03-29T01:30") == "2026-03-29T01:30:00+01:00");
  CHECK(in_zone("Europe/Berlin", "2026-10-25T06:30") == "2026-10-25T06:30:00+01:00");
  CHECK(in_zone("Europe/Berlin", "2026-10-25T00:30") == "2026-10-25T00:30:00+02:00");
  // The hour that is there twice, and the one that is not: still that day.
  CHECK(in_zone("Europe/Berlin", "2026-10-25T02:30").starts_with("2026-10-25T02:30:00+0"));
  CHECK(in_zone("Europe/Berlin", "2026-03-29T02:30").starts_with("2026-03-29T0"));
}
