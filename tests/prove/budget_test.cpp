// What happens when the node budget is not enough: less is said, never something else.
#include <algorithm>
#include <cstdint>
#include <string>

#include "catch.hpp"
#include "prove/parts.hpp"
#include "runready/load.hpp"
#include "runready/prove.hpp"
#include "support/packs.hpp"
#include "support/random_pack.hpp"
#include "support/reference_check.hpp"
#include "support/small_budget.hpp"

namespace runready::testing {

namespace {

using Verdict = Finding::Verdict;

RandomPackOptions some_sizes(Dice& dice) {
  RandomPackOptions sizes;
  sizes.questions = 1 + dice.below(8);
  sizes.terms = dice.below(5);
  sizes.rules = 1 + dice.below(16);
  sizes.workouts = dice.below(5);
  sizes.tips = dice.below(3);
  sizes.invariants = dice.below(6);
  return sizes;
}

/// Half of them so small that nearly nothing can be made.
std::size_t some_budget(Dice& dice) { return 1 + dice.below(dice.percent(50) ? 60 : 1500); }

}  // namespace

TEST_CASE("No verdict under a small budget contradicts the one with room enough", "[prove]") {
  constexpr std::uint32_t kPacks = 5000;
  BudgetTally tally;
  for (std::uint32_t seed = 0; seed < kPacks; ++seed) {
    Dice dice(seed);
    const Pack pack = random_pack(dice, some_sizes(dice));
    const std::size_t budget = some_budget(dice);
    CAPTURE(seed, budget);
    REQUIRE_NOTHROW(require_no_contradiction(pack, budget, dice, tally));
  }
  // Both happen often, or nothing was tried.
  CHECK(tally.not_proved > kPacks);
  CHECK(tally.findings - tally.not_proved > kPacks);
  CHECK(tally.estimated > kPacks / 10);
  CHECK(tally.outlooks - tally.estimated > kPacks / 10);
}

namespace {

std::string yes_no(const std::string& id) {
  return question(id, R"("type": "bool", "says": "a", "says_not": "b")");
}

std::string var(const std::string& id) { return R"({"var": ")" + id + R"("})"; }

/// Yes or no, so many times, and what makes a diagram of so many questions large whatever their
/// order: a random formula of three of them at a time.
struct Knot {
  std::string questions;
  std::string condition;
};

Knot knot(std::uint32_t count, std::size_t clauses) {
  Knot knot;
  for (std::uint32_t i = 0; i < count; ++i) {
    knot.questions += (i == 0 ? "" : ", ") + yes_no("k" + std::to_string(i));
  }
  Dice dice(1);
  const auto literal = [&] {
    const std::string read = var("k" + std::to_string(dice.below(count)));
    return dice.percent(50) ? read : R"({"!": )" + read + "}";
  };
  for (std::size_t i = 0; i < clauses; ++i) {
    knot.condition += (i == 0 ? "" : ", ") +
                      (R"({"or": [)" + literal() + ", " + literal() + ", " + literal() + "]}");
  }
  knot.condition = R"({"and": [)" + knot.condition + "]}";
  return knot;
}

const std::string kLimp = question("limp", R"("type": "bool", "says": "a", "caution": "rises")");

/// A rule that is too large beside rules that are not.
Pack knotted_pack() {
  const Knot knot = testing::knot(60, 150);
  return pack_with(knot.questions + ", " + kLimp,
                   rule("knot", knot.condition, R"("recommend": "rest")") + ", " +
                       rule("limp", R"({"var": "limp"})", R"("referral": "see")"),
                   R"(, "invariants": [
        {"id": "limping-is-seen", "for_all": {"var": "limp"},
         "then": {"referral": {"at_least": "see"}}},
        {"id": "limping-rests", "for_all": {"var": "limp"},
         "then": {"recommend": {"at_least": "rest"}}},
        {"id": "limping-never-less", "monotone": ["limp"], "on": ["referral"]},
        {"id": "limping-never-more", "monotone": ["limp"]}])");
}

Verdict verdict(const CheckReport& report, const std::string& check, const std::string& subject) {
  return finding(report, check, subject).verdict;
}

}  // namespace

