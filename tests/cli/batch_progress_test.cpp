#include "catch.hpp"
#include "cli/batch_run.hpp"

using namespace runready;
using namespace std::chrono_literals;

TEST_CASE("progress says how many, how fast, how far and how long", "[cli]") {
  CHECK(progress_text({1'000'000, 4s, 30, 120}) ==
        "1,000,000 lines, 250,000 a second, 25 %, 12 s left");
  CHECK(progress_text({500, 10s, 1, 100}) == "500 lines, 50 a second, 1 %, 17 min left");
}

TEST_CASE("where the end is not known progress does not guess it", "[cli]") {
  CHECK(progress_text({500, 10s, 77, std::nullopt}) == "500 lines, 50 a second");
  CHECK(progress_text({0, 0s, 0, 100}) == "0 lines, 0 a second");
}
