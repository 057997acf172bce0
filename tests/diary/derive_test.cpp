#include "diary/derive.hpp"

#include <algorithm>
#include <random>

#include "catch.hpp"
#include "diary/diary.hpp"
#include "model/answers.hpp"
#include "runready/assessment.hpp"
#include "runready/read_answers.hpp"
#include "support/packs.hpp"
#include "support/process.hpp"

using namespace runready;
using std::chrono::days;

namespace {

const auto kToday = *read_day("2026-11-28");

CheckIn told(int days_ago, std::string answers, std::string derived = "{}") {
  const auto local = std::chrono::local_seconds(kToday - days(days_ago)) + std::chrono::hours(6);
  return {{std::chrono::sys_seconds(local.time_since_epoch()), {}},
          std::move(answers),
          std::move(derived),
          {},
          {},
          "",
          "",
          ""};
}

Run ran(int days_ago, std::int32_t metres, std::int32_t seconds = 0, RunKind kind = RunKind::run) {
  const auto local = std::chrono::local_seconds(kToday - days(days_ago)) + std::chrono::hours(18);
  return {{std::chrono::sys_seconds(local.time_since_epoch()), {}},
          metres,
          seconds == 0 ? std::nullopt : std::optional(seconds),
          kind,
          "gpx"};
}

Past past(const std::vector<CheckIn>& check_ins, std::vector<Run> runs = {}) {
  return past_of(testing::default_pack(), check_ins, std::move(runs), kToday);
}

Answers answers(std::string_view json) {
  Diagnostics wrong;
  auto read = read_answers(json, 0, testing::default_pack(), wrong);
  REQUIRE(read);
  return read->answers;
}

/// What follows, as JSON.
std::string follows(const Past& from, std::string_view told_today = "{}",
                    DerivedFor purpose = DerivedFor::flags) {
  return to_json(testing::default_pack(),
                 derive(testing::default_pack(), from, answers(told_today), kToday, purpose));
}

}  // namespace

TEST_CASE("every reply that stays so is one of the advice", "[diary]") {
  for (const StillSo& row : still_so()) {
    INFO(row.question << " " << row.option);
    CHECK(find_option(testing::default_pack(), row.question, row.option));
    CHECK((row.becomes.empty() || find_option(testing::default_pack(), row.question, row.becomes)));
    CHECK(row.from_day <= row.to_day);
  }
}

TEST_CASE("a reply is still so for as long as its question says", "[diary]") {
  const auto after = [](int days_ago, const char* json) {
    return follows(past({told(days_ago, json)}));
  };
  CHECK(after(28, R"({"warning_signs": ["fainted"]})") == R"({"warning_signs":["fainted"]})");
  CHECK(after(29, R"({"warning_signs": ["fainted"]})") == "{}");
  CHECK(after(2, R"({"warning_signs": ["heat-illness"]})") ==
        R"({"warning_signs":["heat-illness-over"]})");
  CHECK(after(3, R"({"training": ["tendon-antibiotic"]})") ==
        R"({"training":["tendon-antibiotic"]})");
  CHECK(after(20, R"({"training": ["tendon-antibiotic"]})") ==
        R"({"training":["tendon-antibiotic-over"]})");
  CHECK(after(1, R"({"recovery": ["slept-badly"]})") == "{}");
}

TEST_CASE("the last word of the runner counts, not that of the diary", "[diary]") {
  const char* fainted = R"({"warning_signs":["fainted"]})";
  CHECK(follows(past({told(3, fainted), told(1, R"({"warning_signs": []})")})) == "{}");
  CHECK(follows(past({told(3, fainted), told(1, "{}")})) == fainted + std::string());
  // What followed from the diary does not begin anew.
  CHECK(follows(past({told(30, fainted), told(10, fainted, fainted)})) == "{}");
  CHECK(follows(past({told(9, fainted)}), R"({"warning_signs": []})") == "{}");
}

