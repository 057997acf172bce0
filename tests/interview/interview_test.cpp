#include "runready/interview.hpp"

#include "catch.hpp"
#include "interview/talk.hpp"
#include "runready/read_answers.hpp"
#include "support/packs.hpp"

namespace runready::testing {
namespace {

/// A list about the runner with a question behind it, beside the base pack's.
constexpr std::string_view kTraining = R"({
  "questions": [
    {"id": "training", "about": "runner", "section": "day", "type": "multi-choice",
      "ask": "What did you do?", "why": "Load adds up.", "default": [],
      "options": [{"id": "raced", "label": "A race", "says": "you raced", "group": "Hard"},
                  {"id": "gym", "label": "The gym", "says": "you lifted", "group": "Hard"},
                  {"id": "shoes", "label": "New shoes", "says": "your shoes are new", "group": "New"}]},
    {"id": "race", "about": "runner", "section": "day", "type": "choice", "assume": false,
      "when": {"in": ["raced", {"var": "training"}]}, "ask": "Which race?", "why": "Length counts.",
      "default": "short", "options": [{"id": "short", "label": "A short one", "says": "it was short"},
                                      {"id": "long", "label": "A long one", "says": "it was long"}]}],
  "rules": [
    {"id": "after-gym", "when": {"in": ["gym", {"var": "training"}]}, "recommend": "rest",
      "because": "Heavy legs.", "sources": ["B2"]},
    {"id": "shoes", "when": {"in": ["shoes", {"var": "training"}]}, "recommend": "easy-run",
      "because": "New shoes.", "sources": ["B2"]},
    {"id": "long-race", "when": {"==": [{"var": "race"}, "long"]}, "recommend": "cross-train",
      "because": "It was long.", "sources": ["B2"]}]})";

std::string told(const Pack& pack, const Talk& talk) {
  return to_json(pack, talk.interview().answers());
}

Answers answers(const Pack& pack, std::string_view json) {
  Diagnostics found;
  return read_answers(json, 0, pack, found)->answers;
}

TEST_CASE("a prompt has the section, the question, numbered replies and what to type",
          "[interview]") {
  const Pack pack = load(base_files());
  CHECK(Talk(pack).prompt() ==
        "\nWhat hurts, 1 of about 2\n"
        "Does anything hurt?\n"
        "  1 No\n"
        "  2 Yes\n"
        "  3 Yes, several things\n"
        "A number, or Enter for: No > ");
}

TEST_CASE("groups of a list have their headings and one numbering", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  CHECK(talk.say("2") == "Understood: Yes.\n");
  CHECK(talk.prompt() ==
        "\nWhat hurts, 2 of about 5\n"
        "Where?\n"
        "  Below the knee\n"
        "    1 Shin\n"
        "    2 Calf\n"
        "  Elsewhere\n"
        "    3 Arm\n"
        "Numbers, as in 1,3 > ");
  CHECK(talk.say("3,1") == "Understood: Shin; Arm.\n");
}

TEST_CASE("Enter answers only where that is stated", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  talk.say("2");
  CHECK(has(talk.say(""), "Enter alone"));
  CHECK(talk.prompt() == "Numbers, as in 1,3 > ");
  talk.say_all({"none", "", "3"});
  CHECK(talk.prompt() ==
        "\nYour day, 5 of about 5\nHow many hours did you sleep?\nA number from 0 to 24 > ");
  CHECK(has(talk.say(""), "Enter alone"));
  CHECK(has(talk.say("7"), "Understood: you slept 7 hours."));
  CHECK(talk.is_confirming());
}

TEST_CASE("what cannot matter is not asked, and it says so", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  talk.say_all({"2", "1", "3"});
  CHECK(talk.prompt() ==
        "\nI know enough. Questions left: 2. No reply to them could change the\n"
        "recommendation.\n"
        "Enter for your answer, b to go back, r to see your replies > ");
  talk.say("");
  CHECK(talk.is_settled());
  CHECK(told(pack, talk) == R"({"any_pain":true,"where":["shin"],"gait":"limping"})");
}

TEST_CASE("when everything has been asked, that is said", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  talk.say_all({"", "8"});
  CHECK(has(talk.prompt(), "everything that matters"));
}

TEST_CASE("? says why it is asked and what it can still change", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  CHECK(talk.say("?") ==
        "Pain decides most.\n"
        "It can still change what you do today (so far Run to Rest), whether to see\n"
        "someone and which sessions fit.\n"
        "Type the number of one reply, or a word of it.\n"
        "At any question: ? explains it, b goes back, r shows your replies, + adds\n"
        "another thing that hurts, q quits.\n");
  CHECK(talk.prompt() == "A number, or Enter for: No > ");
  CHECK(has(talk.prompt(Interview::Shown::in_full), "Does anything hurt?"));
}

