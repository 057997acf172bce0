#include "pack/write_pack.hpp"

#include <string>

#include "catch.hpp"
#include "runready/load.hpp"
#include "support/packs.hpp"
#include "support/random_pack.hpp"

namespace runready {
namespace {

Pack load_written(const std::string& written) { return testing::load({{"written.json", written}}); }

TEST_CASE("a pack that is written and loaded again is written the same", "[pack]") {
  for (const auto& files : {testing::base_files(), default_pack_files()}) {
    const std::string written = write_pack(testing::load(files));
    CHECK(write_pack(load_written(written)) == written);
  }
}

TEST_CASE("a merged pack is written as one that adds to nothing", "[pack]") {
  const Pack pack = testing::load(testing::base_and(R"({
      "pack": {"format": "runready/pack/1", "id": "club", "version": "1", "title": "Our club",
               "adds_to": "base"},
      "tips": [{"id": "sing", "phase": "during", "text": "Sing.", "sources": ["B2"]}]})"));
  const Pack again = load_written(write_pack(pack));
  CHECK(again.id == "base");
  CHECK(again.tips.size() == pack.tips.size());
}

/// A random pack with what the loader wants beside it.
Pack random_whole_pack(testing::Dice& dice) {
  Pack pack = testing::random_pack(
      dice, {.wordings = 3, .most_answers = 1e9, .cautious = dice.percent(50)});
  const Pack base = testing::load(testing::base_files());
  pack.id = "random";
  pack.version = "1";
  pack.title = "Made by dice";
  pack.language = "en";
  pack.texts = base.texts;
  pack.facts = base.facts;
  pack.source_list = base.source_list;
  for (Rule& rule : pack.rules) rule.sources = {FactId{0}};
  for (Workout& workout : pack.workouts) workout.sources = {FactId{1}};
  for (Tip& tip : pack.tips) tip.sources = {FactId{0}, FactId{1}};
  return pack;
}

void check_same_questions(const Pack& pack, const Pack& again) {
  REQUIRE(again.questions.size() == pack.questions.size());
  for (std::size_t i = 0; i < pack.questions.size(); ++i) {
    const Question& question = pack.questions[i];
    const Question& other = again.questions[i];
    CHECK(other.id == question.id);
    CHECK(other.about == question.about);
    CHECK(other.section == question.section);
    CHECK(other.type == question.type);
    CHECK(other.when == question.when);
    REQUIRE(other.options.size() == question.options.size());
    for (std::size_t option = 0; option < question.options.size(); ++option) {
      CHECK(other.options[option].permits == question.options[option].permits);
      CHECK(other.options[option].heals == question.options[option].heals);
      CHECK(other.options[option].words == question.options[option].words);
    }
    CHECK(other.min == question.min);
    CHECK(other.max == question.max);
    CHECK(other.default_value == question.default_value);
    CHECK(other.caution == question.caution);
    CHECK(other.enter == question.enter);
    CHECK(other.assume == question.assume);
    CHECK(other.fixed == question.fixed);
    CHECK(other.permits == question.permits);
    CHECK(other.heals == question.heals);
    CHECK(other.none_is_reply == question.none_is_reply);
    CHECK(other.first_variable == question.first_variable);
    CHECK(other.variable_count == question.variable_count);
  }
}

void check_same_rules(const Pack& pack, const Pack& again) {
  REQUIRE(again.rules.size() == pack.rules.size());
  for (std::size_t i = 0; i < pack.rules.size(); ++i) {
    const Rule& rule = pack.rules[i];
    const Rule& other = again.rules[i];
    CHECK(other.id == rule.id);
    CHECK(other.when == rule.when);
    CHECK(other.has_unless == rule.has_unless);
    CHECK(other.recommend == rule.recommend);
    CHECK(other.referral == rule.referral);
    CHECK(other.exclude == rule.exclude);
    CHECK(other.recheck_hours == rule.recheck_hours);
    CHECK(other.explains == rule.explains);
    CHECK(other.sources == rule.sources);
    CHECK(other.reads_complaint == rule.reads_complaint);
  }
  REQUIRE(again.terms.size() == pack.terms.size());
  for (std::size_t i = 0; i < pack.terms.size(); ++i) {
    CHECK(again.terms[i].when == pack.terms[i].when);
    CHECK(again.terms[i].reads_complaint == pack.terms[i].reads_complaint);
  }
}

void check_same_offers(const Pack& pack, const Pack& again) {
  REQUIRE(again.activities.size() == pack.activities.size());
  for (std::size_t i = 0; i < pack.activities.size(); ++i) {
    CHECK(again.activities[i].gentler_than == pack.activities[i].gentler_than);
  }
  REQUIRE(again.workouts.size() == pack.workouts.size());
  for (std::size_t i = 0; i < pack.workouts.size(); ++i) {
    CHECK(again.workouts[i].activity == pack.workouts[i].activity);
    CHECK(again.workouts[i].offered_for == pack.workouts[i].offered_for);
    CHECK(again.workouts[i].when == pack.workouts[i].when);
    CHECK(again.workouts[i].unless == pack.workouts[i].unless);
  }
  REQUIRE(again.tips.size() == pack.tips.size());
  for (std::size_t i = 0; i < pack.tips.size(); ++i) {
    CHECK(again.tips[i].phase == pack.tips[i].phase);
    CHECK(again.tips[i].offered_for == pack.tips[i].offered_for);
    CHECK(again.tips[i].when == pack.tips[i].when);
    CHECK(again.tips[i].unless == pack.tips[i].unless);
  }
}

void check_same_wordings(const Pack& pack, const Pack& again) {
  CHECK(again.texts == pack.texts);
  REQUIRE(again.wordings.size() == pack.wordings.size());
  for (const auto& [key, wordings] : pack.wordings) {
    REQUIRE(again.wordings.at(key).size() == wordings.size());
    for (std::size_t i = 0; i < wordings.size(); ++i) {
      CHECK(again.wordings.at(key)[i].when == wordings[i].when);
      CHECK(again.wordings.at(key)[i].text == wordings[i].text);
    }
  }
}

TEST_CASE("any pack is the same after it was written and loaded", "[pack]") {
  testing::Dice dice(20);
  for (int round = 0; round < 100; ++round) {
    const Pack pack = random_whole_pack(dice);
    const std::string written = write_pack(pack);
    INFO(written);
    const Pack again = load_written(written);
    CHECK(write_pack(again) == written);
    check_same_questions(pack, again);
    check_same_rules(pack, again);
    check_same_offers(pack, again);
    check_same_wordings(pack, again);
  }
}

}  // namespace
}  // namespace runready
