#include "batch/fast_rules.hpp"

#include "catch.hpp"
#include "rules/assess.hpp"
#include "rules/gates.hpp"
#include "support/random_pack.hpp"

using namespace runready;
using namespace runready::testing;

namespace {

/// Replies as words; what is unknown is put into `unknown`. REQUIRES: of a list all options are
/// known or none is.
std::vector<std::uint64_t> words_of(const Pack& pack, const FastRules& rules,
                                    const Replies& replies, QuestionSet& unknown) {
  std::vector<std::uint64_t> words = rules.default_words();
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const Question& question = pack.questions[q];
    if (!replies.knows(question.first_variable)) {
      unknown.add(q);
    } else if (question.type == QuestionType::multi_choice) {
      words[q] = 0;
      for (std::uint32_t i = 0; i < question.variable_count; ++i) {
        const std::int32_t chosen = replies[{question.first_variable.index + i}];
        words[q] |= static_cast<std::uint64_t>(chosen) << i;
      }
    } else {
      words[q] = rules.codes().word(QuestionId{q}, replies[question.first_variable]);
    }
  }
  return words;
}

std::vector<std::uint32_t> bits_of(std::span<const std::uint64_t> words) {
  std::vector<std::uint32_t> bits;
  for (std::uint32_t i = 0; i < 64 * words.size(); ++i) {
    if ((words[i / 64] >> i % 64 & 1) != 0) bits.push_back(i);
  }
  return bits;
}

void require_same(const Pack& pack, const FastRules& rules, const Replies& replies) {
  QuestionSet unknown;
  std::vector<std::uint64_t> words = words_of(pack, rules, replies, unknown);
  FastVerdict found = rules.verdict();
  rules.judge(words, unknown, found);

  const std::vector<Evaluation> complaints = {evaluate_rules(pack, replies)};
  const Verdict expected = judge(pack, complaints, Unknowns::harmful);
  CHECK(found.floor == expected.floor);
  CHECK(found.recommendation == expected.recommendation);
  CHECK(found.referral == expected.referral);
  std::vector<std::uint32_t> offered;
  for (const WorkoutId id : expected.offered) offered.push_back(id.index);
  CHECK(bits_of(found.offered) == offered);
  std::vector<std::uint32_t> barred;
  for (std::uint32_t t = 0; t < pack.tips.size(); ++t) {
    const Tip& tip = pack.tips[t];
    if (!is_offered(tip.when, tip.unless, complaints, Unknowns::harmful)) barred.push_back(t);
  }
  CHECK(bits_of(found.barred_tips()) == barred);
  std::vector<bool> counting(pack.rules.size());
  for (const RuleId id : found.rules()) counting[id.index] = true;
  for (std::size_t r = 0; r < pack.rules.size(); ++r) {
    CHECK(counting[r] == counts(complaints[0].rules[r], Unknowns::harmful));
  }
}

}  // namespace

TEST_CASE("compiled rules judge as rules read one by one do, unknown replies too", "[batch]") {
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    Dice dice(seed);
    RandomPackOptions sizes;
    sizes.questions = 2 + dice.below(8);
    sizes.terms = dice.below(8);
    sizes.rules = dice.below(60);
    sizes.tips = dice.below(5);
    sizes.most_answers = 1e9;
    const Pack pack = random_pack(dice, sizes);
    // The fewer alternatives a condition may have, the more is derived beforehand.
    for (const std::size_t most_alternatives : {1U, 2U, 4U, 16U}) {
      CAPTURE(seed, most_alternatives);
      const FastRules rules(pack, {true, true}, most_alternatives);
      for (int i = 0; i < 5; ++i) {
        const Answers told = random_answers(pack, dice, 1, 20 + dice.below(80));
        const Replies known = overlay(pack, told.runner, told.complaints[0].replies);
        require_same(pack, rules, effective_replies(pack, known));
        require_same(pack, rules, complete(pack, known, false).replies);
      }
    }
  }
}

TEST_CASE("reasons stand most cautious first, then in the order of the pack", "[batch]") {
  Dice dice(7);
  RandomPackOptions sizes;
  sizes.rules = 40;
  const Pack pack = random_pack(dice, sizes);
  const FastRules rules(pack, {});
  for (int i = 0; i < 50; ++i) {
    const Answers told = random_answers(pack, dice, 1, 100);
    const Replies known = overlay(pack, told.runner, told.complaints[0].replies);
    QuestionSet unknown;
    auto words = words_of(pack, rules, known, unknown);
    FastVerdict found = rules.verdict();
    rules.judge(words, unknown, found);
    const auto is_before = [&](RuleId a, RuleId b) {
      const Rule& left = pack.rule(a);
      const Rule& right = pack.rule(b);
      if (left.recommend != right.recommend) return left.recommend > right.recommend;
      if (left.referral != right.referral) return left.referral > right.referral;
      return a < b;
    };
    CHECK(std::is_sorted(found.rules().begin(), found.rules().end(), is_before));
  }
}
