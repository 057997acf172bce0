#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "diary/entries.hpp"
#include "runready/answers.hpp"
#include "runready/pack.hpp"
#include "text/document.hpp"

/// The diary day by day, for people: as a table, as small charts, as a timeline.
namespace runready {

/// How bad a place was on a day.
struct Pain {
  std::string place;
  std::int32_t level = 0;  ///< of 10
};

struct DiaryDay {
  std::chrono::local_days day;
  std::optional<CheckIn> check_in = {};  ///< the day's last
  std::vector<Pain> pains = {};
  std::int32_t metres = 0;
  std::int32_t minutes = 0;
  std::size_t runs = 0;
  bool raced = false;
};

/// One for each day from the first to the last, whether anything was kept of it or not.
std::vector<DiaryDay> days_of(const Pack& pack, std::span<const CheckIn> check_ins,
                              std::span<const Run> runs, std::chrono::local_days from,
                              std::chrono::local_days to);

/// A line for each day of which something was kept: on paper, and in a terminal.
Table table_of(const Pack& pack, std::span<const DiaryDay> days);
Document lines_of(const Pack& pack, std::span<const DiaryDay> days);

/// "Quad": "▁▂▄▂··▁", a mark a day. Of a place that never hurt nothing is said.
Document charts_of(std::span<const DiaryDay> days);

/// "12.4 km in 71 minutes"; empty if nothing was run.
std::string run_words(const DiaryDay& day);

/// The places that hurt, in the order in which they first did.
std::vector<std::string> places_of(std::span<const DiaryDay> days);

/// "Fri 27 Nov"
std::string day_in_table(std::chrono::local_days day);

/// "27 Nov"
std::string short_day(std::chrono::local_days day);

}  // namespace runready
