#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "assess/knowledge.hpp"
#include "catch.hpp"
#include "prove/parts.hpp"
#include "runready/prove.hpp"
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

/// Replies where a question that neither pack asks is at the default of the newer.
std::vector<std::int32_t> as_counted(const Pack& before, const Pack& after,
                                     const Answers& answers) {
  const Replies replies = subjects(after, answers).front();
  std::vector<std::int32_t> counted;
  for (std::uint32_t v = 0; v < after.variables.size(); ++v) {
    const Variable& variable = after.variables[v];
    const bool asked = reference_applies(before, replies, variable.question) ||
                       reference_applies(after, replies, variable.question);
    counted.push_back(asked ? replies[{v}] : variable.default_value);
  }
  return counted;
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
  REQUIRE(report.complete);
  std::map<std::vector<std::int32_t>, Change> changes;
  std::map<Change, std::size_t> fewest;
  for_each_completion(after, nothing_told(after), [&](const Answers& answers) {
    const Change change = change_at(before, after, answers);
    changes[as_counted(before, after, answers)] = change;
    const auto [best, is_new] = fewest.emplace(change, not_default(after, answers));
    if (!is_new) best->second = std::min(best->second, not_default(after, answers));
  });
  const auto share = [&](Change change) {
    const auto count = std::count_if(changes.begin(), changes.end(),
                                     [&](const auto& entry) { return entry.second == change; });
    return static_cast<double>(count) / static_cast<double>(changes.size());
  };
  REQUIRE(report.more_cautious == Approx(share(Change::cautious)));
  REQUIRE(report.more_permissive == Approx(share(Change::permissive)));
  REQUIRE(report.workouts_only == Approx(share(Change::workouts)));
  REQUIRE(report.cautious_example.has_value() == (fewest.count(Change::cautious) > 0));
  REQUIRE(report.permissive_example.has_value() == (fewest.count(Change::permissive) > 0));
  REQUIRE(report.workouts_example.has_value() == (fewest.count(Change::workouts) > 0));
  if (report.permissive_example) {
    REQUIRE(not_default(after, report.permissive_example->answers) <= fewest[Change::permissive]);
  }
  const bool same = share(Change::none) == 1;
  REQUIRE(report.responsible.empty() == same);
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
  REQUIRE(report.more_cautious + report.more_permissive + report.workouts_only == 0);
  REQUIRE(report.responsible.empty());
  REQUIRE_FALSE(report.cautious_example);
}

TEST_CASE("A rule that came with a new question is named with the share it changes", "[prove]") {
  const Pack before = pack_with(kLimp, kLimpRule);
  const Pack after = pack_with(
      question("pain", R"("type": "integer", "range": [0, 9], "says": "pain {}", "default": 0)") +
          ", " + kLimp,
      kLimpRule + ", " + rule("sore", R"({">=": [{"var": "pain"}, 8]})", R"("recommend": "rest")"));
  const DiffReport forth = diff(before, after);
  REQUIRE(forth.more_cautious == Approx(0.1));
  REQUIRE(forth.responsible == std::vector<std::string>{"sore"});
  REQUIRE(forth.cautious_example->answers.runner[{0}] == 8);
  REQUIRE(forth.cautious_example->found ==
          "recommendation rest, referral none; before: recommendation run, referral none");

  const DiffReport back = diff(after, before);
  REQUIRE(back.more_permissive == Approx(0.1));
  REQUIRE(back.permissive_example->found ==
          "recommendation run, referral none; before: recommendation rest, referral none with a "
          "reply to `pain`");
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
  REQUIRE(diff(before, moved).more_cautious == 0);
  REQUIRE(diff(before, moved).more_permissive == 0);
  const Pack stricter = gait_with(odd + ", " + limping + ", " + fine, "odd");
  REQUIRE(diff(moved, stricter).more_cautious == Approx(1.0 / 3));
  REQUIRE(diff(moved, stricter).more_permissive == Approx(1.0 / 3));
}

TEST_CASE("Packs too large for the budget are not compared", "[prove]") {
  Dice dice(3);
  const Pack pack = random_pack(dice, {.questions = 8, .rules = 30});
  REQUIRE_FALSE(diff(pack, changed(pack, dice), 10).complete);
}

}  // namespace runready::testing
