#include "diary/diary.hpp"

#include <sys/stat.h>

#include <filesystem>

#include "catch.hpp"
#include "support/process.hpp"

using namespace runready;
namespace fs = std::filesystem;

namespace {

CheckIn check_in(std::string_view when, std::string answers = R"({"any_pain":false})") {
  return {*read_moment(when), std::move(answers), "{}",    Recommendation::run,
          Referral::none,     "runready-default", "1.0.0", "0.1.0"};
}

Run run(std::string_view start, std::optional<std::int32_t> metres,
        std::optional<std::int32_t> seconds = std::nullopt) {
  return {*read_moment(start), metres, seconds, RunKind::run, "gpx"};
}

unsigned mode(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}

/// A diary in a folder of its own.
struct Scratch {
  testing::ScratchFolder folder;
  std::string path = (folder.path() / "data/runready/diary.db").string();
  std::chrono::local_days first = *read_day("2020-01-01");
  std::chrono::local_days last = *read_day("2030-01-01");

  std::vector<CheckIn> check_ins() { return Diary::open(path)->check_ins(first, last); }
  std::vector<Run> runs() { return Diary::open(path)->runs(first, last); }
  void put(std::string_view bytes) {
    fs::create_directories(fs::path(path).parent_path());
    testing::write_file(path, bytes);
  }
};

DiaryError::Kind refusal(const std::string& path) {
  try {
    Diary::open_or_make(path).verify();
  } catch (const DiaryError& error) {
    return error.kind();
  }
  FAIL("it was opened");
  return {};
}

}  // namespace

TEST_CASE("what is kept is there for who opens the diary next, and for nobody else", "[diary]") {
  Scratch scratch;
  CHECK_FALSE(Diary::open(scratch.path));
  const CheckIn kept = check_in("2026-11-28T06:30:00+01:00");
  Diary::open_or_make(scratch.path).keep(kept);
  CHECK(scratch.check_ins() == std::vector{kept});
  CHECK(mode(scratch.path) == 0600);
  CHECK(mode(fs::path(scratch.path).parent_path()) == 0700);
  fs::permissions(scratch.path, fs::perms(0644));
  CHECK(scratch.check_ins().size() == 1);
  CHECK(mode(scratch.path) == 0600);
}

TEST_CASE("a second check-in of a day takes the place of the first, unless both stay", "[diary]") {
  Scratch scratch;
  Diary diary = Diary::open_or_make(scratch.path);
  diary.keep(check_in("2026-11-28T06:30:00+01:00", R"({"pain":1})"));
  diary.keep(check_in("2026-11-28T23:50:00+01:00", R"({"pain":2})"));
  CHECK(scratch.check_ins().size() == 1);
  CHECK(scratch.check_ins().front().answers == R"({"pain":2})");
  diary.keep(check_in("2026-11-28T23:55:00+01:00", R"({"pain":3})"), Diary::SameDay::stays);
  CHECK(scratch.check_ins().size() == 2);
  // An evening in New York and a morning in Tokyo are two days, though they overlap.
  diary.keep(check_in("2026-11-29T21:00:00-05:00"));
  diary.keep(check_in("2026-11-30T11:30:00+09:00"));
  CHECK(scratch.check_ins().size() == 4);
  CHECK(diary.latest()->at == read_moment("2026-11-30T11:30:00+09:00")->at);
}

