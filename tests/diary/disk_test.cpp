// A home that cannot be written, and a disk that is full, cost the entry and never the answer.

#include <string>

#include "catch.hpp"
#include "diary/diary.hpp"
#include "support/process.hpp"

using namespace runready;
using testing::RunResult;

namespace {

constexpr const char* kCheck =
    "RUNREADY_NOW=2026-11-28T06:30 runready --diary --no-any-pain --fields recommendation";

RunResult in(const testing::ScratchFolder& folder, const std::string& command) {
  return testing::run_shell({.command = command, .folder = folder.path()});
}

/// Whether a file system of our own can be mounted here.
bool can_mount(const testing::ScratchFolder& folder) {
  return in(folder, "unshare --map-root-user --mount mount -t tmpfs none .").status == 0;
}

/// In a small file system of its own, `.local` of the home, with a diary of one day in it.
RunResult on_small_disk(const testing::ScratchFolder& folder, const std::string& then) {
  return in(
      folder,
      "mkdir .local; unshare --map-root-user --mount bash -c 'mount -t tmpfs -o size=256k none "
      ".local && RUNREADY_NOW=2026-11-27T06:30 runready --diary --no-any-pain >/dev/null; " +
          then + "'");
}

void check_answer_without_entry(const RunResult& result, std::string_view why) {
  CHECK(result.out == "{\"recommendation\":\"run\"}\n");
  CHECK(result.status == 1);
  INFO(result.err);
  CHECK(result.err.find("cannot use the diary") != std::string::npos);
  CHECK(result.err.find(why) != std::string::npos);
}

}  // namespace

TEST_CASE("a file that may not grow costs the entry, and those in it stay", "[diary]") {
  const testing::ScratchFolder folder;
  const std::string first = "RUNREADY_NOW=2026-11-27T06:30 runready --diary --no-any-pain";
  REQUIRE(in(folder, first).status == 0);
  // As on a disk that is full: no file may be written beyond its first 4 KiB.
  check_answer_without_entry(in(folder, std::string("trap \"\" XFSZ; ulimit -f 4; ") + kCheck),
                             "diary-failed");
  auto diary = Diary::open((folder.path() / ".local/share/runready/diary.db").string());
  REQUIRE(diary);
  diary->verify();
  CHECK(diary->check_ins(*read_day("2026-11-01"), *read_day("2026-11-30")).size() == 1);
}

TEST_CASE("a full disk costs the entry, and those before it stay", "[diary]") {
  const testing::ScratchFolder folder;
  if (!can_mount(folder)) {
    WARN("no file system can be mounted here");
    return;
  }
  check_answer_without_entry(
      on_small_disk(folder, "cat /dev/zero >.local/filling 2>/dev/null; " + std::string(kCheck)),
      "full");
  const RunResult after =
      on_small_disk(folder, "cat /dev/zero >.local/filling 2>/dev/null; " + std::string(kCheck) +
                                " >/dev/null 2>&1; rm .local/filling; " + std::string(kCheck) +
                                " >/dev/null && runready diary export | wc -l");
  CHECK(after.out == "2\n");
}

TEST_CASE("a home that cannot be written costs the entry", "[diary]") {
  const testing::ScratchFolder folder;
  if (!can_mount(folder)) {
    WARN("no file system can be mounted here");
    return;
  }
  const std::string read_only = "mount -o remount,ro .local && ";
  check_answer_without_entry(on_small_disk(folder, read_only + kCheck), "read");
  // What it holds is still looked at.
  const RunResult shown = on_small_disk(
      folder, read_only + "RUNREADY_NOW=2026-11-28T06:30 runready diary show --days 2");
  CHECK(shown.out.find("Run") != std::string::npos);
}