TEST_CASE("b goes back, and Enter keeps what was said", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  CHECK(has(talk.say("b"), "first question"));
  talk.say_all({"2", "1,2", "b"});
  CHECK(talk.prompt() ==
        "\nWhat hurts, 2 of about 5\n"
        "Where?\n"
        "  Below the knee\n"
        "  x 1 Shin\n"
        "  x 2 Calf\n"
        "  Elsewhere\n"
        "    3 Arm\n"
        "1,3 adds, -2 takes away, none clears, or Enter to keep: Shin; Calf > ");
  CHECK(talk.say("") == "Understood: Shin; Calf.\n");
  CHECK(has(talk.prompt(), "How do you walk?"));
  talk.say_all({"b", "b", "b", "b"});
  CHECK(has(talk.prompt(Interview::Shown::in_full), "Does anything hurt?"));
}

TEST_CASE("shutting a gate on the way back sets the replies behind it aside", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  talk.say_all({"2", "1", "", "b", "b", "b"});
  CHECK(talk.say("1") ==
        "Understood: No.\n"
        "These replies no longer apply: 2. They come back if they apply again.\n");
  CHECK(told(pack, talk) == R"({"any_pain":false})");
  CHECK(has(talk.prompt(), "sleep"));
  talk.say("b");
  CHECK(has(talk.say("2"), "Replies that apply again: 2."));
  CHECK(told(pack, talk) == R"({"any_pain":true,"where":["shin"],"gait":"normal"})");
}

TEST_CASE("r lists all replies, and a number changes one", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  talk.say("r");
  CHECK(has(talk.prompt(), "There are no replies yet."));
  CHECK(has(talk.say("1"), "There are no replies yet."));
  talk.say("");
  talk.say_all({"2", "1", "r"});
  CHECK(talk.prompt() ==
        "\nYour replies so far\n"
        "  1 Does anything hurt?\n"
        "    Reply: Yes\n"
        "  2 Where?\n"
        "    Reply: Shin\n"
        "A number to change that reply, or Enter to go on > ");
  CHECK(has(talk.say("3"), "1 to 2"));
  talk.say("2");
  CHECK(has(talk.prompt(), "x 1 Shin"));
  talk.say("-1, calf");
  CHECK(has(talk.prompt(), "How do you walk?"));
  CHECK(told(pack, talk) == R"({"any_pain":true,"where":["calf"]})");
}

TEST_CASE("a review changes nothing if left by Enter or b", "[interview]") {
  const Pack pack = load(base_files());
  for (const std::string_view leave : {"", "b"}) {
    Talk talk(pack);
    talk.say_all({"2", "1", "r", leave});
    CHECK(has(talk.prompt(), "How do you walk?"));
  }
}

TEST_CASE("q ends it without an answer", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  talk.say_all({"2", "1", "q"});
  CHECK(talk.interview().stage() == Interview::Stage::quit);
  CHECK(told(pack, talk) == R"({"any_pain":true,"where":["shin"]})");
}

TEST_CASE("what was told before is not asked, but can be changed", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack, {.told = answers(pack, R"({"any_pain": true, "pain": 4})")});
  CHECK(has(talk.prompt(), "Where?"));
  talk.say("r");
  CHECK(has(talk.prompt(), "2 How much?\n    Reply: 4"));
  talk.say_all({"2", "1"});
  CHECK(told(pack, talk) == R"({"any_pain":true,"pain":1})");
}

TEST_CASE("if what was told settles it, nothing is asked", "[interview]") {
  const Pack pack = load(base_files());
  const Talk talk(pack, {.told = answers(pack, R"({"gait": "limping"})")});
  CHECK(talk.is_settled());
  CHECK(talk.interview().opening({}).empty());
}

TEST_CASE("standing replies are ticked already, still asked, and kept or changed", "[interview]") {
  const Pack pack = load(base_and(kTraining));
  const Answers usual = answers(pack, R"({"training": ["gym"]})");
  Talk talk(pack, {.told = answers(pack, R"({"any_pain": false, "slept": 8})"),
                   .standing = usual.runner});
  CHECK(talk.prompt() ==
        "\nYour day, 1 of about 1\n"
        "What did you do?\n"
        "  Hard\n"
        "    1 A race\n"
        "  x 2 The gym\n"
        "  New\n"
        "    3 New shoes\n"
        "1,3 adds, -2 takes away, none clears, or Enter as usual: The gym > ");
  Talk other(pack, {.told = answers(pack, R"({"any_pain": false, "slept": 8})"),
                    .standing = usual.runner});
  talk.say("");
  CHECK(told(pack, talk) == R"({"any_pain":false,"slept":8,"training":["gym"]})");
  CHECK(talk.interview().standing_kept() == std::vector{*pack.question_named("training")});
  other.say("none");
  CHECK(told(pack, other) == R"({"any_pain":false,"slept":8,"training":[]})");
  CHECK(other.interview().standing_kept().empty());
}

TEST_CASE("a reply that follows from what was told is ticked already", "[interview]") {
  const Pack pack = load(base_and(kTraining));
  Talk talk(pack, {.told = answers(pack, R"({"any_pain": false, "slept": 8, "race": "long"})")});
  CHECK(has(talk.prompt(), "x 1 A race"));
  CHECK(has(talk.prompt(), "Enter to keep: A race >"));
  talk.say("");
  CHECK(told(pack, talk) == R"({"any_pain":false,"slept":8,"training":["raced"],"race":"long"})");
  CHECK(talk.is_confirming());
}

