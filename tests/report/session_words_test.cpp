#include "catch.hpp"
#include "report/next_words.hpp"
#include "report/reporting.hpp"
#include "support/packs.hpp"
#include "text/words.hpp"

namespace runready::testing {
namespace {

TEST_CASE("heart rate comes from a known maximum, or from an age of 18 to 75", "[render]") {
  const Pack pack = load(base_files());
  Reporting reporting(pack, R"({"any_pain": false, "slept": 8})");
  const Effort half_to_seventy{{}, {}, Interval{50, 70}, ""};
  struct Row {
    std::optional<int> age;
    std::optional<int> maximum;
    std::optional<Interval> beats;
  };
  for (const Row& row :
       {Row{40, {}, Interval{90, 126}},  // 208 - 28 = 180
        Row{18, {}, Interval{98, 137}},  // 195.4
        Row{75, {}, Interval{78, 109}},  // 155.5
        Row{17, {}, {}}, Row{76, {}, {}}, Row{{}, {}, {}}, Row{{}, 190, Interval{95, 133}},
        Row{40, 190, Interval{95, 133}}, Row{80, 150, Interval{75, 105}}}) {
    reporting.runner.age = row.age;
    reporting.runner.max_heart_rate = row.maximum;
    CHECK(heart_rate(reporting.report(), half_to_seventy) == row.beats);
    CHECK_FALSE(heart_rate(reporting.report(), Effort{}));
    reporting.assessment().heart_rate_allowed = false;
    CHECK_FALSE(heart_rate(reporting.report(), half_to_seventy));
    reporting.assessment().heart_rate_allowed = true;
  }
}

TEST_CASE("a session says minutes, effort in words and on the scale, and how", "[render]") {
  const Pack pack = load(base_files());
  Reporting reporting(pack, R"({"any_pain": true, "where": ["shin"], "pain": 5, "slept": 8})");
  reporting.runner.age = 40;
  const SessionWords spin = session_words(reporting.report(), {0});
  CHECK(spin.title == "Easy cycling, 30 to 40 minutes");
  CHECK(spin.effort == "Effort: easy, 2 to 3 of 10. You can speak in whole sentences.");
  CHECK(spin.heart_rate ==
        "Heart rate: about 90 to 126 beats a minute, give or take 10 to 20, as estimated from "
        "your age.");
  CHECK(spin.how == "Flat and seated.");
  const SessionWords jog = session_words(reporting.report(), {1});
  CHECK(jog.title == "Running, 20 minutes");
  CHECK(jog.effort.empty());
  CHECK(jog.heart_rate.empty());
  reporting.runner.max_heart_rate = 200;
  CHECK(session_words(reporting.report(), {0}).heart_rate ==
        "Heart rate: about 100 to 140 beats a minute.");
}

TEST_CASE("effort has a word for each part of the scale", "[render]") {
  Pack pack = load(base_files());
  Reporting reporting(pack, R"({"any_pain": false, "slept": 8})");
  for (const auto& [high, word] :
       {std::pair(2, "very easy"), std::pair(3, "easy"), std::pair(4, "easy"),
        std::pair(5, "moderate"), std::pair(6, "moderate"), std::pair(7, "hard")}) {
    pack.workouts[0].effort.rpe = Interval{1, high};
    const std::string effort = session_words(reporting.report(), {0}).effort;
    CHECK(effort.starts_with("Effort: " + std::string(word) + ", "));
  }
}

TEST_CASE("only the first letter of a sentence is made large", "[render]") {
  CHECK(sentence_case("easy cycling") == "Easy cycling");
  CHECK(sentence_case("Élan") == "Élan");
  CHECK(sentence_case("") == "");
}

}  // namespace
}  // namespace runready::testing