TEST_CASE("A rule too large to prove is named, and only what needs it is not proved", "[prove]") {
  const Pack pack = knotted_pack();
  const CheckReport report = check(pack);
  REQUIRE_FALSE(report.complete);
  REQUIRE(report.counted);  // which takes gates, not outcomes
  REQUIRE(report.too_large.size() == 1);
  CHECK(report.too_large[0].part == "rule");
  CHECK(report.too_large[0].id == "knot");
  CHECK(report.too_large[0].rules == std::vector<std::string>{"knot"});
  CHECK(report.too_large[0].questions.size() == 60);
  CHECK(report.too_large[0].span == pack.rules[0].span);
  CHECK(verdict(report, "dead-rule", "knot") == Verdict::not_proved);
  CHECK(verdict(report, "dead-rule", "limp") == Verdict::proved);
  CHECK(verdict(report, "no-effect", "limp") == Verdict::proved);
  CHECK(verdict(report, "unreachable", "referral see") == Verdict::proved);
  CHECK(verdict(report, "unreachable", "recommendation rest") == Verdict::not_proved);
  CHECK(verdict(report, "invariant", "limping-is-seen") == Verdict::proved);
  // Answers at which the large rule does not fire are tried, not drawn.
  CHECK(verdict(report, "invariant", "limping-rests") == Verdict::refuted);
  CHECK(finding(report, "invariant", "limping-never-more").message ==
        "too large to prove: it needs rule `knot`, which is too large");
}

TEST_CASE("A rule is named too where joining its many parts is what is too large", "[prove]") {
  constexpr int kPairs = 40;
  std::string questions;
  std::string pairs;
  for (int i = 0; i < 2 * kPairs; ++i) {
    questions += (i == 0 ? "" : ", ") + yes_no("q" + std::to_string(i));
  }
  for (int i = 0; i < kPairs; ++i) {
    pairs += (i == 0 ? R"({"and": [)" : R"(, {"and": [)") + var("q" + std::to_string(i)) + ", " +
             var("q" + std::to_string(i + kPairs)) + "]}";
  }
  const CheckReport report =
      check(pack_with(questions, rule("r", R"({"or": [)" + pairs + "]}", R"("referral": "see")")));
  REQUIRE(report.too_large.size() == 1);
  CHECK(report.too_large[0].id == "r");
  CHECK(verdict(report, "unreachable", "recommendation run") == Verdict::proved);
}

TEST_CASE("Monotone invariants and directions are among what is not proved", "[prove]") {
  const CheckReport report = check(knotted_pack());
  CHECK(verdict(report, "invariant", "limping-never-less") == Verdict::proved);
  CHECK(verdict(report, "invariant", "limping-never-more") == Verdict::not_proved);
  CHECK(verdict(report, "caution", "limp") == Verdict::not_proved);
  const auto defaults = std::ranges::count(report.findings, "harmless-default", &Finding::check);
  CHECK(defaults == 61);
}

TEST_CASE("What is left when a budget is spent is said to be not tried", "[prove]") {
  Dice dice(7);
  const Pack pack = random_pack(dice, {.questions = 8, .rules = 30, .invariants = 3});
  const CheckReport report = check(pack, 20);
  REQUIRE_FALSE(report.complete);
  REQUIRE_FALSE(report.refuted());
  CHECK(std::ranges::any_of(report.findings, [](const Finding& f) {
    return f.verdict == Verdict::not_proved && f.message.starts_with("not tried");
  }));
}

TEST_CASE("A prover whose budget was not enough does not try again", "[prove]") {
  const Pack pack = knotted_pack();
  Answers told;
  told.runner = Replies(pack.variables.size());
  Diagnostics wrong;
  const auto nothing = infer(pack, told, wrong);
  REQUIRE(nothing);
  Prover prover(pack, 20'000);
  REQUIRE_FALSE(prover.outlook(*nothing).exact);
  REQUIRE(prover.has_given_up());
  told.nothing_else = true;
  const auto all = infer(pack, told, wrong);
  REQUIRE(all);
  REQUIRE_FALSE(prover.outlook(*all).exact);
  REQUIRE(Prover(pack, 20'000).outlook(*all).exact);
}

}  // namespace runready::testing
