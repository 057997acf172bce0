#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/judge.hpp"
#include "runready/assessment.hpp"

/// The texts of a pack as they read for one assessment. A text may have wordings for situations:
/// the first is taken that holds for every complaint which alone reaches the level the text is
/// about (`referral.see` is about seeing somebody), so that a text never says of one thing that
/// hurts what is true of another. A text about no level is about every complaint; so is one whose
/// level no complaint reaches alone, but all do together. What is unknown does not hold. A text
/// about another level than the one given reads as it does without answers.
///
///     const Situation situation(pack, assessment);
///     page.line(situation.text("referral.see"));
namespace runready {

class Situation {
 public:
  /// Both are used for as long as this is.
  Situation(const Pack& pack, const Assessment& assessment)
      : pack_(pack), assessment_(assessment) {}

  /// REQUIRES: `key` is one of the required keys.
  const std::string& text(std::string_view key) const;

 private:
  /// One thing that hurts, judged as if it were the only one.
  struct Alone {
    Evaluation evaluation;
    Recommendation recommendation;
    Referral referral;
  };
  const std::vector<Alone>& complaints() const;
  std::vector<const Evaluation*> spoken_of(std::string_view key) const;

  const Pack& pack_;
  const Assessment& assessment_;
  mutable std::optional<std::vector<Alone>> complaints_;  ///< made for the first text that asks
};

}  // namespace runready
