#include "catch.hpp"
#include "cli/environment.hpp"

using namespace runready;
using namespace std::chrono_literals;

TEST_CASE("a local time is read to the minute", "[cli]") {
  CHECK(read_local_time("2026-11-28T06:30") ==
        std::chrono::local_days(2026y / 11 / 28) + 6h + 30min);
}

TEST_CASE("what is no time is refused", "[cli]") {
  for (const auto* text : {"", "2026-11-28", "2026-13-01T00:00", "2026-02-30T00:00",
                           "2026-11-28T24:00", "2026-11-28T06:60", "2026-11-28T06:30:00",
                           "2026-11-28 06:30", "+026-11-28T06:30", "tomorrow"}) {
    INFO(text);
    CHECK_FALSE(read_local_time(text));
  }
}

TEST_CASE("the system's clock goes, the other stands still", "[cli]") {
  CHECK(SystemClock().now() > std::chrono::local_days(2024y / 1 / 1));
  const auto then = std::chrono::local_days(2026y / 11 / 28) + 6h;
  CHECK(StoppedClock(then).now() == then);
}
