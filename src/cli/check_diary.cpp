#include "cli/check_diary.hpp"

#include "cli/messages.hpp"
#include "diary/derive.hpp"
#include "diary/morning.hpp"
#include "model/answers.hpp"

namespace runready {

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