TEST_CASE("the same run from two exports is one run", "[diary]") {
  Scratch scratch;
  Diary diary = Diary::open_or_make(scratch.path);
  const auto add = [&](Run added) { return diary.take_in({}, {{std::move(added)}}).runs; };
  CHECK(add(run("2026-11-28T06:30:00+01:00", std::nullopt, 3000)) == 1);
  CHECK(add(run("2026-11-28T05:31:10+00:00", 10'000)) == 0);
  CHECK(scratch.runs().front().metres == 10'000);
  CHECK(scratch.runs().front().seconds == 3000);
  // A watch that was set to another zone.
  CHECK(add(run("2026-11-28T12:30:00+01:00", 10'005, 3002)) == 0);
  CHECK(add(run("2026-11-28T12:37:00+01:00", 10'005, 3002)) == 1);
  CHECK(add(run("2026-11-28T18:00:00+01:00", 5000, 1500)) == 1);
  CHECK(scratch.runs().size() == 3);
}

TEST_CASE("a day that is forgotten cannot be found in the file any more", "[diary]") {
  Scratch scratch;
  Diary diary = Diary::open_or_make(scratch.path);
  diary.keep(check_in("2026-11-27T06:30:00+01:00", R"({"label":"unmistakable"})"));
  diary.keep(check_in("2026-11-28T06:30:00+01:00"));
  diary.take_in({}, {{run("2026-11-27T18:00:00+01:00", 5000)}});
  CHECK(testing::read_file(scratch.path).find("unmistakable") != std::string::npos);
  const Diary::Forgotten day = diary.forget(read_day("2026-11-27"));
  CHECK((day.check_ins == 1 && day.runs == 1));
  CHECK(testing::read_file(scratch.path).find("unmistakable") == std::string::npos);
  CHECK(scratch.check_ins().size() == 1);
  CHECK(diary.forget(std::nullopt).check_ins == 1);
  CHECK(scratch.check_ins().empty());
}

TEST_CASE("all of a list is taken in, or nothing", "[diary]") {
  Scratch scratch;
  Diary diary = Diary::open_or_make(scratch.path);
  const std::vector check_ins{check_in("2026-11-27T06:30:00+01:00"),
                              check_in("2026-11-28T06:30:00+01:00")};
  CHECK(diary.take_in(check_ins, {}).check_ins == 2);
  const Diary::Added again = diary.take_in(check_ins, {});
  CHECK((again.check_ins == 0 && again.known == 2));
}

TEST_CASE("files that are no diary are left as they are", "[diary]") {
  Scratch scratch;
  SECTION("no database at all") {
    scratch.put("Dear diary, today I ran far too much.");
    CHECK(refusal(scratch.path) == DiaryError::Kind::damaged);
  }
  SECTION("damaged in the middle") {
    Diary::open_or_make(scratch.path).keep(check_in("2026-11-27T06:30:00+01:00"));
    std::string bytes = testing::read_file(scratch.path);
    for (std::size_t i = 4096; i < bytes.size(); i += 3) bytes[i] = 'x';
    scratch.put(bytes);
    CHECK(refusal(scratch.path) == DiaryError::Kind::damaged);
  }
  SECTION("of a later version, or of another program") {
    Diary::open_or_make(scratch.path);
    Database(scratch.path).run("PRAGMA user_version = 2");
    CHECK(refusal(scratch.path) == DiaryError::Kind::newer);
    Database(scratch.path).run("PRAGMA application_id = 1");
    CHECK(refusal(scratch.path) == DiaryError::Kind::foreign);
  }
  SECTION("begun by a process that was killed before the first entry") {
    scratch.put("");
    Diary::open_or_make(scratch.path).keep(check_in("2026-11-27T06:30:00+01:00"));
    CHECK(scratch.check_ins().size() == 1);
  }
}

TEST_CASE("a damaged file is put aside beside those put aside before", "[diary]") {
  Scratch scratch;
  const Moment now = *read_moment("2026-11-28T06:30:00+01:00");
  scratch.put("one");
  testing::write_file(scratch.path + "-journal", "rest");
  const std::string first = set_aside(scratch.path, now);
  scratch.put("two");
  const std::string second = set_aside(scratch.path, now);
  CHECK(first == scratch.path + ".damaged-2026-11-28");
  CHECK(testing::read_file(first) == "one");
  CHECK(testing::read_file(first + "-journal") == "rest");
  CHECK(testing::read_file(second) == "two");
  CHECK_FALSE(fs::exists(scratch.path + "-journal"));
}