TEST_CASE("several things are asked about one after the other, then for more", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  CHECK(talk.say("3") == "Understood: Yes, several things.\n");
  CHECK(talk.prompt().starts_with("\nProblem 1\nWhat hurts, 2 of about "));
  talk.say_all({"1", "", "2"});
  CHECK(talk.prompt().starts_with("\nProblem 2\nWhat hurts, 5 of about "));
  talk.say("2");
  CHECK(has(talk.prompt(), "How do you walk?"));
  talk.say_all({"", "2"});
  CHECK(talk.prompt() ==
        "\nDoes anything else hurt?\n"
        "  1 No\n"
        "  2 Yes\n"
        "A number, or Enter for: No > ");
  CHECK(talk.say("perhaps") == "`perhaps` is not one of the replies.\n");
  talk.say("y");
  CHECK(has(talk.prompt(), "Problem 3"));
  talk.say("b");
  CHECK(has(talk.prompt(), "anything else"));
  talk.say_all({"", "8"});
  CHECK(talk.is_confirming());
  CHECK(told(pack, talk) ==
        R"({"any_pain":true,"slept":8,"complaints":[{"where":["shin"],"gait":"normal","pain":2},)"
        R"({"where":["calf"],"gait":"normal","pain":2}]})");
}

TEST_CASE("nobody with one thing that hurts is asked for more, but + adds one", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  talk.say_all({"2", "3"});
  CHECK(has(talk.say("+"), "something else hurts"));
  talk.say_all({"", "1"});
  CHECK(has(talk.prompt(), "Problem 2"));
  talk.say("b");
  CHECK(has(talk.prompt(), "How much?"));
  talk.say("");
  CHECK(has(talk.prompt(), "sleep"));
}

TEST_CASE("+ at the question whether anything hurts is several things", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  CHECK(talk.say("+") == "Understood: Yes, several things.\n");
  talk.say("b");
  CHECK(has(talk.prompt(), "x 3 Yes, several things"));
  talk.say("1");
  CHECK(has(talk.say("+"), "So far nothing hurts"));
  talk.say("b");
  talk.say("2");
  CHECK(has(talk.prompt(), "\nWhere?"));
}

TEST_CASE("no more than eight things that hurt can be told", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  talk.say("2");
  for (int i = 0; i < 7; ++i) CHECK(has(talk.say("+"), "Noted"));
  CHECK(has(talk.say("+"), "about eight things"));
}

TEST_CASE("a line without meaning says what is expected", "[interview]") {
  const Pack pack = load(base_files());
  Talk talk(pack);
  CHECK(talk.say("perhaps") == "`perhaps` is not one of the replies.\n");
  CHECK(talk.prompt() == "A number > ");
  // Enter alone waits until the question has been shown again.
  CHECK(talk.say("") == "Here is the question once more, before Enter answers it.\n");
  CHECK(has(talk.prompt(), "Does anything hurt?"));
  CHECK(talk.say("") == "Understood: No.\n");
}

TEST_CASE("wide and combining characters stay in their columns", "[interview]") {
  const Pack pack = load(base_and(R"({"questions": [{"id": "tired", "about": "runner",
    "section": "day", "type": "choice", "why": "Why.", "default": "a", "assume": false,
    "ask": "今日は疲れていますか？とても疲れていますか？ Bist du mu\u0308de heute?",
    "options": [{"id": "a", "label": "いいえ、まったく疲れていません", "says": "a"},
                {"id": "c", "label": "e\u0301tire\u0301 et fatigue\u0301 depuis hier", "says": "b"}]}],
    "rules": [{"id": "t", "when": {"==": [{"var": "tired"}, "c"]}, "recommend": "rest",
      "because": "Tired.", "sources": ["B2"]}]})"));
  Talk talk(pack, {.told = answers(pack, R"({"any_pain": false, "slept": 8})")}, {.width = 24});
  CHECK(talk.prompt() ==
        "\nYour day, 1 of about 1\n"
        "今日は疲れていますか？と\n"
        "ても疲れていますか？\n"
        "Bist du mu\u0308de heute?\n"
        "  1 いいえ、まったく疲れ\n"
        "    ていません\n"
        "  2 e\u0301tire\u0301 et fatigue\u0301\n"
        "    depuis hier\n"
        "A number > ");
}

TEST_CASE("with colour only the looks differ", "[interview]") {
  const Pack pack = load(base_files());
  std::string coloured = Talk(pack, {}, {.color = true}).prompt();
  for (const std::string_view escape : {"\x1b[1m", "\x1b[2m", "\x1b[0m"}) {
    CHECK(has(coloured, escape));
    for (std::size_t at; (at = coloured.find(escape)) != std::string::npos;) {
      coloured.erase(at, escape.size());
    }
  }
  CHECK(coloured == Talk(pack).prompt());
}

}  // namespace
}  // namespace runready::testing
