// How many small mistakes in the default pack would its cases and proofs catch? Seeded mutants
// (a rule dropped, a comparison flipped, a threshold moved, a gate widened, a demand lowered, an
// exclusion forgotten) are run through `rules test` and `rules check`; those that change no outcome
// for anybody do not count. Prints the share caught and every survivor.

#include <functional>
#include <iostream>

#include "catch.hpp"
#include "rules/cases.hpp"
#include "runready/load.hpp"
#include "runready/prove.hpp"
#include "support/packs.hpp"
#include "support/random_pack.hpp"

using namespace runready;
using testing::Dice;

namespace {

constexpr std::uint32_t kSeed = 4;
#ifdef __SANITIZE_ADDRESS__
constexpr int kMutants = 12;  // each is proved anew, which sanitizers make slow
constexpr double kShareCaught = 0.6;
#else
constexpr int kMutants = 60;
// Measured 46 of 56; aimed at is 0.95. rules/NOTES.md says what survives.
constexpr double kShareCaught = 0.8;
#endif

void visit_tests(Condition& condition, const std::function<void(Condition&)>& visit) {
  if (is_test(condition.kind)) visit(condition);
  for (Condition& operand : condition.operands) visit_tests(operand, visit);
}

/// A test of a rule or term, chosen evenly; `id` tells whose.
Condition& random_test(Pack& pack, Dice& dice, std::string& id) {
  std::vector<std::pair<Condition*, std::string>> tests;
  const auto add = [&](Condition& when, const std::string& owner) {
    visit_tests(when, [&](Condition& test) { tests.emplace_back(&test, owner); });
  };
  for (Rule& rule : pack.rules) add(rule.when, "rule " + rule.id);
  for (Term& term : pack.terms) add(term.when, "term " + term.id);
  auto& [test, owner] = tests[dice.below(tests.size())];
  id = owner;
  return *test;
}

Condition negated(Condition condition) {
  Condition outer;
  outer.kind = Condition::Kind::negation;
  outer.operands.push_back(std::move(condition));
  return outer;
}

/// A condition that is never true.
Condition never(const Condition& condition) {
  Condition both;
  both.kind = Condition::Kind::all_of;
  both.operands = {condition, negated(condition)};
  return both;
}

std::string drop_rule(Pack& pack, Dice& dice) {
  Rule& rule = pack.rules[dice.below(pack.rules.size())];
  rule.when = never(rule.when);
  rule.has_unless = false;
  return "drop rule " + rule.id;
}

std::string flip_comparison(Pack& pack, Dice& dice) {
  std::string owner;
  Condition& test = random_test(pack, dice, owner);
  test = negated(test);
  return "flip a comparison of " + owner;
}

std::string move_threshold(Pack& pack, Dice& dice) {
  for (;;) {
    std::string owner;
    Condition& test = random_test(pack, dice, owner);
    if (pack.question_of(test.variable).type != QuestionType::integer) continue;
    test.values.front() += dice.percent(50) ? 1 : -1;
    return "move a threshold of " + owner;
  }
}

std::string widen_gate(Pack& pack, Dice& dice) {
  for (;;) {
    Question& question = pack.questions[dice.below(pack.questions.size())];
    if (!question.when) continue;
    question.when.reset();
    return "widen the gate of " + question.id;
  }
}

std::string lower_demand(Pack& pack, Dice& dice) {
  for (;;) {
    Rule& rule = pack.rules[dice.below(pack.rules.size())];
    if (rule.recommend > Recommendation::run && dice.percent(60)) {
      rule.recommend = static_cast<Recommendation>(static_cast<int>(rule.recommend) - 1);
      return "lower the recommendation of " + rule.id;
    }
    if (rule.referral > Referral::none) {
      rule.referral = static_cast<Referral>(static_cast<int>(rule.referral) - 1);
      return "lower the referral of " + rule.id;
    }
  }
}

std::string forget_exclusion(Pack& pack, Dice& dice) {
  for (;;) {
    Rule& rule = pack.rules[dice.below(pack.rules.size())];
    if (rule.exclude.empty()) continue;
    const std::size_t which = dice.below(rule.exclude.size());
    const std::string activity = pack.activities[rule.exclude[which].index].id;
    rule.exclude.erase(rule.exclude.begin() + static_cast<std::ptrdiff_t>(which));
    return "forget that " + rule.id + " excludes " + activity;
  }
}

bool changes_an_outcome(const Pack& pack, const Pack& mutant) {
  const DiffReport report = diff(pack, mutant);
  return !report.complete() || report.more_cautious.example || report.more_permissive.example ||
         report.workouts_only.example;
}

}  // namespace

TEST_CASE("cases and proofs catch nearly every mistake that changes an outcome", "[rules]") {
  const Pack pack = testing::load(default_pack_files());
  const std::vector<std::function<std::string(Pack&, Dice&)>> kinds = {
      drop_rule, flip_comparison, move_threshold, widen_gate, lower_demand, forget_exclusion};
  Dice dice(kSeed);
  int caught = 0;
  int changing = 0;
  for (int i = 0; i < kMutants; ++i) {
    Pack mutant = pack;
    const std::string what = kinds[static_cast<std::size_t>(i) % kinds.size()](mutant, dice);
    if (!run_cases(mutant).passed() || check(mutant).refuted()) {
      ++caught;
      ++changing;
    } else if (changes_an_outcome(pack, mutant)) {
      ++changing;
      std::cout << "survives: " << what << "\n";
    }
  }
  std::cout << "seed " << kSeed << ": " << caught << " of " << changing << " mutants caught, "
            << kMutants - changing << " change nothing\n";
  CHECK(caught >= kShareCaught * changing);
  CHECK(changing > kMutants / 2);
}
