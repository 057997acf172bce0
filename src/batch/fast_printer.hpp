#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/fast_rules.hpp"
#include "batch/line_buffer.hpp"
#include "batch/reply_codes.hpp"
#include "runready/render.hpp"

/// Prints plain verdicts from fragments made beforehand.
///
/// Every fragment is cut from what `to_json` prints of a made-up assessment that has just the one
/// rule, workout or level, so that both print the same bytes and nothing is written twice. Fields
/// that show what was told (`answers`, `reasons.answers`, …) have no such fragments.
namespace runready {

/// How much of an outcome was only assumed.
struct Conditional {
  bool holds = false;             ///< whether what was assumed could turn out worse
  std::size_t assumed_count = 0;  ///< REQUIRES: at most the number of questions
};

class FastPrinter {
 public:
  /// Nothing if a field wanted has no fragments. The pack must outlive the printer.
  static std::optional<FastPrinter> make(const Pack& pack, const JsonOptions& options,
                                         const Proof& proof);

  FastNeeds needs() const { return needs_; }
  bool has_headline() const { return has_headline_; }

  /// Whether `conditional` matters for a verdict.
  bool asks_whether_conditional(const FastVerdict& verdict) const {
    return has_headline_ && verdict.referral < Referral::urgent &&
           verdict.recommendation <= Recommendation::easy_run;
  }

  /// Appends the line, newline included.
  void print(const FastAnswers& answers, const FastVerdict& verdict, Conditional conditional,
             LineBuffer& out) const;

 private:
  class Maker;

  /// A text in `texts_`; fields begin with a comma.
  struct Fragment {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };

  enum class StepKind : std::uint8_t {
    by_outcome,  ///< one of 20, by recommendation and referral
    id,
    headline,
    reasons,
    workout,
    alternatives,
    tips,
    recheck_hours
  };

  struct Step {
    StepKind kind = StepKind::by_outcome;
    std::vector<Fragment> by_outcome;  ///< of `reasons`: the reason that is no rule
    std::vector<Fragment> entries;     ///< by rule, workout (twice: without and with heart-rate
                                       ///< figures) or tip; commas after them
    Fragment before;                   ///< what opens a list
    Fragment none;                     ///< where there is no workout, no recheck
    std::map<std::int32_t, Fragment> by_hours;
  };

  explicit FastPrinter(const Pack& pack) : pack_(&pack) {}

  std::string_view text(Fragment fragment) const {
    return {texts_.data() + fragment.begin, fragment.size};
  }
  void put(Fragment fragment, LineBuffer& out) const { out.append_padded(text(fragment)); }
  void print_headline(const Step& step, const FastVerdict& verdict, Conditional conditional,
                      LineBuffer& out) const;
  void print_reasons(const Step& step, const FastVerdict& verdict, LineBuffer& out) const;
  void print_workout(const Step& step, const FastVerdict& verdict, LineBuffer& out) const;
  void print_alternatives(const Step& step, const FastVerdict& verdict, LineBuffer& out) const;
  void print_tips(const Step& step, const FastVerdict& verdict, LineBuffer& out) const;
  void print_recheck(const Step& step, const FastVerdict& verdict, LineBuffer& out) const;
  static void close_list(LineBuffer& out);

  const Pack* pack_;
  std::vector<Step> steps_;
  std::string texts_;  ///< padded at its end
  FastNeeds needs_{false, false, false};
  bool has_headline_ = false;
  std::vector<Fragment> conditional_headlines_;  ///< by assumed count: of run, then of easy-run
  std::vector<std::vector<std::uint64_t>> tips_for_;  ///< tips by recommendation
};

}  // namespace runready
