#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "batch/alternatives.hpp"
#include "batch/reply_codes.hpp"
#include "runready/assessment.hpp"

/// The rules of a pack compiled for plain answers: what `assess` gives, without the grounds.
///
///     FastRules rules(pack, {.tips = false});
///     FastVerdict verdict;
///     rules.judge(answers, unknown, verdict);
namespace runready {

// Which of many conditions could be true, all at once.
//
// Every alternative of every condition is one bit. For each part of the replies (a question; eight
// options of a multi-choice) and each value it may have there is a mask of the alternatives that
// this value leaves possible; the AND over all parts is what is left. A reply that is unknown
// leaves everything possible. Bits stand in blocks of 256, so that a block stays in registers
// while its masks are read, and a block reads only the parts that its alternatives test.

/// A condition in question, by alternatives; it is called by its number.
struct MaskTarget {
  std::uint32_t number = 0;
  const Alternatives* alternatives = nullptr;
};

class RuleMasks {
 public:
  /// The words of replies: questions, `nothing_else`, then derived bits from here on.
  static std::size_t first_derived_word(const Pack& pack) { return pack.questions.size() + 1; }

  RuleMasks(const Pack& pack, const ReplyCodes& codes, std::span<const MaskTarget> targets);

  /// Calls `use` with the number of each target that could be true, in the order of the targets,
  /// several times in a row if it could be in several ways. All replies are known.
  template <class Use>
  void for_each_possible(const std::uint64_t* words, Use use) const {
    for_each(
        words, [](std::uint32_t) { return true; }, use);
  }

  /// The same where some replies are unknown.
  template <class Use>
  void for_each_possible(const std::uint64_t* words, const QuestionSet& unknown, Use use) const {
    const auto is_known = [&](std::uint32_t word) {
      return word >= derived_ || !unknown.has(word);
    };
    for_each(words, is_known, use);
  }

 private:
  /// A bit for each alternative of a block, as two registers of the kind that every processor has.
  struct Mask {
    using Half = std::uint64_t __attribute__((vector_size(16)));
    std::array<Half, 2> halves{};

    void operator&=(const Mask& other) {
      halves[0] &= other.halves[0];
      halves[1] &= other.halves[1];
    }
    std::uint64_t word(std::size_t i) const { return halves[i / 2][i % 2]; }
    void set_word(std::size_t i, std::uint64_t bits) { halves[i / 2][i % 2] = bits; }
  };
  static constexpr std::size_t kMaskWords = 4;

  /// Some bits of a word, read as a number; ready to be found quickly in steps of a mask's bytes.
  struct Part {
    Part(std::uint32_t of_word, std::uint32_t shift, std::uint32_t bits)
        : word(of_word),
          turn((shift - kMaskShift) % 64),
          wanted(((1U << bits) - 1) << kMaskShift) {}

    std::uint32_t word;
    std::uint32_t turn;     ///< to the right, so that the number begins at `kMaskShift`
    std::uint32_t wanted;   ///< its bits there
    Mask* masks = nullptr;  ///< by number

    std::uint32_t values() const { return (wanted >> kMaskShift) + 1; }
    const Mask& mask_of(std::uint64_t in) const {
      const std::size_t bytes = std::rotr(in, static_cast<int>(turn)) & wanted;
      return *reinterpret_cast<const Mask*>(reinterpret_cast<const char*>(masks) + bytes);
    }
  };
  static constexpr std::uint32_t kMaskShift = 5;
  static_assert(sizeof(Mask) == 1U << kMaskShift);

  struct Block {
    std::vector<Part> parts;             ///< once all are there, a multiple of `kAtOnce`
    std::vector<std::uint32_t> numbers;  ///< of the target of each alternative
    Mask used{};
  };

  static constexpr std::size_t kBlock = 256;
  static constexpr std::uint32_t kOptions = 8;  ///< of a multi-choice in one part
  static constexpr std::ptrdiff_t kAtOnce = 4;  ///< parts read between two looks for the end

  Part place(const Literal& literal, const Pack& pack) const;
  std::uint32_t count_values(const Part& part) const;
  static std::optional<std::uint32_t> bit_read(const Literal& literal, const Pack& pack);
  template <class Use>
  void for_each_refused(const Literal& literal, std::uint32_t values, const Pack& pack,
                        Use use) const;
  const Part& part_for(Block& block, const Literal& literal, const Pack& pack);
  void add(const Alternative& alternative, std::uint32_t number, const Pack& pack);
  static void fill_up(std::vector<Part>& parts);

  template <class IsKnown, class Use>
  void for_each(const std::uint64_t* words, IsKnown is_known, Use use) const {
    for (const Block& block : blocks_) {
      const Mask left = what_is_left(block, words, is_known);
      const std::uint32_t* const targets = block.numbers.data();
      for (std::size_t i = 0; i < kMaskWords; ++i) {
        for (std::uint64_t bits = left.word(i); bits != 0; bits &= bits - 1) {
          use(targets[i * 64 + static_cast<unsigned>(__builtin_ctzll(bits))]);
        }
      }
    }
  }

  template <class IsKnown>
  Mask what_is_left(const Block& block, const std::uint64_t* words, IsKnown is_known) const {
    Mask left = block.used;
    const auto read = [&](const Part& part) {
      if (!is_known(part.word)) return;
      left &= part.mask_of(words[part.word]);
    };
    for (auto part = block.parts.begin(); part != block.parts.end(); part += kAtOnce) {
      read(part[0]);
      read(part[1]);
      read(part[2]);
      read(part[3]);
    }
    return left;
  }

  const ReplyCodes* codes_;
  std::uint32_t derived_;
  std::vector<Block> blocks_;
  std::vector<std::unique_ptr<Mask[]>> masks_;  ///< of each part
};

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
