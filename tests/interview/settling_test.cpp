// What comes when nothing could change the outcome any more: a question for words, what is at hand,
// and the last line before the answer.
#include "catch.hpp"
#include "interview/talk.hpp"
#include "rules/situation.hpp"
#include "runready/load.hpp"
#include "runready/read_answers.hpp"
#include "support/packs.hpp"

namespace runready::testing {
namespace {

/// A plan that no rule decides by, but a tip is about; and a second way to train.
constexpr std::string_view kPlan = R"({
  "questions": [
    {"id": "plan", "about": "runner", "section": "day", "type": "multi-choice", "for_words": true,
      "ask": "What is planned?", "why": "For the tips.", "default": [],
      "options": [{"id": "race", "label": "A race", "says": "a race is planned"},
                  {"id": "hills", "label": "Hills", "says": "hills are planned"}]}],
  "tips": [{"id": "race-tip", "phase": "before", "for": ["run", "easy-run", "cross-train"],
            "when": {"in": ["race", {"var": "plan"}]}, "text": "Start slowly.", "sources": ["B2"]}]})";

std::string told(const Pack& pack, const Talk& talk) {
  return to_json(pack, talk.interview().answers());
}

TEST_CASE("a question for words is asked once more when all is settled", "[interview]") {
  const Pack pack = load(base_and(kPlan));
  Talk talk(pack);
  talk.say_all({"", "8"});
  CHECK(talk.interview().may_end());
  CHECK(has(talk.prompt(), "What is planned?"));
  CHECK(has(talk.say("?"), "no longer changes the recommendation"));
  talk.say("race");
  CHECK(talk.is_confirming());
  CHECK(told(pack, talk) == R"({"any_pain":false,"slept":8,"plan":["race"]})");
  talk.say("b");
  CHECK(has(talk.prompt(), "x 1 A race"));
}

TEST_CASE("what is for words only is not asked where it changes none", "[interview]") {
  const Pack pack = load(base_and(kPlan));
  Talk talk(pack);
  talk.say_all({"2", "1", "3"});  // a limp is rest, for which there is no such tip
  CHECK(talk.is_confirming());
}

TEST_CASE("the outlook names the question for words though all is settled", "[interview]") {
  const Pack pack = load(base_and(kPlan));
  Diagnostics wrong;
  const auto known = infer(
      pack, read_answers(R"({"any_pain": false, "slept": 8})", 0, pack, wrong)->answers, wrong);
  const Outlook outlook = Prover(pack).outlook(*known);
  CHECK(outlook.settled);
  REQUIRE(outlook.ask_next.size() == 1);
  CHECK(outlook.ask_next.front().question == *pack.question_named("plan"));
  Known nothing_else = *known;
  nothing_else.told.nothing_else = true;
  CHECK_FALSE(question_for_words(pack, nothing_else));
}

TEST_CASE("before the answer one can go back and review, to the very end", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  talk.say_all({"2", "1", "3"});
  REQUIRE(talk.is_confirming());
  CHECK(has(talk.say("?"), "Enter shows your answer"));
  CHECK(has(talk.say("limp"), "Enter shows your answer"));
  talk.say("b");
  CHECK(has(talk.prompt(), "x 3 I limp"));
  talk.say("3");
  talk.say("r");
  CHECK(has(talk.prompt(), "Your replies so far"));
  talk.say("");
  REQUIRE(talk.is_confirming());
  talk.say_all({"r", "3", "1"});
  CHECK(has(talk.prompt(), "How much?"));  // not settled any more
  talk.say_all({"b", "3"});
  REQUIRE(talk.is_confirming());
  talk.say("+");
  CHECK(has(talk.prompt(), "anything else") == false);
  talk.say("q");
  CHECK(talk.interview().stage() == Interview::Stage::quit);
}

TEST_CASE("skip is as good as Enter", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  CHECK(talk.say("skip") == "Understood: No.\n");
  CHECK(has(talk.say("skip"), "Enter alone"));
}

TEST_CASE("on a day of other training it is asked what is at hand, and whether to keep it",
          "[interview]") {
  const Pack pack = load(default_pack_files());
  Diagnostics wrong;
  Answers sore;
  for (int pain = 3; pain <= 9; ++pain) {
    const std::string json = R"({"where": ["quad"], "pattern": "soreness", "nothing_else": true, )"
                             R"("pain": )" +
                             std::to_string(pain) + "}";
    sore = read_answers(json, 0, pack, wrong)->answers;
    const Assessment assessment = assess(pack, *infer(pack, sore, wrong));
    if (assessment.recommendation == Recommendation::cross_train) break;
  }
  InterviewStart start{.told = sore, .asks_what_is_at_hand = true, .offers_to_keep = true};
  REQUIRE(assess(pack, *infer(pack, sore, wrong)).recommendation == Recommendation::cross_train);
  Talk talk(pack, start);
  REQUIRE(has(talk.prompt(), "could you do today?"));
  CHECK(has(talk.say("?"), "only sorts the sessions"));
  talk.say("1");
  CHECK(has(talk.prompt(), "Keep that in your configuration"));
  talk.say("b");
  CHECK(has(talk.prompt(), "could you do today?"));
  talk.say("1");
  talk.say("yes");
  CHECK(talk.is_confirming());
  REQUIRE(talk.interview().at_hand());
  CHECK(talk.interview().at_hand()->activities.size() == 1);
  CHECK(talk.interview().at_hand()->keep);
  start.asks_what_is_at_hand = false;
  CHECK(Talk(pack, start).is_settled());
}

}  // namespace
}  // namespace runready::testing
