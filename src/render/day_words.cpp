#include "render/day_words.hpp"

#include "text/fill.hpp"

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

}  // namespace runready
