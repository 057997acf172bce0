#include "diary/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/next_words.hpp"

namespace runready {

namespace {

constexpr double kLeft = 84;
constexpr double kRight = 76;  ///< for the names of places
constexpr double kWidth = 760;
constexpr double kBand = 74;  ///< height of each of the three parts
constexpr double kGap = 30;
constexpr double kTop = 14;
constexpr std::size_t kMostPlaces = 6;

/// So that lines are told apart without colour.
constexpr std::array<std::string_view, kMostPlaces> kDashes = {"",        "6 3", "2 2",
                                                               "9 3 2 3", "1 4", "12 4"};

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  }
  return out;
}

class Timeline {
 public:
  Timeline(const Pack& pack, std::span<const DiaryDay> days)
      : pack_(pack),
        days_(days),
        step_((kWidth - kLeft - kRight) / static_cast<double>(days.size())) {}

  std::string draw() {
    const double height = kTop + 3 * kBand + 2 * kGap + 34;
    out_ = fmt::format(
        "<svg class=\"timeline\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" "
        "aria-label=\"{}\">\n",
        kWidth, height, escaped(timeline_words(days_)));
    draw_answers(kTop);
    draw_runs(kTop + kBand + kGap);
    draw_pains(kTop + 2 * (kBand + kGap));
    draw_days(kTop + 3 * kBand + 2 * kGap);
    return out_ + "</svg>\n";
  }

 private:
  double x(std::size_t day) const { return kLeft + (static_cast<double>(day) + 0.5) * step_; }

  void label(double at_x, double at_y, std::string_view anchor, std::string_view words) {
    out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", at_x,
                        at_y, anchor, escaped(words));
  }

  void line(double x1, double y1, double x2, double y2, std::string_view kind) {
    out_ += fmt::format(
        "<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>\n", kind, x1,
        y1, x2, y2);
  }

  /// A dot a day, on the line of its recommendation.
  void draw_answers(double top) {
    for (std::size_t level = 0; level < 4; ++level) {
      const auto recommendation = static_cast<Recommendation>(level);
      const double y = top + kBand * static_cast<double>(level) / 3;
      label(kLeft - 8, y + 4, "end",
            pack_.text("recommendation." + std::string(name(recommendation))));
      line(kLeft, y, kWidth - kRight, y, "grid");
      for (std::size_t i = 0; i < days_.size(); ++i) {
        const auto& check_in = days_[i].check_in;
        if (!check_in || check_in->recommendation != recommendation) continue;
        out_ += fmt::format("<circle class=\"answer\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"/>\n",
                            x(i), y, std::min(3.0, step_ * 0.42));
      }
    }
  }

  /// A bar a day; one that says race is one.
  void draw_runs(double top) {
    std::int32_t most = 1000;
    for (const DiaryDay& day : days_) most = std::max(most, day.metres);
    label(kLeft - 8, top + 4, "end", fmt::format("{:.0f} km", most / 1000.0));
    label(kLeft - 8, top + kBand + 4, "end", "0");
    line(kLeft, top + kBand, kWidth - kRight, top + kBand, "grid");
    for (std::size_t i = 0; i < days_.size(); ++i) {
      if (days_[i].runs == 0) continue;
      const double height = std::max(2.0, kBand * days_[i].metres / most);
      out_ += fmt::format(
          "<rect class=\"run\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>\n",
          x(i) - step_ * 0.38, top + kBand - height, step_ * 0.76, height);
      if (days_[i].raced) label(x(i), top + kBand - height - 3, "middle", "race");
    }
  }

  /// A line for each place; where nothing was told of it, it ends.
  void draw_pains(double top) {
    label(kLeft - 8, top + 4, "end", "pain 10");
    label(kLeft - 8, top + kBand + 4, "end", "0");
    for (const double share : {0.0, 0.5, 1.0}) {
      line(kLeft, top + kBand * share, kWidth - kRight, top + kBand * share, "grid");
    }
    const std::vector<std::string> places = places_of(days_);
    double last_label = top - 20;
    for (std::size_t p = 0; p < std::min(places.size(), kMostPlaces); ++p) {
      draw_pain(places[p], kDashes[p], top, last_label);
    }
  }

  void draw_pain(const std::string& place, std::string_view dashes, double top,
                 double& last_label) {
    std::string points;
    double y = top;
    const auto end_line = [&] {
      if (points.empty()) return;
      out_ += fmt::format("<polyline class=\"pain\" stroke-dasharray=\"{}\" points=\"{}\"/>\n",
                          dashes, points);
      points.clear();
    };
    for (std::size_t i = 0; i < days_.size(); ++i) {
      const auto pain = std::find_if(days_[i].pains.begin(), days_[i].pains.end(),
                                     [&](const Pain& other) { return other.place == place; });
      if (pain == days_[i].pains.end()) {
        if (days_[i].check_in) end_line();
        continue;
      }
      y = top + kBand * (1 - pain->level / 10.0);
      points += fmt::format("{:.1f},{:.1f} ", x(i), y);
      out_ +=
          fmt::format("<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"1.8\"/>\n", x(i), y);
    }
    end_line();
    last_label = std::max(top + 4, last_label + 13);
    const double row = last_label;
    out_ += fmt::format(
        "<polyline class=\"pain\" stroke-dasharray=\"{}\" points=\"{:.1f},{:.1f} "
        "{:.1f},{:.1f}\"/>\n",
        dashes, kWidth - kRight + 4, row - 4, kWidth - kRight + 18, row - 4);
    constexpr std::size_t kFits = 11;
    const std::size_t bracket = place.find(" (");
    label(kWidth - kRight + 21, row, "start", place.substr(0, std::min(bracket, kFits)));
  }

  void draw_days(double top) {
    const std::size_t every = std::max<std::size_t>(1, (days_.size() + 7) / 8);
    for (std::size_t i = 0; i < days_.size(); i += every) {
      line(x(i), top, x(i), top + 5, "grid");
      label(x(i), top + 18, "middle", short_day(days_[i].day));
    }
  }

  const Pack& pack_;
  std::span<const DiaryDay> days_;
  double step_;
  std::string out_;
};

}  // namespace

std::string timeline_svg(const Pack& pack, std::span<const DiaryDay> days) {
  return Timeline(pack, days).draw();
}

std::string timeline_words(std::span<const DiaryDay> days) {
  std::size_t ran = 0;
  std::size_t checked = 0;
  for (const DiaryDay& day : days) {
    if (day.runs > 0) ++ran;
    if (day.check_in) ++checked;
  }
  return fmt::format(
      "{} to {}: {} days with a check-in, {} with a run. The table below has the "
      "same day by day.",
      short_day(days.front().day), short_day(days.back().day), checked, ran);
}

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
