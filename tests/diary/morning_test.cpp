#include "diary/morning.hpp"

#include "catch.hpp"
#include "diary/derive.hpp"
#include "interview/talk.hpp"
#include "model/answers.hpp"
#include "runready/read_answers.hpp"
#include "support/packs.hpp"

using namespace runready;
using std::chrono::days;
using testing::has;
using testing::Talk;

namespace {

const auto kToday = *read_day("2026-11-28");

Past after(std::string answers, int days_ago = 1) {
  const auto local = std::chrono::local_seconds(kToday - days(days_ago));
  const CheckIn check_in{{std::chrono::sys_seconds(local.time_since_epoch()), {}},
                         std::move(answers),
                         "{}",
                         {},
                         {},
                         "",
                         "",
                         ""};
  return past_of(testing::default_pack(), {{check_in}}, {}, kToday);
}

/// A morning after that check-in, at a window of 24 lines.
Talk morning_after(const std::string& answers, TextOptions view = {80, false, 24}) {
  const Past past = after(answers);
  const Answers told = derive(testing::default_pack(), past, no_answers(testing::default_pack()),
                              kToday, DerivedFor::asking);
  InterviewStart start;
  start.told = told;
  start.morning = morning_of(testing::default_pack(), past, kToday);
  REQUIRE(start.morning);
  return Talk(testing::default_pack(), std::move(start), view);
}

/// Answers what is asked until nothing is; how many questions that were.
std::size_t prompts(Talk& talk, const std::vector<std::pair<std::string, std::string>>& replies) {
  std::size_t count = 0;
  for (; !talk.is_confirming() && !talk.is_settled(); ++count) {
    const std::string asked = talk.prompt();
    INFO(asked);
    REQUIRE(count < 12);
    std::string reply;
    for (const auto& [part, typed] : replies) {
      if (has(asked, part)) reply = typed;
    }
    talk.say(reply);
  }
  return count;
}

constexpr const char* kHealthy = R"({"warning_signs": [], "about_you": [], "any_pain": false,
  "training": [], "recovery": [], "plan": []})";
constexpr const char* kSore = R"({"warning_signs": [], "about_you": [], "any_pain": true,
  "where": ["quad"], "leg_warnings": [], "pattern": "soreness", "pain": 3, "signs": [],
  "walk_test": "easy", "gait": "normal", "training": [], "recovery": [], "plan": []})";
constexpr const char* kTendon = R"({"warning_signs": [], "about_you": [], "any_pain": true,
  "where": ["achilles"], "leg_warnings": [], "pattern": "describe", "tissue": "tendon",
  "care": "nobody", "pain": 2, "signs": [], "quality": "tight", "walk_test": "easy",
  "gait": "normal", "onset": "gradual", "trend": "same", "days_sore": 5, "sides": "one",
  "warmup": "better", "next_morning": "first-steps", "training": [], "recovery": [], "plan": []})";

std::string told(const Talk& talk) {
  return to_json(testing::default_pack(), talk.interview().answers());
}

}  // namespace

TEST_CASE("a healthy morning like the last has three prompts", "[diary]") {
  Talk talk = morning_after(kHealthy);
  CHECK(has(talk.interview().opening({}), "Yesterday"));
  CHECK(prompts(talk, {}) == 3);
  CHECK(has(told(talk), R"("any_pain":false)"));
  CHECK(has(told(talk), R"("warning_signs":[])"));
}

TEST_CASE("a sore morning like the last has at most six", "[diary]") {
  Talk sore = morning_after(kSore);
  CHECK(prompts(sore, {{"How is it now?", "3"}, {"Is all of this true?", "2"}}) <= 6);
  CHECK(has(told(sore), R"("where":["quad"],"pattern":"soreness","pain":3)"));
  Talk tendon = morning_after(kTendon);
  CHECK(prompts(tendon, {{"How is it now?", "3"}, {"while you run?", "2"}}) <= 6);
  CHECK(has(told(tendon), R"("days_sore":6)"));
}

TEST_CASE("what may allow more than silence is told each day", "[diary]") {
  const auto is_asked = [](Talk talk, std::string_view part) {
    for (std::size_t i = 0; i < 8 && !talk.is_confirming(); ++i) {
      const std::string prompt = talk.prompt();
      if (has(prompt, part)) return true;
      talk.say(has(prompt, "How is it now?") ? "3" : "");
    }
    return false;
  };
  CHECK(is_asked(morning_after(kSore), "Is all of this true?"));
  CHECK(is_asked(morning_after(kTendon), "while you run?"));
  // And who says no is asked what stands behind it.
  Talk sore = morning_after(kSore, {80, false});
  sore.say_all({"", "3", "", "", "1"});
  CHECK(has(told(sore), R"("pattern":"describe")"));
  CHECK_FALSE(sore.is_confirming());
}

TEST_CASE("better and worse ask again what can heal, gone and new from the beginning", "[diary]") {
  const auto say = [](const char* reply) {
    Talk talk = morning_after(kTendon);
    talk.prompt();
    talk.say("");
    CHECK(has(talk.prompt(), "Achilles tendon, 2 of 10"));
    talk.say(reply);
    return told(talk);
  };
  CHECK(has(say("2"), R"("trend":"improving")"));
  CHECK_FALSE(has(say("2"), R"("pain")"));
  CHECK(has(say("4"), R"("next_morning":"worse-once")"));
  CHECK(has(say("3"), R"("pain":2)"));
  CHECK_FALSE(has(say("1"), "achilles"));
  CHECK_FALSE(has(say("1"), R"("any_pain")"));
  CHECK_FALSE(has(say("5"), "achilles"));
  CHECK(has(say("5"), R"("any_pain":true)"));
}

TEST_CASE("a warning sign ends a morning at once", "[diary]") {
  Talk talk = morning_after(kHealthy, {80, false});
  talk.prompt();
  talk.say("6");
  CHECK(talk.is_confirming());
}

TEST_CASE("what a morning filled in can be gone back to and changed", "[diary]") {
  Talk talk = morning_after(kTendon, {80, false});
  for (const char* line : {"", "3"}) {
    talk.prompt();
    talk.say(line);
  }
  talk.prompt();
  talk.say("b");
  CHECK(has(talk.prompt(), "How is it now?"));
  talk.say("1");
  CHECK_FALSE(has(told(talk), "achilles"));
  talk.prompt();
  talk.say("r");
  CHECK(has(talk.prompt(), "Your replies so far"));
}

TEST_CASE("several things are asked about one by one", "[diary]") {
  Talk talk = morning_after(R"({"any_pain": true, "complaints": [{"where": ["quad"], "pain": 3},
      {"where": ["heel"], "pain": 2}, {"where": ["shin"], "pain": 1}]})",
                            {80, false});
  for (const auto& [part, reply] :
       {std::pair{"First:", ""}, {"Quad", "3"}, {"Heel, 2 of 10", "1"}, {"Shin, 1 of 10", "3"}}) {
    CHECK(has(talk.prompt(), part));
    talk.say(reply);
  }
  CHECK(talk.interview().answers().complaints.size() == 2);
  CHECK_FALSE(has(told(talk), "heel"));
}

TEST_CASE("an old check-in is no beginning of a morning", "[diary]") {
  CHECK(morning_of(testing::default_pack(), after(kHealthy, 7), kToday));
  CHECK_FALSE(morning_of(testing::default_pack(), after(kHealthy, 8), kToday));
  CHECK_FALSE(morning_of(testing::default_pack(), {}, kToday));
}
