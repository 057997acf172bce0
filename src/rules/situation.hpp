#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rules/assess.hpp"
#include "runready/assessment.hpp"
#include "runready/outcome.hpp"
#include "runready/pack.hpp"

/// The texts of a pack as they read for one assessment, and the one question left that would change
/// their words.
namespace runready {

/// What a text of a pack is about, if it is one level of a scale.
using TextLevel = std::variant<std::monostate, Recommendation, Referral>;

/// By the second part of its key: `referral.see`, `banner.run.unsettled`, `report.urgent.worse`.
TextLevel text_level(std::string_view key);

/// The texts of a pack as they read for one assessment. A text may have wordings for situations:
/// the first is taken that holds for every complaint which alone reaches the level the text is
/// about (`referral.see` is about seeing somebody), so that a text never says of one thing that
/// hurts what is true of another. A text about no level is about every complaint; so is one whose
/// level no complaint reaches alone, but all do together. What is unknown does not hold. A text
/// about another level than the one given reads as it does without answers.
///
///     const Situation situation(pack, assessment);
///     page.line(situation.text("referral.see"));
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

/// The unanswered question about the runner, marked `for_words`, of which some single reply would
/// change a word of what is said with a settled answer: a reason, a tip, a session. Nothing from
/// urgent on, when no word may stand in the way, and nothing if nothing else is the matter.
std::optional<Asked> question_for_words(const Pack& pack, const Known& known);

}  // namespace runready
