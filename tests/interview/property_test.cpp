// Interviews about random packs, answered at random and with every command, come to an end, and
// what they end with is settled.
#include <string>

#include "catch.hpp"
#include "interview/talk.hpp"
#include "report/questions.hpp"
#include "runready/load.hpp"
#include "runready/read_answers.hpp"
#include "support/packs.hpp"
#include "support/random_pack.hpp"

namespace runready::testing {
namespace {

Pack pack_with_texts(Dice& dice) {
  Pack pack = random_pack(dice, {.questions = 6, .rules = 7});
  for (const std::string_view key : required_text_keys()) pack.texts.emplace(key, key);
  return pack;
}

/// A reply more often than not, else a command or nonsense.
std::string random_line(Dice& dice) {
  constexpr std::string_view kOthers[] = {"b", "b", "r", "?", "+", "", "none", "x", "2,1"};
  if (dice.percent(65)) return std::to_string(dice.between(0, 4));
  return std::string(kOthers[dice.below(std::size(kOthers))]);
}

/// Answers every question, so that the interview ends whatever went before.
void finish(Talk& talk) {
  for (int lines = 0; !talk.interview().is_over(); ++lines) {
    REQUIRE(lines < 400);
    const std::string_view tries[] = {"1", "2", "0", "3", "-1", "-2", "4", "5", ""};
    talk.say(talk.interview().stage() == Interview::Stage::reviewing ? "" : tries[lines % 9]);
  }
}

TEST_CASE("every interview ends, and nothing left unasked could change the answer",
          "[interview][property]") {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    INFO("seed " << seed);
    Dice dice(seed);
    const Pack pack = pack_with_texts(dice);
    Talk talk(pack);
    for (int i = 0; i < 30 && !talk.interview().is_over(); ++i) {
      REQUIRE_FALSE(talk.prompt().empty());
      talk.say(random_line(dice));
    }
    finish(talk);
    Diagnostics wrong;
    const auto known = infer(pack, talk.interview().answers(), wrong);
    REQUIRE(known);
    CHECK(Prover(pack).outlook(*known).settled);
  }
}

TEST_CASE("what is notable of settled answers gives the same outcome", "[interview][property]") {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    INFO("seed " << seed);
    Dice dice(seed);
    const Pack pack = pack_with_texts(dice);
    Talk talk(pack);
    for (int i = 0; i < 12 && !talk.interview().is_over(); ++i) talk.say(random_line(dice));
    finish(talk);
    if (!talk.is_settled()) continue;
    Diagnostics wrong;
    const Answers& told = talk.interview().answers();
    const auto known = infer(pack, told, wrong);
    const auto notable = infer(pack, only_notable(pack, told), wrong);
    REQUIRE(known);
    REQUIRE(notable);
    const Assessment a = assess(pack, *known);
    const Assessment b = assess(pack, *notable);
    CHECK(a.recommendation == b.recommendation);
    CHECK(a.referral == b.referral);
    CHECK(a.offered == b.offered);
  }
}

TEST_CASE("the same lines lead to the same texts, also for a second time on the way back",
          "[interview][property]") {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    INFO("seed " << seed);
    Dice dice(seed);
    const Pack pack = pack_with_texts(dice);
    Talk once(pack);
    Talk again(pack);
    for (int i = 0; i < 20 && !once.interview().is_over(); ++i) {
      const std::string line = random_line(dice);
      REQUIRE(once.prompt() == again.prompt());
      REQUIRE(once.say(line) == again.say(line));
    }
    CHECK(once.interview().answers() == again.interview().answers());
  }
}

TEST_CASE("to go on from what was told asks what would have been asked", "[interview][property]") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    Dice dice(seed);
    const Pack pack = pack_with_texts(dice);
    Talk talk(pack);
    for (int i = 0; i < 5 && !talk.interview().is_over(); ++i) talk.say(random_line(dice));
    if (talk.interview().is_over()) continue;
    Talk resumed(pack, {.told = talk.interview().answers()});
    if (!talk.is_confirming()) continue;  // nor need it be the same for who has gone back
    if (resumed.is_settled()) continue;
    // Who has told several things is asked once more whether anything else hurts.
    CHECK(talk.interview().answers().complaints.size() > 1);
    REQUIRE(has(resumed.prompt(), "interview.anything-else"));
    resumed.say("1");
    CHECK(resumed.is_confirming());
  }
}

/// A line such as people type in an interview of the default pack.
std::string line_of_a_person(Dice& dice) {
  constexpr std::string_view kLines[] = {"",  "",    "",     "1",      "1",  "2",        "3", "1,3",
                                         "b", "r",   "none", "stroke", "-1", "quad",     "+", "4",
                                         "5", "yes", "knee", "skip",   "?1", "two weeks"};
  return std::string(kLines[dice.below(std::size(kLines))]);
}

TEST_CASE("what is offered to Enter is taken, and never after a reply that was not understood",
          "[interview][property]") {
  const Pack pack = load(default_pack_files());
  constexpr TextOptions kViews[] = {{}, {.width = 80, .height = 24}, {.width = 60, .height = 20}};
  for (std::uint32_t seed = 0; seed < 9; ++seed) {
    Dice dice(seed);
    Talk talk(pack, {.asks_what_is_at_hand = true}, kViews[seed % 3]);
    bool was_refused = false;
    for (int i = 0; i < 25 && !talk.interview().is_over(); ++i) {
      const std::string shown = talk.prompt();
      const std::string line = line_of_a_person(dice);
      INFO("seed " << seed << shown << line);
      const bool is_asking = talk.interview().stage() == Interview::Stage::asking;
      const bool offers = has(shown, "or Enter");
      const bool is_shown = has(shown, "(? help");
      const std::string said = talk.say(line);
      const bool is_enter = is_asking && (line.empty() || line == "skip");
      if (is_enter && offers) CHECK_FALSE(has(said, "Enter alone does not answer"));
      if (is_enter && !offers) CHECK_FALSE(has(said, "Understood"));
      if (was_refused) CHECK((!offers || is_shown));
      was_refused = is_asking && has(said, "is not one of the replies");
    }
  }
}

}  // namespace
}  // namespace runready::testing
