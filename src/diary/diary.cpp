#include "diary/diary.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string_view>

namespace runready {

namespace {

namespace fs = std::filesystem;
using std::chrono::local_days;

constexpr std::int64_t kVersion = 1;
/// "RRdy", by which SQLite files say whose they are.
constexpr std::int64_t kApplication = 0x52526479;

constexpr std::string_view kSchema = R"(
CREATE TABLE check_in(
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,          -- seconds since 1970
  utc_offset INTEGER NOT NULL,  -- seconds that the local clock was ahead
  day TEXT NOT NULL,            -- on the local clock
  answers TEXT NOT NULL,
  derived TEXT NOT NULL,
  recommendation TEXT NOT NULL,
  referral TEXT NOT NULL,
  pack TEXT NOT NULL,
  pack_version TEXT NOT NULL,
  program TEXT NOT NULL
) STRICT;
CREATE INDEX check_in_at ON check_in(at);
CREATE INDEX check_in_day ON check_in(day);
CREATE TABLE run(
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  utc_offset INTEGER NOT NULL,
  day TEXT NOT NULL,
  metres INTEGER,
  seconds INTEGER,
  kind TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT;
CREATE INDEX run_at ON run(at);
CREATE INDEX run_day ON run(day);
)";

constexpr mode_t kOwnerAlone = S_IRUSR | S_IWUSR;
constexpr std::array<std::string_view, 3> kKinds = {"run", "hard", "race"};

[[noreturn]] void fail(const std::string& what, int error) {
  throw DiaryError(DiaryError::Kind::failed, what + ": " + std::strerror(error));
}

/// Made before SQLite opens it, which would let others read it.
void make(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  std::error_code error;
  fs::create_directories(folder.parent_path(), error);
  if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
    fail("cannot make the folder " + folder.string(), errno);
  }
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, kOwnerAlone);
  if (file < 0) fail("cannot make it", errno);
  ::close(file);
}

/// What somebody opened to others is closed to them again, if that can be done.
void keep_private(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || (status.st_mode & (S_IRWXG | S_IRWXO)) == 0) return;
  [[maybe_unused]] const int ignored = ::chmod(path.c_str(), kOwnerAlone);
}

void use_schema(Database& database) {
  std::int64_t version = database.number("PRAGMA user_version");
  const bool is_ours = database.number("PRAGMA application_id") == kApplication;
  if (version == 0 && database.number("SELECT count(*) FROM sqlite_schema") == 0) {
    Transaction transaction(database);
    // Another process may have been first.
    if (database.number("PRAGMA user_version") == 0) {
      database.run(std::string(kSchema) + "PRAGMA application_id = " +
                   std::to_string(kApplication) + "; PRAGMA user_version = 1");
    }
    transaction.commit();
  } else if (version > kVersion && is_ours) {
    throw DiaryError(DiaryError::Kind::newer, "it was written by a later version of runready");
  } else if (!is_ours) {
    throw DiaryError(DiaryError::Kind::foreign, "it is the database of another program");
  }
}

Moment moment_of(const Statement& row, int column) {
  return {std::chrono::sys_seconds(std::chrono::seconds(row.integer(column))),
          std::chrono::seconds(row.integer(column + 1))};
}

CheckIn check_in_of(const Statement& row) {
  CheckIn check_in;
  check_in.when = moment_of(row, 0);
  check_in.answers = row.text(2);
  check_in.derived = row.text(3);
  check_in.recommendation = recommendation_named(row.text(4)).value_or(Recommendation::rest);
  check_in.referral = referral_named(row.text(5)).value_or(Referral::none);
  check_in.pack = row.text(6);
  check_in.pack_version = row.text(7);
  check_in.program = row.text(8);
  return check_in;
}

Run run_of(const Statement& row) {
  return {moment_of(row, 0), row.optional(2), row.optional(3),
          run_kind_named(row.text(4)).value_or(RunKind::run), row.text(5)};
}

bool is_near(const std::optional<std::int32_t>& a, const std::optional<std::int32_t>& b,
             std::int32_t tolerance) {
  return a && b && std::abs(*a - *b) <= tolerance;
}

}  // namespace

std::string_view name(RunKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::optional<RunKind> run_kind_named(std::string_view name) {
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (kKinds[i] == name) return static_cast<RunKind>(i);
  }
  return std::nullopt;
}

Diary::Diary(const std::string& path) : database_(path) {
  database_.run("PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY");
  use_schema(database_);
}

std::optional<Diary> Diary::open(const std::string& path) {
  std::error_code error;
  if (!fs::exists(path, error)) return std::nullopt;
  keep_private(path);
  return Diary(path);
}

Diary Diary::open_or_make(const std::string& path) {
  std::error_code error;
  if (!fs::exists(path, error)) make(path);
  keep_private(path);
  return Diary(path);
}

void Diary::verify() {
  const std::string found = database_.text("PRAGMA integrity_check(1)");
  if (found != "ok") throw DiaryError(DiaryError::Kind::damaged, found);
}

