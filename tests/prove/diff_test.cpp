#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "prove/parts.hpp"
#include "rules/gates.hpp"
#include "runready/prove.hpp"
#include "support/packs.hpp"
#include "support/random_pack.hpp"
#include "support/reference_judge.hpp"

namespace runready::testing {

namespace {

/// A pack of the same questions of which some things are not as they were.
Pack changed(const Pack& pack, Dice& dice) {
  Pack other = pack;
  const auto condition = [&] { return random_condition(pack, dice, About::complaint, false); };
  for (Rule& rule : other.rules) {
    if (dice.percent(15)) {
      rule.when = condition();
      rule.has_unless = false;
    }
    if (dice.percent(10)) rule.recommend = static_cast<Recommendation>(dice.below(4));
    if (dice.percent(10)) rule.referral = static_cast<Referral>(dice.below(5));
    if (dice.percent(10)) rule.exclude.clear();
    rule.reads_complaint = true;
  }
  if (dice.percent(20)) other.rules.erase(other.rules.begin());
  for (Workout& workout : other.workouts) {
    if (dice.percent(10)) workout.unless = condition();
    if (dice.percent(10)) workout.offered_for = {Recommendation::easy_run};
  }
  if (dice.percent(20) && !other.workouts.empty()) other.workouts.pop_back();
  for (Question& question : other.questions) {
    if (question.when && dice.percent(15)) question.when.reset();
    if (question.type == QuestionType::multi_choice || !dice.percent(10)) continue;
    question.default_value = dice.between(question.min, question.max);
    other.variables[question.first_variable.index].default_value = question.default_value;
  }
  return other;
}

enum class Change { none, cautious, permissive, workouts };

/// Workouts offered by id, since packs may hold different ones.
std::vector<std::string> offered_ids(const Pack& pack, const ReferenceOutcome& outcome) {
  std::vector<std::string> ids;
  for (std::size_t w = 0; w < pack.workouts.size(); ++w) {
    if (outcome.offered[w]) ids.push_back(pack.workouts[w].id);
  }
  return ids;
}

Change change_at(const Pack& before, const Pack& after, const Answers& answers) {
  const ReferenceOutcome was = reference_outcome(before, answers);
  const ReferenceOutcome is = reference_outcome(after, answers);
  if (is.recommendation < was.recommendation || is.referral < was.referral) {
    return Change::permissive;
  }
  if (is.recommendation > was.recommendation || is.referral > was.referral) {
    return Change::cautious;
  }
  return offered_ids(before, was) == offered_ids(after, is) ? Change::none : Change::workouts;
}

std::size_t not_default(const Pack& pack, const Answers& answers) {
  const Replies replies = subjects(pack, answers).front();
  std::size_t count = 0;
  for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
    if (replies.knows({v}) && replies[{v}] != pack.variables[v].default_value) ++count;
  }
  return count;
}

void compare(const Pack& before, const Pack& after) {
  const DiffReport report = diff(before, after);
  REQUIRE(report.complete());
  std::map<Change, std::size_t> fewest;
  for_each_completion(after, nothing_told(after), [&](const Answers& answers) {
    const Change change = change_at(before, after, answers);
    const auto [best, is_new] = fewest.emplace(change, not_default(after, answers));
    if (!is_new) best->second = std::min(best->second, not_default(after, answers));
  });
  REQUIRE(report.more_cautious.example.has_value() == fewest.contains(Change::cautious));
  REQUIRE(report.more_permissive.example.has_value() == fewest.contains(Change::permissive));
  REQUIRE(report.workouts_only.example.has_value() == fewest.contains(Change::workouts));
  if (report.more_permissive.example) {
    REQUIRE(not_default(after, report.more_permissive.example->answers) <=
            fewest[Change::permissive]);
  }
  const bool same = fewest.size() == 1 && fewest.contains(Change::none);
  REQUIRE(report.responsible->empty() == same);
}

const std::string kLimp =
    question("limp", R"("type": "bool", "says": "you limp", "default": false)");
const std::string kLimpRule = rule("limp", R"({"var": "limp"})", R"("recommend": "rest")");

}  // namespace

TEST_CASE("How two packs differ is what trying all answers says", "[prove]") {
  for (std::uint32_t seed = 0; seed < 1200; ++seed) {
    Dice dice(seed);
    const Pack before = random_pack(dice, {.most_answers = 250});
    const Pack after = changed(before, dice);
    CAPTURE(seed);
    compare(before, after);
  }
}

