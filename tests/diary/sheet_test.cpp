#include "diary/sheet.hpp"

#include "catch.hpp"
#include "support/packs.hpp"

using namespace runready;
using std::chrono::days;

namespace {

const auto kFirst = *read_day("2026-11-01");

Moment at(int day) {
  return {std::chrono::sys_seconds((kFirst + days(day)).time_since_epoch()), {}};
}

CheckIn told(int day, std::string answers, Recommendation recommendation,
             Referral referral = Referral::none) {
  return {at(day), std::move(answers), "{}", recommendation, referral, "", "", ""};
}

/// A shin that hurts on two days and again on the last, four runs, one of them a race.
std::vector<DiaryDay> some_days() {
  const std::vector check_ins{
      told(0, R"({"any_pain": false})", Recommendation::run),
      told(1, R"({"where": ["shin"], "pain": 3})", Recommendation::easy_run),
      told(2, R"({"where": ["shin"], "pain": 6})", Recommendation::rest, Referral::see),
      told(4, R"({"any_pain": false})", Recommendation::run),
      told(9, R"({"complaints": [{"where": ["shin"], "pain": 1}, {"where": ["quad"]}]})",
           Recommendation::cross_train)};
  const std::vector runs{Run{at(0), 8000, 2880, RunKind::run, "gpx"},
                         Run{at(0), 2000, 720, RunKind::run, "gpx"},
                         Run{at(6), 21'100, 7200, RunKind::race, "gpx"},
                         Run{at(8), std::nullopt, 1800, RunKind::run, "gpx"}};
  return days_of(testing::default_pack(), check_ins, runs, kFirst, kFirst + days(9));
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; ++at) ++found;
  return found;
}

}  // namespace

TEST_CASE("the days of the diary are put together from check-ins and runs", "[diary]") {
  const std::vector<DiaryDay> kept = some_days();
  CHECK(kept.size() == 10);
  CHECK(run_words(kept[0]) == "10.0 km in 60 minutes");
  CHECK(run_words(kept[6]) == "21.1 km in 120 minutes, a race");
  CHECK(run_words(kept[8]) == "run in 30 minutes");
  CHECK(run_words(kept[3]).empty());
  const Table table = table_of(testing::default_pack(), kept);
  CHECK(table.rows.size() == 7);
  CHECK(places_of(kept).size() == 2);
}

TEST_CASE("a chart has a mark a day, higher where it was worse", "[diary]") {
  const std::string charts = to_terminal(charts_of(some_days()), {.width = 80});
  CHECK(charts.find("·▃▆······▁") != std::string::npos);
  CHECK(charts_of({}).empty());
}

TEST_CASE("the timeline draws each day that something was kept of, and no other", "[diary]") {
  const std::vector<DiaryDay> kept = some_days();
  const std::string svg = timeline_svg(testing::default_pack(), kept);
  CHECK(count(svg, "<circle class=\"answer\"") == 5);
  CHECK(count(svg, "<rect class=\"run\"") == 3);
  CHECK(count(svg, ">race</text>") == 1);
  CHECK(count(svg, "<circle class=\"dot\"") == 4);
  // Two spells of the shin, one of the quad; the lone days have no line, but each place its key.
  CHECK(count(svg, "<svg") == count(svg, "</svg>"));
  CHECK(svg.find("nan") == std::string::npos);
  CHECK(timeline_words(kept).find("5 days with a check-in, 3 with a run") != std::string::npos);
  CHECK_FALSE(timeline_svg(testing::default_pack(), std::span(kept).first(1)).empty());
}

TEST_CASE("the sheet says when it was worst and when somebody was to be seen", "[diary]") {
  const Document sheet = diary_sheet(testing::default_pack(), some_days(),
                                     {{"Because <so>. [B1]"}, {"Any of these?"}, {"[B1] x"}});
  const std::string html = to_html(sheet, "Running diary", "en");
  const std::string markdown = to_markdown(sheet);
  for (const std::string_view part : {"Sunday 1 November 2026", "worst 6 of 10 on 3 Nov",
                                      "3 days from 2 Nov to 10 Nov", "Any of these?"}) {
    INFO(part);
    CHECK(html.find(part) != std::string::npos);
    CHECK(markdown.find(part) != std::string::npos);
  }
  CHECK(html.find("Because &lt;so&gt;. [B1]") != std::string::npos);
  CHECK(html.find("<svg class=\"timeline\"") != std::string::npos);
  CHECK(markdown.find("<svg") == std::string::npos);
  CHECK(html.find("http") == std::string::npos);
}
