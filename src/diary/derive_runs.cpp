// What follows from runs and races: how long ago, how far, how often.

#include <algorithm>
#include <array>

#include "diary/derive.hpp"

namespace runready {

namespace {

using std::chrono::days;
using std::chrono::local_days;

constexpr int kDaysOfRace = 28;
constexpr int kBreak = 14;            // days without a run
constexpr double kMuchFarther = 1.3;  // than the longest of the 30 days before
constexpr double kMuchFaster = 0.92;  // of the usual minutes a kilometre
constexpr double kMoreThanAMonthAgo = 1.1;
constexpr std::size_t kFewRuns = 3;  // say nothing of what is usual

struct RaceLength {
  double most_km;
  std::string_view option;
};
constexpr std::array kRaces{RaceLength{7, "5k"},        RaceLength{15, "10k"},
                            RaceLength{30, "half"},     RaceLength{45, "marathon"},
                            RaceLength{100.5, "ultra"}, RaceLength{1e9, "long-ultra"}};

std::vector<const Run*> runs_between(const Past& past, local_days from, local_days to) {
  std::vector<const Run*> runs;
  for (const Run& run : past.runs) {
    if (run.start.day() >= from && run.start.day() <= to) runs.push_back(&run);
  }
  return runs;
}

bool ran_on(const Past& past, local_days day) { return !runs_between(past, day, day).empty(); }

const PastCheckIn* check_in_on(const Past& past, local_days day) {
  const auto at = std::find_if(past.check_ins.begin(), past.check_ins.end(),
                               [&](const PastCheckIn& check_in) { return check_in.day == day; });
  return at == past.check_ins.end() ? nullptr : &*at;
}

std::optional<double> pace(const Run& run) {
  if (!run.metres || !run.seconds || *run.metres < 2000) return std::nullopt;
  return static_cast<double>(*run.seconds) / *run.metres;
}

/// Much faster than the middle one of the month before.
bool was_fast(const Past& past, const Run& run) {
  const auto own = pace(run);
  if (!own) return false;
  std::vector<double> usual;
  const local_days day = run.start.day();
  for (const Run* other : runs_between(past, day - days(30), day - days(1))) {
    if (const auto theirs = pace(*other)) usual.push_back(*theirs);
  }
  if (usual.size() <= kFewRuns) return false;
  const auto middle = usual.begin() + static_cast<std::ptrdiff_t>(usual.size() / 2);
  std::nth_element(usual.begin(), middle, usual.end());
  return *own < kMuchFaster * *middle;
}

void add_yesterday(const Pack& pack, const Past& past, local_days today, Gathered& to) {
  const local_days yesterday = today - days(1);
  for (const Run* run : runs_between(past, yesterday, yesterday)) {
    if (run->kind != RunKind::run || was_fast(past, *run)) {
      to.choose("training", "hard-session-yesterday");
    }
  }
  const auto was_sore_run = [&](local_days day) {
    const PastCheckIn* check_in = check_in_on(past, day);
    return ran_on(past, day) && check_in != nullptr && was_sore(pack, *check_in);
  };
  if (!was_sore_run(yesterday)) return;
  to.choose("training", "ran-sore-yesterday");
  if (was_sore_run(today - days(2)) && was_sore_run(today - days(3))) {
    to.choose("training", "several-days-sore");
  }
}

void add_distance_jump(const Past& past, local_days today, Gathered& to) {
  if (past.runs.empty()) return;
  const Run& last = past.runs.back();
  const local_days day = last.start.day();
  if (!last.metres || today - day > days(3)) return;
  if (runs_between(past, day - days(30), day - days(1)).size() < kFewRuns) return;
  const std::int32_t before = longest(past, day - days(30), day - days(1));
  if (*last.metres > kMuchFarther * before && before > 0) to.choose("training", "distance-jump");
}

double metres_in(const Past& past, local_days from, local_days to) {
  double sum = 0;
  for (const Run* run : runs_between(past, from, to)) sum += run->metres.value_or(0);
  return sum;
}

/// The last seven days against the weeks three to five weeks ago.
void add_more_per_week(const Past& past, local_days today, Gathered& to) {
  if (past.runs.empty() || today - past.runs.front().start.day() < days(35)) return;
  const double month_ago = metres_in(past, today - days(35), today - days(22)) / 2;
  const double week = metres_in(past, today - days(7), today - days(1));
  if (month_ago > 0 && week > kMoreThanAMonthAgo * month_ago) {
    to.choose("training", "more-per-week");
  }
}

/// The first run after a break, where the diary has one from before it.
void add_break(const Past& past, local_days today, Gathered& to) {
  for (std::size_t i = 1; i < past.runs.size(); ++i) {
    const local_days first = past.runs[i].start.day();
    const bool was_break = first - past.runs[i - 1].start.day() > days(kBreak);
    if (was_break && today - first < days(kBreak)) to.choose("training", "back-from-break");
  }
}

}  // namespace

std::int32_t longest(const Past& past, local_days from, local_days to) {
  std::int32_t most = 0;
  for (const Run* run : runs_between(past, from, to))
    most = std::max(most, run->metres.value_or(0));
  return most;
}

void add_from_runs(const Pack& pack, const Past& past, local_days today, Gathered& to) {
  add_yesterday(pack, past, today, to);
  add_distance_jump(past, today, to);
  add_more_per_week(past, today, to);
  add_break(past, today, to);
}

/// The latest race: told in a check-in, or a run that was one.
void add_race(const Pack& pack, const Past& past, local_days today, Gathered& to) {
  const Question* race = find_question(pack, "race");
  const Question* ago = find_question(pack, "days_since_race");
  const auto raced = find_option(pack, "training", "raced");
  if (race == nullptr || ago == nullptr || !raced) return;
  std::optional<local_days> day;
  std::int32_t which = 0;
  const PastCheckIn* told = last_told(pack, past, *race, today - days(kDaysOfRace));
  if (told != nullptr && told->answers.runner[raced->variable] == 1 &&
      told->answers.runner.knows(ago->first_variable)) {
    day = told->day - days(told->answers.runner[ago->first_variable]);
    which = told->answers.runner[race->first_variable];
  }
  for (const Run& run : past.runs) {
    if (run.kind != RunKind::race || (day && run.start.day() <= *day)) continue;
    const double km = run.metres.value_or(0) / 1000.0;
    const auto* length = std::find_if(kRaces.begin(), kRaces.end(),
                                      [&](const RaceLength& known) { return km <= known.most_km; });
    const auto option = option_named(*race, length->option);
    if (!option || km <= 0) continue;
    day = run.start.day();
    which = static_cast<std::int32_t>(*option);
  }
  if (!day || today - *day > days(kDaysOfRace)) return;
  to.choose("training", "raced");
  to.set(*race, which);
  to.set(*ago, static_cast<std::int32_t>((today - *day).count()));
}

}  // namespace runready