TEST_CASE("A pack does not differ from itself", "[prove]") {
  Dice dice(1);
  const Pack pack = random_pack(dice);
  const DiffReport report = diff(pack, pack);
  REQUIRE(report.complete());
  REQUIRE_FALSE((report.more_cautious.example || report.more_permissive.example ||
                 report.workouts_only.example));
  REQUIRE(report.responsible->empty());
  REQUIRE(report.edits.empty());
}

TEST_CASE("A rule that came with a new question is named with whom it changes", "[prove]") {
  const Pack before = pack_with(kLimp, kLimpRule);
  const Pack after = pack_with(
      question("pain", R"("type": "integer", "range": [0, 9], "says": "pain {}", "default": 0)") +
          ", " + kLimp,
      kLimpRule + ", " + rule("sore", R"({">=": [{"var": "pain"}, 8]})", R"("recommend": "rest")"));
  const DiffReport forth = diff(before, after);
  REQUIRE(*forth.responsible == std::vector<std::string>{"sore"});
  REQUIRE(forth.more_cautious.example->answers.runner[{0}] == 8);
  REQUIRE(forth.more_cautious.example->found ==
          "recommendation rest, referral none; before: recommendation run, referral none");

  const DiffReport back = diff(after, before);
  REQUIRE(back.more_permissive.example->found ==
          "recommendation run, referral none; before: recommendation rest, referral none with a "
          "reply to `pain`");
  using Kind = Edit::Kind;
  REQUIRE(forth.edits == std::vector<Edit>{{"questions", "pain", Kind::added, {}},
                                           {"rules", "sore", Kind::added, {}}});
  REQUIRE(back.edits == std::vector<Edit>{{"questions", "pain", Kind::removed, {}},
                                          {"rules", "sore", Kind::removed, {}}});
}

TEST_CASE("What reads differently is listed, key by key, also where no outcome changes",
          "[prove]") {
  const Pack before = testing::load(testing::base_files());
  Pack after = before;
  after.texts["notice"] = "Nobody's advice.";
  after.workouts[0].minutes = {20, 30};
  after.rules[0].because = "So.";
  after.rules[0].recheck_hours = 7;
  after.tips[0].text = "Roll.";
  after.questions[0].why = "Why not.";
  after.invariants[0].sources.clear();
  after.cases.pop_back();
  after.source_list[0].title = "Another book";
  const DiffReport report = diff(before, after);
  REQUIRE(report.complete());
  std::string said;
  for (const Edit& edit : report.edits) {
    said += edit.part + " " + edit.id;
    for (const std::string& key : edit.keys) said += " " + key;
    said += edit.kind == Edit::Kind::removed ? " removed\n" : "\n";
  }
  REQUIRE(said ==
          "texts notice\nsources book title\nquestions any_pain why\n"
          "rules limp recheck_hours because\nworkouts spin minutes\ntips roll text\n"
          "invariants limping-is-rest sources\ncases two removed\n");
}

TEST_CASE("Options are matched by their ids, and unknown ones read as the default", "[prove]") {
  const auto gait_with = [](const std::string& options, const std::string& worst) {
    return pack_with(
        question("gait", R"("type": "choice", "default": "fine", "options": [)" + options + "]"),
        rule("gait", R"({"==": [{"var": "gait"}, ")" + worst + "\"]}", R"("recommend": "rest")"));
  };
  const std::string fine = R"({"id": "fine", "label": "F1", "says": "f"})";
  const std::string odd = R"({"id": "odd", "label": "O", "says": "o"})";
  const std::string limping = R"({"id": "limping", "label": "L", "says": "l"})";
  const Pack before = gait_with(fine + ", " + limping, "limping");
  const Pack moved = gait_with(fine + ", " + odd + ", " + limping, "limping");
  REQUIRE_FALSE(diff(before, moved).more_cautious.example);
  REQUIRE_FALSE(diff(before, moved).more_permissive.example);
  const Pack stricter = gait_with(odd + ", " + limping + ", " + fine, "odd");
  REQUIRE(diff(moved, stricter).more_cautious.example);
  REQUIRE(diff(moved, stricter).more_permissive.example);
}

TEST_CASE("Packs too large for the budget are not compared", "[prove]") {
  Dice dice(3);
  const Pack pack = random_pack(dice, {.questions = 8, .rules = 30});
  const DiffReport report = diff(pack, changed(pack, dice), 10);
  REQUIRE_FALSE((report.complete() || report.more_cautious.is_known || report.responsible));
}

}  // namespace runready::testing
