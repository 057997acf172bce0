#include <algorithm>
#include <string>

#include "catch.hpp"
#include "rules/sentence.hpp"
#include "runready/load.hpp"
#include "support/packs.hpp"

namespace runready {
namespace {

using testing::base_and;
using testing::base_files;

const Question& question(const Pack& pack, std::string_view id) {
  return pack.question(*pack.question_named(id));
}

TEST_CASE("the default pack loads without a mistake or a warning", "[pack]") {
  const std::vector<SourceFile> files = default_pack_files();
  Diagnostics found;
  const auto pack = load_pack(files, found);
  CHECK(testing::to_text(found, files).empty());
  REQUIRE(pack);
  CHECK(pack->id == "runready-default");
  CHECK(pack->running);
}

TEST_CASE("the header says what a pack is", "[pack]") {
  const Pack pack = testing::load(base_files());
  CHECK(pack.id == "base");
  CHECK(pack.version == "1.0.0");
  CHECK(pack.title == "A small pack that has one of everything");
  CHECK(pack.language == "en");
  CHECK(pack.text("headline.run") == "Run as you planned.");
}

TEST_CASE("a bool question is no by default and rises from no to yes", "[pack]") {
  const Pack pack = testing::load(base_files());
  const Question& pain = question(pack, "any_pain");
  CHECK(pain.type == QuestionType::boolean);
  CHECK(pain.about == About::runner);
  CHECK(pack.sections[pain.section].id == "body");
  CHECK(pain.clause == Clause{"something hurts", "nothing hurts"});
  CHECK(pain.default_value == 0);
  CHECK(pain.max == 1);
  CHECK(pain.caution == Caution::rises);
  CHECK(pain.enter);
  CHECK(pain.assume);
  CHECK_FALSE(pain.fixed);
  CHECK(pain.heals);
  CHECK_FALSE(pain.when);
}

TEST_CASE("a choice has its options' order as values", "[pack]") {
  const Pack pack = testing::load(base_files());
  const Question& gait = question(pack, "gait");
  CHECK(gait.type == QuestionType::choice);
  CHECK(gait.options.size() == 3);
  CHECK(gait.max == 2);
  CHECK(gait.variable_count == 1);
  CHECK(pack.variable(gait.first_variable).max == 2);
  REQUIRE(gait.when);
  CHECK(sentence(*gait.when, pack) == "something hurts");
}

TEST_CASE("a multi-choice is one variable an option", "[pack]") {
  const Pack pack = testing::load(base_files());
  const Question& where = question(pack, "where");
  CHECK(where.variable_count == 3);
  const auto variables = pack.variables_of(where);
  REQUIRE(variables.size() == 3);
  CHECK(variables[2].option == 2u);
  CHECK(pack.question_of({where.first_variable.index + 2}).id == "where");
  CHECK(where.options[0].caution == Caution::rises);
  CHECK(where.options[2].caution == Caution::none);
  CHECK(where.options[1].group == "Below the knee");
  CHECK_FALSE(where.enter);
  CHECK(where.sources.size() == 1);
}

TEST_CASE("an integer has its range, and Enter does not answer what is never assumed", "[pack]") {
  const Pack pack = testing::load(base_files());
  const Question& slept = question(pack, "slept");
  CHECK(slept.max == 24);
  CHECK(slept.default_value == 8);
  CHECK(pack.variable(slept.first_variable).default_value == 8);
  CHECK(slept.caution == Caution::falls);
  CHECK_FALSE(slept.assume);
  CHECK_FALSE(slept.enter);
  CHECK(slept.fixed);
  CHECK(question(pack, "pain").unit == "points");
}

TEST_CASE("a rule has its floors, and tags stand for the activities that carry them", "[pack]") {
  const Pack pack = testing::load(base_files());
  const Rule& limp = pack.rule(*pack.rule_named("limp"));
  CHECK(limp.recommend == Recommendation::rest);
  CHECK(limp.referral == Referral::see);
  CHECK(limp.recheck_hours == 24);
  CHECK(limp.explains);
  CHECK(limp.reads_complaint);
  const Rule& sore = pack.rule(*pack.rule_named("sore"));
  CHECK(sore.exclude == std::vector{*pack.activity_named("running"), *pack.activity_named("pool")});
  CHECK(sore.exclude_names == std::vector<std::string>{"#impact", "pool"});
  CHECK(sore.reads_complaint);
  const Rule& tired = pack.rule(*pack.rule_named("tired"));
  CHECK_FALSE(tired.reads_complaint);
  CHECK(tired.referral == Referral::none);
  REQUIRE(tired.sources.size() == 1);
  CHECK(pack.facts[tired.sources[0].index].id == "B2");
}

TEST_CASE("workouts, tips and the single parts are read", "[pack]") {
  const Pack pack = testing::load(base_files());
  const Workout& spin = pack.workouts[0];
  CHECK(pack.activities[spin.activity.index].id == "bike");
  CHECK(spin.offered_for == std::vector{Recommendation::easy_run, Recommendation::cross_train});
  CHECK(spin.minutes == Interval{30, 40});
  CHECK(spin.effort.zone == Interval{1, 2});
  CHECK(spin.effort.hr_max_percent == Interval{50, 70});
  CHECK(spin.effort.talk == "whole sentences");
  CHECK(pack.workouts[1].when);
  CHECK(pack.workouts[1].unless);
  CHECK(pack.tips[0].phase == Phase::recovery);
  CHECK(pack.tips[0].tags == std::vector<std::string>{"massage"});
  CHECK(pack.tips[1].offered_for.empty());
  CHECK(pack.feel_check.after_minutes == 10);
  CHECK(pack.feel_check.sources.size() == 1);
  CHECK(pack.heart_rate.unless);
  CHECK(pack.running == pack.activity_named("running"));
  CHECK(pack.facts[0].kind == "red-flag");
  CHECK(pack.source_list[pack.facts[0].from[1]].id == "Page.2");
}

TEST_CASE("invariants name questions and groups of workouts", "[pack]") {
  const Pack pack = testing::load(base_files());
  const Invariant& limping = pack.invariants[0];
  CHECK(limping.for_all);
  REQUIRE(limping.then_outcome);
  CHECK(limping.then_outcome->recommend.at_least == Recommendation::rest);
  CHECK(limping.then_outcome->referral.at_most == Referral::urgent);
  const Invariant& alone = pack.invariants[1];
  REQUIRE(alone.only);
  CHECK(alone.only->size() == 1);
  CHECK(alone.if_outcome);
  const OutcomePattern& then = *alone.then_outcome;
  REQUIRE(then.offers.size() == 2);
  CHECK(then.offers[0].name == "#seated");
  CHECK(then.offers[0].members == std::vector{WorkoutId{0}});
  CHECK(then.offers_no == std::vector{WorkoutId{1}});
  CHECK(then.no_tips == std::vector{TipId{0}});
  CHECK(pack.invariants[2].on.size() == 2);
  CHECK(pack.invariants[3].on.size() == 3);
}

TEST_CASE("cases have answers as they would be told", "[pack]") {
  const Pack pack = testing::load(base_files());
  const Case& limping = pack.cases[0];
  CHECK(limping.title == "Somebody limps");
  CHECK(limping.answers.flat);
  REQUIRE(limping.answers.complaints.size() == 1);
  CHECK(limping.answers.complaints[0].replies[question(pack, "gait").first_variable] == 2);
  CHECK(limping.expect.recommend == Recommendation::rest);
  CHECK(limping.expect.fires == std::vector{*pack.rule_named("limp")});
  CHECK_FALSE(limping.expect.escalates);
  CHECK(pack.cases[1].answers.complaints.size() == 2);
  CHECK(pack.cases[1].expect.tips.size() == 2);
}

TEST_CASE("a case may expect that no workout is left, or that one is", "[pack]") {
  const Pack pack = testing::load(base_and(R"({"cases": [
      {"id": "a", "answers": {}, "expect": {"fires": ["limp", "nothing-offered"]}},
      {"id": "b", "answers": {}, "expect": {"not": ["nothing-offered"]}}]})"));
  CHECK(pack.cases[2].expect.escalates == true);
  CHECK(pack.cases[2].expect.fires.size() == 1);
  CHECK(pack.cases[3].expect.escalates == false);
}

TEST_CASE("a start that only assesses leaves out invariants and cases, right or wrong", "[pack]") {
  const auto files = base_and(R"({"cases": [{"id": 3}], "invariants": 5})");
  Diagnostics found;
  const auto pack = load_pack(files, found, LoadFor::advising);
  CHECK(found.empty());
  REQUIRE(pack);
  CHECK(pack->cases.empty());
  CHECK(pack->invariants.empty());
  CHECK(pack->rules.size() == 7);
}

TEST_CASE("questions and terms come in an order to evaluate them in", "[pack]") {
  const Pack pack = testing::load(base_and(R"({
      "terms": [{"id": "late", "says": "x", "when": {"var": "early"}},
                {"id": "early", "says": "x", "when": {"==": [{"var": "sick"}, true]}}],
      "questions": [{"id": "last", "about": "runner", "section": "day", "type": "bool", "ask": "?",
                     "says": "x", "why": "!", "when": {"var": "late"}},
                    {"id": "sick", "about": "runner", "section": "day", "type": "bool", "ask": "?",
                     "says": "x", "why": "!", "when": {"var": "any_pain"}}],
      "rules": [{"id": "r", "when": {"var": "last"}, "recommend": "rest", "because": "!",
                 "sources": ["B2"]}]})"));
  const auto place = [&](std::string_view id) {
    return std::ranges::find(pack.gate_order, *pack.question_named(id));
  };
  CHECK(pack.gate_order.size() == pack.questions.size());
  CHECK(place("sick") < place("last"));
  CHECK(place("any_pain") < place("sick"));
  CHECK(pack.term_order.size() == 3);
  const auto term = [&](std::string_view id) {
    return std::ranges::find(pack.term_order, *pack.term_named(id));
  };
  CHECK(term("early") < term("late"));
  CHECK_FALSE(pack.terms[pack.term_named("late")->index].reads_complaint);
  CHECK(pack.terms[pack.term_named("bad-leg")->index].reads_complaint);
}

TEST_CASE("an add-on pack adds entries to the base", "[pack]") {
  const Pack pack = testing::load(base_and(R"({
      "pack": {"format": "runready/pack/1", "id": "club", "version": "1", "title": "Our club",
               "adds_to": "base"},
      "sources": [{"id": "coach", "title": "The coach"}],
      "facts": [{"id": "C1", "text": "So.", "from": ["coach"], "grade": "popular"}],
      "rules": [{"id": "club", "when": {"var": "any_pain"}, "recommend": "easy-run",
                 "because": "!", "sources": ["C1", "B2"]}],
      "workouts": [{"id": "club-row", "activity": "pool", "for": ["easy-run"], "minutes": [5, 9],
                    "how": "!", "sources": ["C1"]}]})"));
  CHECK(pack.id == "base");
  CHECK(pack.rule_named("club"));
  CHECK(pack.workouts.size() == 4);
}

TEST_CASE("no two packs in use have the same id", "[pack]") {
  const auto club = [](const std::string& name, const std::string& id) {
    return SourceFile{name, R"({"pack": {"format": "runready/pack/1", "id": ")" + id +
                                R"(", "version": "1", "title": "T", "adds_to": "base"}})"};
  };
  const auto codes_of = [&](const std::string& first, const std::string& second) {
    std::vector<SourceFile> files = base_files();
    files.push_back(club("a/a.json", first));
    files.push_back(club("b/b.json", second));
    Diagnostics found;
    load_pack(files, found);
    return testing::codes(found);
  };
  CHECK(codes_of("club", "team").empty());
  CHECK(codes_of("club", "club") == "duplicate-id");
  CHECK(codes_of("club", "base") == "duplicate-id");
}

