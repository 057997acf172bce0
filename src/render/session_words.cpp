#include "render/session_words.hpp"

#include "text/fill.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

/// Tenths of beats a minute: 208 - 0.7 x age (Tanaka, Monahan and Seals 2001). It is off by about
/// 10 for one in three, and poorest at the ends of the ages it is used for.
std::optional<int> maximum_in_tenths(const Runner& runner) {
  constexpr int kYoungest = 18;
  constexpr int kOldest = 75;
  if (runner.max_heart_rate) return *runner.max_heart_rate * 10;
  if (!runner.age || *runner.age < kYoungest || *runner.age > kOldest) return std::nullopt;
  return 2080 - 7 * *runner.age;
}

std::string range_text(const Pack& pack, std::string_view key, std::string_view key_of_one,
                       const Interval& range) {
  if (range.low == range.high) return fill(pack.text(key_of_one), {std::to_string(range.low)});
  return fill(pack.text(key), {std::to_string(range.low), std::to_string(range.high)});
}

std::string_view effort_key(std::int32_t rpe) {
  if (rpe <= 2) return "effort.very-easy";
  if (rpe <= 4) return "effort.easy";
  return rpe <= 6 ? "effort.moderate" : "effort.hard";
}

std::string effort_words(const Pack& pack, const Effort& effort) {
  std::string words;
  if (effort.rpe) {
    const std::string scale = range_text(pack, "report.range", "report.range.one", *effort.rpe);
    words = fill(pack.text("report.effort"), {pack.text(effort_key(effort.rpe->high)), scale});
  }
  if (effort.talk.empty()) return words;
  if (!words.empty()) words += ' ';
  return words + fill(pack.text("report.talk"), {effort.talk});
}

std::string heart_rate_words(const Report& report, const Effort& effort) {
  const auto beats = heart_rate(report, effort);
  if (!beats) return {};
  return fill(report.pack.text(report.runner.max_heart_rate ? "report.heart-rate"
                                                            : "report.heart-rate.estimated"),
              {std::to_string(beats->low), std::to_string(beats->high)});
}

}  // namespace

std::optional<Interval> heart_rate(const Report& report, const Effort& effort) {
  if (!report.assessment.heart_rate_allowed || !effort.hr_max_percent) return std::nullopt;
  const auto maximum = maximum_in_tenths(report.runner);
  if (!maximum) return std::nullopt;
  const auto share = [&](std::int32_t percent) { return (*maximum * percent + 500) / 1000; };
  return Interval{share(effort.hr_max_percent->low), share(effort.hr_max_percent->high)};
}

SessionWords session_words(const Report& report, WorkoutId id) {
  const Pack& pack = report.pack;
  const Workout& workout = pack.workouts[id.index];
  const std::string& label = pack.activities[workout.activity.index].label;
  const std::string minutes =
      range_text(pack, "report.minutes", "report.minutes.one", workout.minutes);
  return {fill(pack.text("report.session"), {sentence_case(label), minutes}),
          effort_words(pack, workout.effort), heart_rate_words(report, workout.effort), workout.how,
          workout.sources};
}

}  // namespace runready
