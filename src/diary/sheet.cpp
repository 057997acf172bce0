#include "diary/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diary/timeline.hpp"
#include "render/day_words.hpp"

namespace runready {

namespace {

std::string long_day(const Pack& pack, std::chrono::local_days day) {
  return date_words(pack, day) + " " +
         std::to_string(static_cast<int>(std::chrono::year_month_day(day).year()));
}

/// "Run 40, easy run 12, rest 3"
std::string answers_counted(const Pack& pack, std::span<const DiaryDay> days) {
  std::array<std::size_t, 4> counts{};
  for (const DiaryDay& day : days) {
    if (day.check_in) ++counts[static_cast<std::size_t>(day.check_in->recommendation)];
  }
  std::string words;
  for (std::size_t level = 0; level < counts.size(); ++level) {
    if (counts[level] == 0) continue;
    const auto recommendation = static_cast<Recommendation>(level);
    words += fmt::format("{}{}: {}", words.empty() ? "" : ", ",
                         pack.text("recommendation." + std::string(name(recommendation))),
                         counts[level]);
  }
  return words;
}

std::string runs_counted(std::span<const DiaryDay> days) {
  double kilometres = 0;
  std::int32_t longest = 0;
  std::size_t runs = 0;
  for (const DiaryDay& day : days) {
    kilometres += day.metres / 1000.0;
    longest = std::max(longest, day.metres);
    runs += day.runs;
  }
  if (runs == 0) return "none in the diary";
  return fmt::format("{}, {:.0f} km together, most in a day {:.1f} km", runs, kilometres,
                     longest / 1000.0);
}

/// "12 days from 3 Oct to 20 Oct; worst 6 of 10 on 9 Oct"
std::string pain_summary(std::span<const DiaryDay> days, const std::string& place) {
  const DiaryDay* first = nullptr;
  const DiaryDay* last = nullptr;
  const DiaryDay* worst_day = nullptr;
  std::int32_t worst = -1;
  std::size_t count = 0;
  for (const DiaryDay& day : days) {
    for (const Pain& pain : day.pains) {
      if (pain.place != place) continue;
      if (first == nullptr) first = &day;
      last = &day;
      ++count;
      if (pain.level > worst) {
        worst = pain.level;
        worst_day = &day;
      }
    }
  }
  return fmt::format("{} {} from {} to {}; worst {} of 10 on {}", count,
                     count == 1 ? "day" : "days", short_day(first->day), short_day(last->day),
                     worst, short_day(worst_day->day));
}

void add_list(Document& to, std::string_view title, const std::vector<std::string>& items) {
  if (items.empty()) return;
  to.push_back(heading(title));
  for (const std::string& item : items) to.push_back(ListItem{item});
}

}  // namespace

Document diary_sheet(const Pack& pack, std::span<const DiaryDay> days, const SheetFacts& facts) {
  const auto checked = std::count_if(days.begin(), days.end(),
                                     [](const DiaryDay& day) { return day.check_in.has_value(); });
  Document sheet{
      Answer{Tone::stop,
             "Running diary",
             {long_day(pack, days.front().day) + " to " + long_day(pack, days.back().day)}}};
  sheet.push_back(heading("At a glance"));
  sheet.push_back(row("Check-ins", fmt::format("{} on {} days. {}", checked, days.size(),
                                               answers_counted(pack, days))));
  sheet.push_back(row("Runs", runs_counted(days)));
  for (const std::string& place : places_of(days)) {
    sheet.push_back(row(place, pain_summary(days, place)));
  }
  sheet.push_back(heading("Timeline"));
  sheet.push_back(Figure{timeline_svg(pack, days), timeline_words(days)});
  std::vector<std::string> referrals;
  for (const DiaryDay& day : days) {
    if (!day.check_in || day.check_in->referral < Referral::see) continue;
    referrals.push_back(date_words(pack, day.day) + ": " +
                        pack.text("referral." + std::string(name(day.check_in->referral))));
  }
  add_list(sheet, "Days on which the answer was to see someone", referrals);
  add_list(sheet, "Why, at the last check-in", facts.reasons);
  add_list(sheet, "Not answered then, and could matter", facts.open);
  sheet.push_back(heading("Day by day"));
  sheet.push_back(table_of(pack, days));
  add_list(sheet, "Sources", facts.sources);
  sheet.push_back(Note{pack.text("notice")});
  return sheet;
}

}  // namespace runready
