#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "batch/coding.hpp"
#include "batch/plain_answers.hpp"
#include "batch/products.hpp"
#include "batch/sieve.hpp"
#include "runready/assessment.hpp"

/// The rules of a pack compiled for plain answers: what `assess` gives, without the grounds.
///
///     PlainRules rules(pack, {.tips = false});
///     PlainVerdict verdict;
///     rules.judge(answers, unknown, verdict);
namespace runready {

/// What of a verdict is needed beside the recommendation and the referral.
struct PlainNeeds {
  bool tips = true;
  bool heart_rate = true;
};

/// Made for one line after another, so that nothing is allocated for each.
struct PlainVerdict {
  Recommendation recommendation = Recommendation::run;
  Recommendation floor = Recommendation::run;
  Referral referral = Referral::none;
  std::vector<RuleId> rules;           ///< those that count, most cautious first, then pack order
  std::vector<std::uint64_t> offered;  ///< workouts, one bit each
  std::vector<std::uint64_t> barred_tips;  ///< one bit each, whatever they are offered for
  std::optional<std::int32_t> recheck_hours;
  bool heart_rate_allowed = true;

 private:
  friend class PlainRules;
  bool running_barred_ = false;
  std::vector<std::uint32_t> numbers_;  ///< room for those of all targets
};

class PlainRules {
 public:
  /// The pack must outlive what is made of it. `most_products` is for tests: see ProductMaker.
  PlainRules(const Pack& pack, PlainNeeds needs,
             std::size_t most_products = ProductMaker::kMostProducts);
  PlainRules(const PlainRules&) = delete;
  PlainRules& operator=(const PlainRules&) = delete;

  const Coding& coding() const { return *coding_; }

  /// Words for `PlainAnswers` of which nothing is told.
  const std::vector<std::uint64_t>& default_words() const { return default_words_; }

  /// The verdict where what is unknown counts as harmful. `words` has space for derived bits,
  /// which are overwritten.
  void judge(std::vector<std::uint64_t>& words, const QuestionSet& unknown,
             PlainVerdict& verdict) const;

 private:
  /// What a rule does, beside what it recommends.
  struct Effect {
    RuleId rule;
    Recommendation recommend = Recommendation::run;
    Referral referral = Referral::none;
    bool bars_running = false;
    std::optional<std::int32_t> recheck_hours;
    std::vector<std::uint64_t> barred;  ///< workouts
  };

  void add_rules();
  void add_workouts();
  void add_tips(bool wanted);
  void add_heart_rate(bool wanted);
  void add_bars(const std::optional<Condition>& when, const std::optional<Condition>& unless,
                std::uint32_t number);
  void add_target(std::uint32_t number, const Condition& condition, bool wanted);
  void make_sieves();
  void derive(std::vector<std::uint64_t>& words, const QuestionSet& unknown,
              PlainVerdict& verdict) const;
  void count(const std::uint32_t* numbers, const std::uint32_t* end, PlainVerdict& verdict) const;
  void offer(PlainVerdict& verdict) const;

  struct Target {
    std::uint32_t number;
    Products products;
  };

  const Pack& pack_;
  ProductMaker maker_;
  std::vector<Target> targets_;
  std::vector<Effect> effects_;  ///< most cautious first
  std::uint32_t first_workout_ = 0;
  std::uint32_t first_tip_ = 0;
  std::uint32_t heart_rate_ = 0;
  std::size_t most_numbers_ = 0;
  std::vector<std::vector<std::uint64_t>> for_level_;  ///< workouts by recommendation
  std::optional<Coding> coding_;
  std::vector<Sieve> derivations_;  ///< each reads the derived bits of those before
  std::optional<Sieve> sieve_;
  std::vector<std::uint64_t> default_words_;
};

}  // namespace runready