TEST_CASE("a race is as many days ago as have gone by", "[diary]") {
  const char* race = R"({"training": ["raced"], "race": "half", "days_since_race": 1})";
  CHECK(follows(past({told(5, race)})) ==
        R"({"training":["raced"],"race":"half","days_since_race":6})");
  CHECK(follows(past({told(28, race)})) == "{}");
  CHECK(follows(past({}, {ran(3, 10'050, 2700, RunKind::race)})) ==
        R"({"training":["raced"],"race":"10k","days_since_race":3})");
  CHECK(follows(past({told(5, race)}, {ran(2, 42'300, 14'000, RunKind::race)})) ==
        R"({"training":["raced"],"race":"marathon","days_since_race":2})");
}

TEST_CASE("the run of yesterday and those before are known", "[diary]") {
  const char* sore = R"({"any_pain": true, "where": ["quad"], "pain": 2})";
  CHECK(follows(past({told(1, sore)}, {ran(1, 8000)})) == R"({"training":["ran-sore-yesterday"]})");
  CHECK(follows(past({told(1, R"({"any_pain": false})")}, {ran(1, 8000)})) == "{}");
  CHECK(follows(past({told(3, sore), told(2, sore), told(1, sore)},
                     {ran(3, 8000), ran(2, 8000), ran(1, 8000)})) ==
        R"({"training":["ran-sore-yesterday","several-days-sore"]})");
  CHECK(follows(past({}, {ran(1, 8000, 0, RunKind::hard)})) ==
        R"({"training":["hard-session-yesterday"]})");
}

TEST_CASE("runs tell of a jump, of more than a month ago and of a break", "[diary]") {
  std::vector<Run> steady;
  for (int ago = 40; ago > 0; ago -= 2) steady.push_back(ran(ago, 8000, 2880));
  CHECK(follows(past({}, steady)) == "{}");
  std::vector<Run> jump = steady;
  jump.push_back(ran(1, 12'000, 4400));
  CHECK(follows(past({}, jump)) == R"({"training":["distance-jump","more-per-week"]})");
  std::vector<Run> fast = steady;
  fast.push_back(ran(1, 5000, 1400));
  CHECK(follows(past({}, fast)).find("hard-session-yesterday") != std::string::npos);
  CHECK(follows(past({}, {ran(30, 8000), ran(6, 5000)})) == R"({"training":["back-from-break"]})");
  CHECK(follows(past({}, {ran(40, 8000), ran(20, 5000)})) == "{}");
  const auto plan = [&](double km) {
    const auto found = derive_plan(testing::default_pack(), past({}, steady), km, kToday);
    return found ? to_json(testing::default_pack(), *found) : "nothing";
  };
  CHECK(plan(8) == "{}");
  CHECK(plan(9) == R"({"plan":["over-10-percent"]})");
  CHECK(plan(16.5) == R"({"plan":["over-10-percent","over-double"]})");
  CHECK_FALSE(derive_plan(testing::default_pack(), past({}), 8, kToday));
}

TEST_CASE("a thing that hurts is known again by its place", "[diary]") {
  const char* shin = R"({"any_pain": true, "where": ["shin"], "pain": 2, "days_sore": 4})";
  const char* today = R"({"where": ["shin"], "pain": 2})";
  CHECK(follows(past({told(2, shin)}), today) == R"({"days_sore":6})");
  CHECK(follows(past({told(2, shin)}), R"({"where": ["heel"], "pain": 2})") == "{}");
  CHECK(follows(past({told(40, shin), told(20, R"({"any_pain": false})")}), today) ==
        R"({"signs":["came-back"]})");
  CHECK(
      follows(past({told(1, shin)}, {ran(1, 8000)}), R"({"where": ["shin"], "pain": 5})") ==
      R"({"training":["ran-sore-yesterday"],"trend":"worsening","days_sore":5,"next_morning":"worse-once"})");
}

TEST_CASE("which illness it is is asked, and counts where nobody can be asked", "[diary]") {
  const Past ill = past({told(2, R"({"recovery": ["ill"], "illness": "below-neck"})")});
  CHECK(follows(ill) == R"({"recovery":["ill"],"illness":"below-neck"})");
  CHECK(follows(ill, "{}", DerivedFor::asking) == R"({"recovery":["ill"]})");
}

TEST_CASE("how the runner is described holds for a month", "[diary]") {
  const char* asthma = R"({"about_you":["asthma"]})";
  CHECK(follows(past({told(30, asthma)})) == asthma + std::string());
  CHECK(follows(past({told(31, asthma)})) == "{}");
  CHECK(follows(past({told(20, asthma), told(3, R"({"about_you": []})")})) ==
        R"({"about_you":[]})");
}

namespace {

/// Replies at random, to a few questions or to most.
std::string random_replies(std::mt19937& dice, int in_ten) {
  const Pack& pack = testing::default_pack();
  Answers random = no_answers(pack);
  random.complaints.push_back({"", Replies(pack.variables.size())});
  for (const Question& question : pack.questions) {
    if (static_cast<int>(dice() % 10) >= in_ten) continue;
    Replies& into =
        question.about == About::runner ? random.runner : random.complaints.front().replies;
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const Variable& variable = pack.variables[question.first_variable.index + i];
      const auto range = static_cast<std::uint32_t>(variable.max - variable.min + 1);
      const bool is_list = question.type == QuestionType::multi_choice;
      const bool is_needed = i == 0 && !question.none_is_reply;  // an empty list is not told
      const auto value =
          static_cast<std::int32_t>(is_list ? dice() % 5 == 0 || is_needed : dice() % range);
      into.set({question.first_variable.index + i}, is_list ? value : variable.min + value);
    }
  }
  return to_json(pack, random);
}

struct Entries {
  std::vector<CheckIn> check_ins;
  std::vector<Run> runs;
};

Entries random_entries(std::mt19937& dice) {
  Entries entries;
  auto& [check_ins, runs] = entries;
  for (int ago = 40; ago > 0; --ago) {
    if (dice() % 3 == 0) check_ins.push_back(told(ago, random_replies(dice, 7)));
    if (dice() % 2 == 0) {
      runs.push_back(ran(ago, static_cast<std::int32_t>(dice() % 45'000),
                         static_cast<std::int32_t>(dice() % 15'000),
                         static_cast<RunKind>(dice() % 3)));
    }
  }
  return entries;
}

Past random_past(std::mt19937& dice) {
  Entries entries = random_entries(dice);
  return past(entries.check_ins, std::move(entries.runs));
}

/// What the file holds of the days before today.
Past past_in(Diary& diary) {
  return past(diary.check_ins(kToday - days(100), kToday), diary.runs(kToday - days(100), kToday));
}

template <class Use>
void for_each_reply(const Answers& derived, Use use) {
  for (std::uint32_t v = 0; v < testing::default_pack().variables.size(); ++v) {
    if (derived.runner.knows({v})) use(VariableId{v}, derived.runner[{v}]);
    for (const Complaint& complaint : derived.complaints) {
      if (complaint.replies.knows({v})) use(VariableId{v}, complaint.replies[{v}]);
    }
  }
}

}  // namespace

TEST_CASE("no reply that may allow more than silence ever follows from the diary", "[diary]") {
  std::mt19937 dice(1);
  std::size_t derived_at_all = 0;
  for (int round = 0; round < 300; ++round) {
    const Past from = random_past(dice);
    Diagnostics contradictions;
    const Answers now = answers(random_replies(dice, 2));
    if (!infer(testing::default_pack(), now, contradictions)) continue;
    const Answers derived = derive(testing::default_pack(), from, now, kToday, DerivedFor::flags);
    for_each_reply(derived, [&](VariableId id, std::int32_t value) {
      ++derived_at_all;
      CHECK_FALSE(permits(testing::default_pack().question_of(id),
                          testing::default_pack().variable(id), value));
    });
  }
  CHECK(derived_at_all > 1000);
}

TEST_CASE("what follows gives what the same replies give when they are told", "[diary]") {
  std::mt19937 dice(2);
  std::size_t compared = 0;
  for (int round = 0; round < 200; ++round) {
    const Past from = random_past(dice);
    Diagnostics contradictions;
    const Answers now = answers(random_replies(dice, 2));
    const auto without_diary = infer(testing::default_pack(), now, contradictions);
    if (!without_diary) continue;
    const Answers derived = derive(testing::default_pack(), from, now, kToday, DerivedFor::flags);
    const auto known = infer(testing::default_pack(), joined(testing::default_pack(), now, derived),
                             contradictions);
    REQUIRE(known);
    // Told by hand: a list is then complete, which not every told gate goes with.
    const Answers by_hand =
        answers(to_json(testing::default_pack(), joined(testing::default_pack(), now, derived)));
    const auto told_known = infer(testing::default_pack(), by_hand, contradictions);
    if (!told_known) continue;
    const Assessment a = assess(testing::default_pack(), *known);
    const Assessment b = assess(testing::default_pack(), *told_known);
    CHECK(a.recommendation == b.recommendation);
    CHECK(a.referral == b.referral);
    CHECK(a.offered == b.offered);
    // And never less than what is told alone.
    const Assessment alone = assess(testing::default_pack(), *without_diary);
    const bool waited_for_one =
        std::any_of(alone.reasons.begin(), alone.reasons.end(),
                    [](const Reason& reason) { return !reason.unknown.empty(); });
    if (!waited_for_one) CHECK(a.recommendation >= alone.recommendation);
    ++compared;
  }
  CHECK(compared > 50);
}

TEST_CASE("to forget a day and to tell what it said gives the same answer", "[diary]") {
  const Pack& pack = testing::default_pack();
  std::mt19937 dice(3);
  std::size_t same = 0;
  for (int round = 0; round < 100; ++round) {
    const testing::ScratchFolder folder;
    Diary diary = Diary::open_or_make((folder.path() / "diary.db").string());
    const Entries entries = random_entries(dice);
    diary.take_in(entries.check_ins, entries.runs);
    Answers now = answers(random_replies(dice, 2));
    Diagnostics contradictions;
    if (!infer(pack, now, contradictions)) continue;

    // Told by hand: what the diary knew, in the words of today.
    const auto tell_what_follows = [&] {
      return joined(pack, now, derive(pack, past_in(diary), now, kToday, DerivedFor::flags));
    };
    const auto answer_to = [&](const Answers& told) {
      return assess(pack, *infer(pack, told, contradictions));
    };
    const Answers told = tell_what_follows();
    const Assessment with_diary = answer_to(told);
    now = told;

    // A day of it: what other days add to that may only ask for more caution.
    const auto some_day = entries.check_ins[dice() % entries.check_ins.size()].when.day();
    diary.forget(some_day);
    const Answers without_day = tell_what_follows();
    const Assessment less_one = answer_to(without_day);
    CHECK(less_one.recommendation >= with_diary.recommendation);
    CHECK(less_one.referral >= with_diary.referral);
    if (without_day == told) ++same;

    diary.forget(std::nullopt);
    const Answers without_diary = tell_what_follows();
    CHECK(without_diary == told);
    const Assessment alone = answer_to(without_diary);
    CHECK(alone.recommendation == with_diary.recommendation);
    CHECK(alone.referral == with_diary.referral);
    CHECK(alone.offered == with_diary.offered);
  }
  CHECK(same > 30);
}
