#include "cli/use_diary.hpp"

#include <chrono>

#include "cli/messages.hpp"
#include "cli/version.hpp"
#include "runready/read_answers.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

/// Clocks differ by as much from one machine to the next, and where an hour comes twice.
constexpr std::chrono::hours kLeeway{2};

/// Whether another process was first to put it aside and has begun a new one.
bool is_whole(const std::string& path) {
  try {
    std::optional<Diary> diary = Diary::open(path);
    if (diary) diary->verify();
    return true;
  } catch (const DiaryError&) {
    return false;
  }
}

/// In full, since somebody may want to look there.
std::string quoted(const std::string& path) { return "`" + printable(path) + "`"; }

}  // namespace

std::string diary_path(const Environment& environment) {
  constexpr std::string_view kName = "/runready/diary.db";
  if (const auto& data = environment.xdg_data_home; data && data->starts_with('/')) {
    return *data + std::string(kName);
  }
  if (const auto& home = environment.home; home && home->starts_with('/')) {
    return *home + "/.local/share" + std::string(kName);
  }
  return {};
}

DiaryOfRun::DiaryOfRun(Session& session)
    : session_(session),
      path_(diary_path(session.environment)),
      now_(SystemTimeZone().moment(session.clock.now())) {}

bool DiaryOfRun::fail(std::string_view code, const std::string& message, const std::string& help) {
  report_error(session_, code, message, help);
  status_ = kWorldFailed;
  return false;
}

void DiaryOfRun::say(const DiaryError& error) {
  switch (error.kind()) {
    case DiaryError::Kind::newer:
      fail("diary-newer", "the diary was written by a later version of runready",
           "update runready; nothing was changed in " + quoted(path_));
      break;
    case DiaryError::Kind::foreign:
      fail("diary-foreign", quoted(path_) + " is the database of another program",
           "move it elsewhere; nothing was changed in it");
      break;
    case DiaryError::Kind::failed:
    case DiaryError::Kind::damaged:
      fail("diary-failed", "cannot use the diary " + quoted(path_) + ": " + error.what(), "");
      break;
  }
}

void DiaryOfRun::put_aside() {
  was_put_aside_ = true;
  if (is_whole(path_)) return;
  try {
    const std::string where = set_aside(path_, now_);
    fail("diary-damaged", "the diary is damaged, so I put it aside and begin a new one",
         "nothing was deleted: " + quoted(where) +
             "; `sqlite3 FILE .recover` may save what is left");
  } catch (const DiaryError& error) {
    say(error);
  }
}

bool DiaryOfRun::attempt(const std::function<std::optional<Diary>()>& open,
                         const std::function<void(Diary&)>& use, bool& was_damaged) {
  try {
    std::optional<Diary> diary = open();
    if (diary) use(*diary);
    return true;
  } catch (const DiaryError& error) {
    was_damaged = error.kind() == DiaryError::Kind::damaged;
    if (!was_damaged) say(error);
  }
  return false;
}

void DiaryOfRun::read(const std::function<void(Diary&)>& use) {
  if (path_.empty()) return;
  bool was_damaged = false;
  attempt([&] { return Diary::open(path_); }, use, was_damaged);
  if (was_damaged) put_aside();
}

DiaryOfRun::Days DiaryOfRun::read_days(std::size_t count) {
  const std::chrono::local_days today = now_.day();
  Days days{today - std::chrono::days(static_cast<int>(count) - 1), today, {}, {}};
  read([&](Diary& opened) {
    days.check_ins = opened.check_ins(days.from, days.to);
    days.runs = opened.runs(days.from, days.to);
  });
  return days;
}

bool DiaryOfRun::write(const std::function<void(Diary&)>& use) {
  if (path_.empty()) {
    return fail("diary-failed", "there is no place for a diary", "set HOME or XDG_DATA_HOME");
  }
  const auto open = [&] { return std::optional(Diary::open_or_make(path_)); };
  bool was_damaged = false;
  if (attempt(open, use, was_damaged)) return true;
  if (!was_damaged) return false;
  put_aside();
  was_damaged = false;
  if (attempt(open, use, was_damaged)) return true;
  return was_damaged && fail("diary-failed", "the diary " + quoted(path_) + " is damaged", "");
}

bool DiaryOfRun::is_behind(Diary& diary) {
  const std::optional<Moment> latest = diary.latest();
  if (!latest || latest->at <= now_.at + kLeeway) return false;
  fail("diary-clock",
       "the clock says " + write_moment(now_).substr(0, 16) + ", but the diary has a check-in of " +
           write_moment(*latest).substr(0, 16) + ": I leave the diary alone",
       "set the clock; if that check-in is wrong, `runready diary forget " +
           write_day(latest->day()) + "` takes it out");
  return true;
}

CheckIn check_in_of(const Pack& pack, const Assessment& assessment, const Answers& derived,
                    const Moment& now) {
  return {now,
          to_json(pack, assessment.known.told),
          to_json(pack, derived),
          assessment.recommendation,
          assessment.referral,
          pack.id,
          pack.version,
          std::string(version())};
}

}  // namespace runready
