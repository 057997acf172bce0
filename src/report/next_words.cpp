#include "report/next_words.hpp"

#include <algorithm>

#include "model/replies.hpp"
#include "report/questions.hpp"
#include "report/reason_words.hpp"
#include "report/shown.hpp"
#include "rules/gates.hpp"
#include "rules/sentence.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::local_days;

std::string in_so_many_hours(const Pack& pack, std::int32_t count) {
  const bool whole_days = count >= 48 && count % 24 == 0;
  return fill(pack.text(whole_days ? "calendar.in-days" : "calendar.in-hours"),
              {std::to_string(whole_days ? count / 24 : count)});
}

}  // namespace

std::string date_words(const Pack& pack, local_days day) {
  constexpr std::string_view kDays[] = {"sunday",   "monday", "tuesday", "wednesday",
                                        "thursday", "friday", "saturday"};
  constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                          "may",       "june",     "july",     "august",
                                          "september", "october",  "november", "december"};
  const std::chrono::year_month_day date(day);
  const std::string weekday(kDays[std::chrono::weekday(day).c_encoding()]);
  const std::string month(kMonths[static_cast<unsigned>(date.month()) - 1]);
  return fill(pack.text("calendar.date"),
              {pack.text("day." + weekday), std::to_string(static_cast<unsigned>(date.day())),
               pack.text("month." + month)});
}

std::string again_words(const Report& report) {
  const Pack& pack = report.pack;
  const auto wait = report.assessment.recheck_hours;
  if (!wait) {
    const bool runs = report.assessment.recommendation == Recommendation::run;
    return runs ? std::string() : pack.text("calendar.before-next-run");
  }
  if (!report.now) return in_so_many_hours(pack, *wait);
  const local_days today = floor<days>(*report.now);
  const local_days then = floor<days>(*report.now + hours(*wait));
  if (then == today) return pack.text("calendar.later-today");
  const bool is_tomorrow = then - today == days(1);
  return fill(pack.text(is_tomorrow ? "calendar.tomorrow" : "calendar.on"),
              {date_words(pack, then)});
}

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

namespace {

/// "your pain is 5 or less": where caution goes one way, what goes further the other way does too,
/// as long as something does.
std::string wish(const Pack& pack, VariableId variable, std::int32_t value) {
  const Question& question = pack.question_of(variable);
  const std::int32_t last = question.caution == Caution::rises ? question.min : question.max;
  const bool has_direction = question.caution != Caution::none && value != last;
  if (question.type != QuestionType::integer || !has_direction) {
    return clause_of(pack, variable, value);
  }
  const std::string_view key =
      question.caution == Caution::rises ? "sentence.at-most" : "sentence.at-least";
  return fill(question.clause.says, {fill(pack.text(key), {std::to_string(value)})});
}

std::string wishes(const Pack& pack, const Answers& answers, const AskAgain& again) {
  std::vector<std::string> clauses;
  for (const AskAgain::Change& change : again.changes) {
    for (const auto& [variable, value] : change.replies) {
      std::string clause = wish(pack, variable, value);
      if (change.asked.complaint && answers.complaints.size() > 1) {
        clause = fill(pack.text("report.of"),
                      {clause, complaint_name(pack, answers, *change.asked.complaint)});
      }
      clauses.push_back(std::move(clause));
    }
  }
  return enumeration(pack, clauses);
}

/// Whether any question about a complaint applies.
bool something_hurts(const Pack& pack, const Replies& told) {
  const Replies runner = effective_replies(pack, told);
  return std::any_of(pack.questions.begin(), pack.questions.end(), [&](const Question& question) {
    return question.about == About::complaint && applies(pack, question, runner) == Truth::yes;
  });
}

/// "Run to Rest", and what it could mean to see somebody.
std::string outcomes(const Pack& pack, const OutcomeRange& range, Referral now) {
  const std::string& least = level_text(pack, "recommendation", range.least);
  const std::string& most = level_text(pack, "recommendation", range.most);
  std::string answer =
      range.least == range.most ? least : fill(pack.text("report.range"), {least, most});
  if (range.referral_most != now) {
    answer += "; " + level_text(pack, "report.up-to", range.referral_most);
  }
  return answer;
}

/// In clauses: "you raced 10 km". Of a list what is not chosen goes without saying.
std::string replies_from_diary(const Report& report) {
  if (!report.from_diary) return {};
  const Pack& pack = report.pack;
  std::vector<std::string> said;
  for (std::size_t thing = 0; thing < report.from_diary->complaints.size(); ++thing) {
    const ToldBy told{*report.from_diary, thing};
    for (const About about : {About::runner, About::complaint}) {
      if (about == About::runner && thing > 0) continue;
      const Replies& replies = about == About::runner
                                   ? report.from_diary->runner
                                   : report.from_diary->complaints[thing].replies;
      const std::string words = told_words(pack, told, told_symptoms(pack, about, replies));
      if (!words.empty()) said.push_back(words);
    }
  }
  return enumeration(pack, said);
}

std::string usual_replies(const Report& report) {
  std::vector<std::string> replies;
  for (const QuestionId id : report.runner.from_config) {
    replies.push_back(
        reply_label(report.pack, report.pack.question(id), report.assessment.known.both.runner));
  }
  return enumeration(report.pack, replies);
}

}  // namespace

std::vector<std::string> would_be_words(const Report& report) {
  const Pack& pack = report.pack;
  std::vector<std::string> lines;
  if (!report.outlook) return lines;
  for (const AskAgain& again : report.outlook->ask_again_when) {
    lines.push_back(fill(pack.text("report.would-be"),
                         {level_text(pack, "recommendation", again.recommendation),
                          wishes(pack, report.assessment.known.both, again)}));
  }
  return lines;
}

bool referral_may_rise(const Report& report) {
  return report.outlook && report.outlook->range.referral_most > report.assessment.referral;
}

std::string see_someone_words(const Report& report, const Situation& situation) {
  const Assessment& assessment = report.assessment;
  if (assessment.referral == Referral::see) return situation.text("report.see-someone.sooner");
  const bool is_well =
      assessment.referral == Referral::none && assessment.recommendation == Recommendation::run;
  if (is_well || !something_hurts(report.pack, assessment.known.both.runner)) return {};
  return situation.text("report.see-someone.when");
}

std::vector<std::string> standing_words(const Report& report) {
  const Pack& pack = report.pack;
  const Assessment& assessment = report.assessment;
  std::vector<std::string> lines;
  if (report.outlook && !report.outlook->settled) {
    lines.push_back(fill(pack.text("report.unsettled"),
                         {outcomes(pack, report.outlook->range, assessment.referral)}));
    for (const Asked& asked : report.outlook->ask_next) {
      const Question& question = pack.question(asked.question);
      lines.push_back(
          fill(pack.text("report.answer-next"), {question.ask, spelled_flag(question)}));
    }
  } else if (report.outlook && assessment.assumed_count > 0) {
    lines.push_back(pack.text("report.settled"));
  }
  if (!report.runner.from_config.empty()) {
    lines.push_back(fill(pack.text("report.from-config"), {usual_replies(report)}));
  }
  if (const std::string replies = replies_from_diary(report); !replies.empty()) {
    lines.push_back(fill(pack.text("report.from-diary"), {replies}));
  }
  if (!report.proof.is_of(pack)) {
    lines.push_back(fill(pack.text("report.not-proved"), {pack.id, pack.version}));
  }
  return lines;
}

}  // namespace runready
