#include "cli/use_diary.hpp"

#include "diary/derive.hpp"
#include "diary/morning.hpp"
#include "model/answers.hpp"
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
std::string shown_path(const std::string& path) { return "`" + printable(path) + "`"; }

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
           "update runready; nothing was changed in " + shown_path(path_));
      break;
    case DiaryError::Kind::foreign:
      fail("diary-foreign", shown_path(path_) + " is the database of another program",
           "move it elsewhere; nothing was changed in it");
      break;
    case DiaryError::Kind::failed:
    case DiaryError::Kind::damaged:
      fail("diary-failed", "cannot use the diary " + shown_path(path_) + ": " + error.what(), "");
      break;
  }
}

void DiaryOfRun::put_aside() {
  was_put_aside_ = true;
  if (is_whole(path_)) return;
  try {
    const std::string where = set_aside(path_, now_);
    fail("diary-damaged", "the diary is damaged, so I put it aside and begin a new one",
         "nothing was deleted: " + shown_path(where) +
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
  return was_damaged && fail("diary-failed", "the diary " + shown_path(path_) + " is damaged", "");
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

namespace {

using std::chrono::days;

/// As far back as anything is looked at: "in the last 3 months".
constexpr days kLookBack{100};

}  // namespace

bool uses_diary(const Session& session, const CommandLine& line) {
  return session.settings.diary.value && !line.has(Flag::answers);
}

CheckDiary::CheckDiary(Session& session, const Pack& pack, bool is_used)
    : session_(session),
      pack_(pack),
      diary_(session),
      is_used_(is_used),
      derived_(no_answers(pack)) {
  if (!is_used_) return;
  const auto today = diary_.now().day();
  bool is_read = false;
  diary_.read([&](Diary& diary) {
    if (diary_.is_behind(diary)) return;
    past_ = past_of(pack, diary.check_ins(today - kLookBack, today),
                    diary.runs(today - kLookBack, today), today);
    is_read = true;
  });
  if (diary_.status() != kDone && !is_read && !diary_.was_put_aside()) {
    is_used_ = false;
    report(session, {{Severity::warning, "not-kept", {}, "this check-in is not kept", ""}});
  }
}

/// `--plan-km` as the lists of the plan it adds to.
bool CheckDiary::add_plan(Answers& told, const CommandLine& line) {
  const auto kilometres = plan_km_said(line);
  if (!kilometres) return true;
  if (!is_used_) {
    report_error(session_, "needs-diary", "`--plan-km` needs the runs in the diary",
                 "turn it on with `--diary`, or tell `--plan`");
    return false;
  }
  const auto plan = derive_plan(pack_, past_, *kilometres, diary_.now().day());
  if (!plan) {
    print_warning(session_.err,
                  "the diary has no run of the last 30 days to measure `--plan-km` by",
                  "`runready diary add-runs` reads what your watch exports");
    return true;
  }
  derived_.runner = plan->runner;
  told = joined(pack_, told, *plan);
  return true;
}

bool CheckDiary::add_to(Answers& told, const CommandLine& line, bool asks) {
  if (!add_plan(told, line)) return false;
  if (!is_used_) return true;
  const Answers found =
      derive(pack_, past_, told, diary_.now().day(), asks ? DerivedFor::asking : DerivedFor::flags);
  told = joined(pack_, told, found);
  derived_ = joined(pack_, found, derived_);
  return true;
}

std::optional<Morning> CheckDiary::morning() const {
  if (!is_used_) return std::nullopt;
  return morning_of(pack_, past_, diary_.now().day());
}

Answers CheckDiary::standing(const Answers& answers, const Answers& carried) const {
  return joined(pack_, in_both(pack_, answers, derived_), in_both(pack_, answers, carried));
}

void CheckDiary::keep(const Assessment& assessment, const Answers& from_diary) {
  if (!is_used_) return;
  const CheckIn check_in = check_in_of(pack_, assessment, from_diary, diary_.now());
  const auto same_day =
      session_.said.has(Flag::again) ? Diary::SameDay::stays : Diary::SameDay::is_replaced;
  diary_.write([&](Diary& diary) {
    diary.verify();
    diary.keep(check_in, same_day);
  });
}

}  // namespace runready