TEST_CASE("a mistake in the second header is one, however right the first is", "[pack]") {
  const auto codes_of = [](const std::string& header) {
    std::vector<SourceFile> files = base_and(R"({"pack": )" + header + "}");
    Diagnostics found;
    CHECK_FALSE(load_pack(files, found));
    return testing::codes(found);
  };
  CHECK(codes_of(R"({"format": "runready/pack/9", "id": "club", "version": "1", "title": "T",
                     "adds_to": "base"})") == "pack-format");
  CHECK(codes_of(R"({"format": "runready/pack/1", "version": "1", "title": "T",
                     "adds_to": "base"})") == "missing-key");
}

TEST_CASE("an id may be as long as it may be, and no longer", "[pack]") {
  const auto codes_of = [](std::size_t length) {
    std::vector<SourceFile> files =
        base_and(R"({"rules": [{"id": ")" + std::string(length, 'a') +
                 R"(", "when": {"var": "any_pain"}, "recommend": "easy-run", "because": "!",
                     "sources": ["B2"]}]})");
    Diagnostics found;
    load_pack(files, found);
    return testing::codes(found);
  };
  CHECK(codes_of(64).empty());
  CHECK(codes_of(65) == "bad-id");
}

TEST_CASE("a folder is an add-on wherever in it the header stands", "[pack]") {
  std::vector<SourceFile> files = base_files();
  files.push_back({"club/a.json", R"({"texts": {}})"});
  files.push_back({"club/z.json", R"({"pack": {"format": "runready/pack/1", "id": "club",
      "version": "1", "title": "Our club", "adds_to": "base"}})"});
  Diagnostics found;
  CHECK_FALSE(load_pack(files, found));
  CHECK(testing::codes(found) == "not-in-add-on");
}

TEST_CASE("spans of entries point at their ids", "[pack]") {
  const auto files = base_files();
  const Pack pack = testing::load(files);
  const Span span = pack.rules[1].span;
  CHECK(files[span.file].text.substr(span.begin, span.end - span.begin) == "\"tired\"");
}

}  // namespace
}  // namespace runready
