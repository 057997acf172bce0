// A process that is killed at any moment leaves a whole diary, with all that was said to be kept.

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>

#include "catch.hpp"
#include "diary/diary.hpp"
#include "support/process.hpp"

using namespace runready;
using std::chrono::days;

namespace {

const auto kFirst = *read_day("2026-01-01");

CheckIn check_in(int number) {
  const auto local = std::chrono::local_seconds(kFirst + days(number)) + std::chrono::hours(6);
  // Long enough for several pages, and the same at its beginning as at its end.
  const std::string filling(static_cast<std::size_t>(number % 7) * 1500, 'x');
  return {{std::chrono::sys_seconds(local.time_since_epoch()), {}},
          "{\"label\":\"" + filling + std::to_string(number) + "\"}",
          "{}",
          {},
          {},
          "",
          "",
          ""};
}

/// Keeps one day after the other and says so after each, until it is killed.
[[noreturn]] void keep_days(const std::string& path, int from, int said) {
  try {
    Diary diary = Diary::open_or_make(path);
    for (int number = from;; ++number) {
      diary.keep(check_in(number));
      if (::write(said, "k", 1) != 1) break;
      if (number % 10 == 9) diary.forget(check_in(number - 5).when.day());
    }
  } catch (const DiaryError&) {
    // A process that cannot go on says nothing more.
  }
  ::_exit(0);
}

/// Starts it, kills it after a while; how many days it said it had kept.
int kill_after(const std::string& path, int from, std::chrono::microseconds after) {
  int pipe_ends[2];
  REQUIRE(::pipe(pipe_ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(pipe_ends[0]);
    keep_days(path, from, pipe_ends[1]);
  }
  ::close(pipe_ends[1]);
  ::usleep(static_cast<useconds_t>(after.count()));
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  int said = 0;
  char buffer[256];
  for (ssize_t got; (got = ::read(pipe_ends[0], buffer, sizeof buffer)) > 0;) {
    said += static_cast<int>(got);
  }
  ::close(pipe_ends[0]);
  return said;
}

int rounds() {
  const char* told = std::getenv("RUNREADY_KILLS");
  return told == nullptr ? 60 : std::atoi(told);
}

}  // namespace

TEST_CASE("killed at any moment, what was said to be kept is there and nothing is half",
          "[diary]") {
  const testing::ScratchFolder folder;
  const std::string path = (folder.path() / "runready/diary.db").string();
  std::mt19937 dice(7);
  int next = 0;
  int killed_in_the_middle = 0;
  for (int round = 0; round < rounds(); ++round) {
    const int said = kill_after(path, next, std::chrono::microseconds(dice() % 30'000));
    auto diary = Diary::open(path);
    if (!diary) {
      REQUIRE(said == 0);
      continue;
    }
    diary->verify();
    const auto kept = diary->check_ins(kFirst + days(next), kFirst + days(1'000'000));
    // The one it was at may be there without its word; days it then took out again may not be.
    std::vector<bool> is_there(static_cast<std::size_t>(said) + 1, false);
    for (const CheckIn& found : kept) {
      const auto number = static_cast<int>((found.when.day() - kFirst).count());
      REQUIRE(number <= next + said);
      REQUIRE(found == check_in(number));
      is_there[static_cast<std::size_t>(number - next)] = true;
    }
    for (int i = 0; i < said; ++i) {
      const bool may_be_forgotten = (next + i) % 10 == 4;
      REQUIRE((is_there[static_cast<std::size_t>(i)] || may_be_forgotten));
    }
    killed_in_the_middle += is_there[static_cast<std::size_t>(said)] ? 1 : 0;
    next += said + 1;
  }
  WARN("days kept: " << next << "; killed between keeping and saying so: " << killed_in_the_middle);
  CHECK(next > rounds());
}

TEST_CASE("two processes at once lose nothing of each other", "[diary]") {
  const testing::ScratchFolder folder;
  const std::string path = (folder.path() / "runready/diary.db").string();
  std::vector<pid_t> children;
  constexpr int kEach = 25;
  for (int which = 0; which < 2; ++which) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      try {
        Diary diary = Diary::open_or_make(path);
        for (int i = 0; i < kEach; ++i) diary.keep(check_in(2 * i + which));
        ::_exit(0);
      } catch (const DiaryError&) {
        ::_exit(1);
      }
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 1;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  CHECK(Diary::open(path)->check_ins(kFirst, kFirst + days(1000)).size() == 2 * kEach);
}

TEST_CASE("ten years of daily runs are taken in within two seconds", "[diary]") {
  const testing::ScratchFolder folder;
  std::vector<Run> runs;
  for (int day = 0; day < 5000; ++day) {
    const auto local = std::chrono::local_seconds(kFirst + days(day)) + std::chrono::hours(18);
    runs.push_back({{std::chrono::sys_seconds(local.time_since_epoch()), {}},
                    8000 + day % 50,
                    2400 + day % 70,
                    RunKind::run,
                    "gpx"});
  }
  Diary diary = Diary::open_or_make((folder.path() / "runready/diary.db").string());
  const auto begin = std::chrono::steady_clock::now();
  CHECK(diary.take_in({}, runs).runs == 5000);
  CHECK(diary.take_in({}, runs).known == 5000);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(4));
}
