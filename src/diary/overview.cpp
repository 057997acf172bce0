#include "diary/overview.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diary/past.hpp"
#include "model/replies.hpp"
#include "report/next_words.hpp"

namespace runready {

namespace {

using std::chrono::days;
using std::chrono::local_days;

constexpr std::array<std::string_view, 9> kMarks = {"·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
/// So that a chart fits beside the name of its place.
constexpr std::size_t kLongestChart = 56;

std::vector<Pain> pains_of(const Pack& pack, const Answers& answers) {
  std::vector<Pain> pains;
  const Question* where = find_question(pack, "where");
  const Question* pain = find_question(pack, "pain");
  if (where == nullptr || pain == nullptr) return pains;
  for (const Complaint& complaint : answers.complaints) {
    const std::int32_t level = complaint.replies[pain->first_variable];
    for (std::uint32_t i = 0; i < where->variable_count; ++i) {
      const VariableId id{where->first_variable.index + i};
      if (complaint.replies[id] == 1) {
        pains.push_back({where->options[i].label, level == kUnknown ? 0 : level});
      }
    }
  }
  return pains;
}

std::string pain_words(const DiaryDay& day) {
  std::string words;
  for (const Pain& pain : day.pains) {
    words += fmt::format("{}{}: {}", words.empty() ? "" : "; ", pain.place, pain.level);
  }
  return words;
}

std::string answer_words(const Pack& pack, const DiaryDay& day) {
  if (!day.check_in) return "";
  std::string words =
      pack.text("recommendation." + std::string(name(day.check_in->recommendation)));
  switch (day.check_in->referral) {
    case Referral::none:
    case Referral::consider:
      break;
    case Referral::see:
      words += ", see someone";
      break;
    case Referral::urgent:
      words += ", be seen today";
      break;
    case Referral::emergency:
      words += ", emergency";
      break;
  }
  return words;
}

/// Not broken at its blanks, so that a day of a table is one line.
std::string unbroken(const std::string& text) {
  std::string whole;
  for (const char c : text) whole += c == ' ' ? std::string("\u00a0") : std::string(1, c);
  return whole;
}

std::int32_t level_on(const DiaryDay& day, std::string_view place) {
  std::int32_t level = 0;
  for (const Pain& pain : day.pains) {
    if (pain.place == place) level = std::max({level, pain.level, 1});
  }
  return level;
}

}  // namespace

std::vector<DiaryDay> days_of(const Pack& pack, std::span<const CheckIn> check_ins,
                              std::span<const Run> runs, local_days from, local_days to) {
  std::vector<DiaryDay> found;
  for (local_days day = from; day <= to; day += days(1)) found.push_back({.day = day});
  const auto at = [&](local_days day) -> DiaryDay* {
    if (day < from || day > to) return nullptr;
    return &found[static_cast<std::size_t>((day - from).count())];
  };
  for (const CheckIn& check_in : check_ins) {
    DiaryDay* day = at(check_in.when.day());
    if (day == nullptr) continue;
    day->check_in = check_in;
    day->pains = pains_of(pack, kept_answers(pack, check_in.answers));
  }
  for (const Run& run : runs) {
    DiaryDay* day = at(run.start.day());
    if (day == nullptr) continue;
    day->metres += run.metres.value_or(0);
    day->minutes += run.seconds.value_or(0) / 60;
    day->raced = day->raced || run.kind == RunKind::race;
    ++day->runs;
  }
  return found;
}

std::string short_day(local_days day) {
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::year_month_day date(day);
  return fmt::format("{} {}", static_cast<unsigned>(date.day()),
                     kMonths[static_cast<unsigned>(date.month()) - 1]);
}

std::string day_in_table(local_days day) {
  constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed",
                                                     "Thu", "Fri", "Sat"};
  return std::string(kDays[std::chrono::weekday(day).c_encoding()]) + " " + short_day(day);
}

std::string run_words(const DiaryDay& day) {
  if (day.runs == 0) return "";
  std::string words = day.raced ? "race" : "run";
  if (day.metres > 0) words = fmt::format("{:.1f} km", day.metres / 1000.0);
  if (day.minutes > 0) words += fmt::format(" in {} minutes", day.minutes);
  if (day.raced && day.metres > 0) words += ", a race";
  return words;
}

Table table_of(const Pack& pack, std::span<const DiaryDay> days) {
  Table table{{"Day", "Answer", "Runs", "Where it hurt, of 10"}, {}};
  for (const DiaryDay& day : days) {
    if (!day.check_in && day.runs == 0) continue;
    table.rows.push_back({unbroken(day_in_table(day.day)), answer_words(pack, day),
                          unbroken(run_words(day)), pain_words(day)});
  }
  return table;
}

Document lines_of(const Pack& pack, std::span<const DiaryDay> days) {
  Document lines;
  for (const DiaryDay& day : days) {
    if (!day.check_in && day.runs == 0) continue;
    std::string words;
    for (const std::string& part : {answer_words(pack, day), pain_words(day), run_words(day)}) {
      if (!part.empty()) words += (words.empty() ? "" : " | ") + part;
    }
    lines.push_back(row(date_words(pack, day.day), words));
  }
  return lines;
}

std::vector<std::string> places_of(std::span<const DiaryDay> days) {
  std::vector<std::string> places;
  for (const DiaryDay& day : days) {
    for (const Pain& pain : day.pains) {
      if (std::find(places.begin(), places.end(), pain.place) == places.end()) {
        places.push_back(pain.place);
      }
    }
  }
  return places;
}

Document charts_of(std::span<const DiaryDay> days) {
  Document charts;
  if (days.size() > kLongestChart) days = days.last(kLongestChart);
  for (const std::string& place : places_of(days)) {
    std::string marks;
    for (const DiaryDay& day : days) {
      marks += kMarks[std::min<std::size_t>(static_cast<std::size_t>(level_on(day, place)), 8)];
    }
    charts.push_back(row(place, marks));
  }
  if (charts.empty()) return charts;
  charts.insert(charts.begin(),
                paragraph(fmt::format("A mark a day, {} to {}: ▁ is 1 of 10, █ is 8 or more, · is "
                                      "no pain told.",
                                      short_day(days.front().day), short_day(days.back().day))));
  return charts;
}

}  // namespace runready
