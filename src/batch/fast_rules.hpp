#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "batch/alternatives.hpp"
#include "batch/fast_answers.hpp"
#include "batch/reply_codes.hpp"
#include "batch/rule_masks.hpp"
#include "runready/assessment.hpp"

/// The rules of a pack compiled for plain answers: what `assess` gives, without the grounds.
///
///     FastRules rules(pack, {.tips = false});
///     FastVerdict verdict;
///     rules.judge(answers, unknown, verdict);
namespace runready {

/// What of a verdict is needed beside the recommendation and the referral.
struct FastNeeds {
  bool tips = true;
  bool heart_rate = true;
  bool recheck_hours = true;
};

/// Made once by `FastRules::verdict` for one line after another.
struct FastVerdict {
  Recommendation recommendation = Recommendation::run;
  Recommendation floor = Recommendation::run;
  Referral referral = Referral::none;
  std::vector<std::uint64_t> offered;  ///< workouts, one bit each
  std::optional<std::int32_t> recheck_hours;
  bool heart_rate_allowed = true;

  /// Those that count, most cautious first, then in the order of the pack.
  std::span<const RuleId> rules() const { return {rules_.data(), rule_count_}; }

  /// One bit each, whatever they are offered for; none if tips are not needed.
  std::span<const std::uint64_t> barred_tips() const {
    return std::span(done_).subspan(first_tip_);
  }

 private:
  friend class FastRules;
  std::vector<RuleId> rules_;  ///< room for all
  std::size_t rule_count_ = 0;
  std::vector<std::uint64_t> done_;  ///< what the targets do together: see FastRules::Bits
  std::size_t first_tip_ = 0;        ///< the word
};

class FastRules {
 public:
  /// The pack must outlive what is made of it. `most_alternatives` is for tests: see
  /// AlternativesMaker.
  FastRules(const Pack& pack, FastNeeds needs,
            std::size_t most_alternatives = AlternativesMaker::kMostAlternatives);
  FastRules(const FastRules&) = delete;
  FastRules& operator=(const FastRules&) = delete;

  const ReplyCodes& codes() const { return *codes_; }

  /// Words for `FastAnswers` of which nothing is told.
  const std::vector<std::uint64_t>& default_words() const { return default_words_; }

  /// An empty verdict, with room for everything.
  FastVerdict verdict() const;

  /// The verdict where what is unknown counts as harmful. `words` has space for derived bits,
  /// which are overwritten. REQUIRES: `verdict()` has made the verdict.
  void judge(std::vector<std::uint64_t>& words, const QuestionSet& unknown,
             FastVerdict& verdict) const;

 private:
  /// Which bit stands for what a target does that could be true, so that all they do together is
  /// the union. Of a level there is a bit for each step up to it: the union has the highest.
  struct Bits {
    std::size_t running = 0;     ///< barred, as the workouts from 0 on
    std::size_t heart_rate = 0;  ///< barred
    std::size_t recommend = 0;   ///< the steps; with those of `referral` all in one word
    std::size_t referral = 0;
    std::size_t recheck = 0;  ///< the steps of `recheck_hours_`
    std::size_t tips = 0;     ///< barred; they begin a word
    std::size_t words = 0;
  };
  static constexpr std::size_t kRecommendSteps = kRecommendationNames.size() - 1;
  static constexpr std::size_t kReferralSteps = kReferralNames.size() - 1;

  void number_bits(FastNeeds needs);
  void add_rules();
  void add_workouts();
  void add_tips();
  void add_bar(const std::optional<Condition>& when, const std::optional<Condition>& unless,
               std::size_t bit);
  std::uint32_t add_number(RuleId rule);
  void add_target(std::uint32_t number, const Condition& condition, bool wanted);
  void does(std::uint32_t number, std::size_t bit);
  void does_steps(std::uint32_t number, std::size_t first_bit, std::size_t steps);
  void make_masks();
  void derive(std::vector<std::uint64_t>& words, const QuestionSet& unknown) const;
  template <class... Unknown>
  void add_up(FastVerdict& verdict, const std::uint64_t* words, const Unknown&... unknown) const;
  void read_levels(FastVerdict& verdict) const;
  void offer(FastVerdict& verdict) const;

  struct Target {
    std::uint32_t number;
    Alternatives alternatives;
  };

  const Pack& pack_;
  AlternativesMaker maker_;
  std::vector<Target> targets_;
  Bits bits_;
  std::vector<std::int32_t> recheck_hours_;  ///< that rules ask for, from the shortest on
  std::vector<RuleId> rules_;        ///< by number of target: rules first, most cautious first
  std::vector<std::uint64_t> does_;  ///< by number of target, `bits_.words` each
  std::vector<std::vector<std::uint64_t>> for_level_;  ///< workouts by recommendation
  std::optional<ReplyCodes> codes_;
  std::vector<RuleMasks> derivations_;  ///< each reads the derived bits of those before
  std::optional<RuleMasks> masks_;
  std::vector<std::uint64_t> default_words_;
};

}  // namespace runready