void Diary::insert(const CheckIn& check_in) {
  Statement statement = database_.prepare(
      "INSERT INTO check_in(at, utc_offset, day, answers, derived, recommendation, referral, pack, "
      "pack_version, program) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  statement.bind(std::int64_t{check_in.when.at.time_since_epoch().count()})
      .bind(std::int64_t{check_in.when.offset.count()})
      .bind(write_day(check_in.when.day()))
      .bind(check_in.answers)
      .bind(check_in.derived)
      .bind(name(check_in.recommendation))
      .bind(name(check_in.referral))
      .bind(check_in.pack)
      .bind(check_in.pack_version)
      .bind(check_in.program);
  statement.run();
}

void Diary::keep(const CheckIn& check_in, SameDay same_day) {
  Transaction transaction(database_);
  if (same_day == SameDay::is_replaced) {
    Statement remove = database_.prepare("DELETE FROM check_in WHERE day = ?");
    remove.bind(write_day(check_in.when.day())).run();
  }
  insert(check_in);
  transaction.commit();
}

/// The same run from two watches, programs or exports: begun within two minutes, or as long to the
/// second and ten metres with only the time zone read otherwise.
std::optional<std::int64_t> Diary::same_run(const Run& run) {
  constexpr std::int64_t kApart = 120;
  constexpr std::int64_t kZones = 14 * 3600;
  constexpr std::int64_t kQuarter = 900;
  const std::int64_t at = run.start.at.time_since_epoch().count();
  Statement near = database_.prepare(
      "SELECT id, at, metres, seconds FROM run WHERE at BETWEEN ? AND ? ORDER BY abs(at - ?)");
  near.bind(at - kZones).bind(at + kZones).bind(at);
  while (near.step()) {
    const std::int64_t apart = std::abs(near.integer(1) - at);
    const bool is_as_long =
        is_near(near.optional(2), run.metres, 10) && is_near(near.optional(3), run.seconds, 5);
    if (apart <= kApart || (is_as_long && apart % kQuarter == 0)) return near.integer(0);
  }
  return std::nullopt;
}

bool Diary::add_one(const Run& run, Statement& insert) {
  if (const auto known = same_run(run)) {
    Statement fill = database_.prepare(
        "UPDATE run SET metres = coalesce(metres, ?), seconds = coalesce(seconds, ?) WHERE id = ?");
    fill.bind(run.metres).bind(run.seconds).bind(*known).run();
    return false;
  }
  insert.bind(std::int64_t{run.start.at.time_since_epoch().count()})
      .bind(std::int64_t{run.start.offset.count()})
      .bind(write_day(run.start.day()))
      .bind(run.metres)
      .bind(run.seconds)
      .bind(name(run.kind))
      .bind(run.source)
      .run();
  return true;
}

Diary::Added Diary::take_in(std::span<const CheckIn> check_ins, std::span<const Run> runs) {
  Transaction transaction(database_);
  Added added;
  for (const CheckIn& check_in : check_ins) {
    Statement same = database_.prepare("SELECT 1 FROM check_in WHERE at = ?");
    const bool is_known =
        same.bind(std::int64_t{check_in.when.at.time_since_epoch().count()}).step();
    if (!is_known) insert(check_in);
    ++(is_known ? added.known : added.check_ins);
  }
  Statement insert_run = database_.prepare(
      "INSERT INTO run(at, utc_offset, day, metres, seconds, kind, source) "
      "VALUES(?, ?, ?, ?, ?, ?, ?)");
  for (const Run& run : runs) ++(add_one(run, insert_run) ? added.runs : added.known);
  transaction.commit();
  return added;
}

std::vector<CheckIn> Diary::check_ins(local_days from, local_days to) {
  Statement rows = database_.prepare(
      "SELECT at, utc_offset, answers, derived, recommendation, referral, pack, pack_version, "
      "program FROM check_in WHERE day BETWEEN ? AND ? ORDER BY at");
  rows.bind(write_day(from)).bind(write_day(to));
  std::vector<CheckIn> found;
  while (rows.step()) found.push_back(check_in_of(rows));
  return found;
}

std::vector<Run> Diary::runs(local_days from, local_days to) {
  Statement rows = database_.prepare(
      "SELECT at, utc_offset, metres, seconds, kind, source FROM run "
      "WHERE day BETWEEN ? AND ? ORDER BY at");
  rows.bind(write_day(from)).bind(write_day(to));
  std::vector<Run> found;
  while (rows.step()) found.push_back(run_of(rows));
  return found;
}

std::optional<Moment> Diary::latest() {
  Statement row = database_.prepare("SELECT at, utc_offset FROM check_in ORDER BY at DESC LIMIT 1");
  if (!row.step()) return std::nullopt;
  return moment_of(row, 0);
}

Diary::Forgotten Diary::forget(std::optional<local_days> day) {
  const std::string where = day ? " WHERE day = '" + write_day(*day) + "'" : "";
  const auto count = [&](const std::string& table) {
    return static_cast<std::size_t>(database_.number("SELECT count(*) FROM " + table + where));
  };
  Transaction transaction(database_);
  const Forgotten forgotten{count("check_in"), count("run")};
  database_.run("DELETE FROM check_in" + where + "; DELETE FROM run" + where);
  transaction.commit();
  database_.run("VACUUM");
  return forgotten;
}

std::string set_aside(const std::string& path, const Moment& now) {
  const std::string base = path + ".damaged-" + write_day(now.day());
  std::string target = base;
  std::error_code error;
  for (int next = 2; fs::exists(target, error); ++next) target = base + "-" + std::to_string(next);
  if (::rename(path.c_str(), target.c_str()) != 0) fail("cannot set it aside", errno);
  // What a later file would take for the rest of its own work goes with it.
  const std::string journal = path + "-journal";
  if (fs::exists(journal, error)) fs::rename(journal, target + "-journal", error);
  return target;
}

}  // namespace runready
