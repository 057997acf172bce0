#pragma once

#include <optional>
#include <vector>

#include "assess/judge.hpp"
#include "prove/cells.hpp"
#include "runready/assessment.hpp"
#include "runready/pack.hpp"
#include "runready/prove.hpp"

/// What one more reply does, all else that is not known being as it usually is.
///
/// While little is known nearly every question matters, and one reply to it shows that. Only what
/// no such example shows takes diagrams, and these are small once more is known; of all answers
/// they would be the largest, just when somebody waits for the first question.
namespace runready {

class OneReply {
 public:
  /// `starts` are where conditions cut the variables of `pack`. Both are used for as long as this
  /// is.
  OneReply(const Pack& pack, const CellStarts& starts, const Known& known);

  /// What some reply to the question changes. It may change more beside other replies.
  Stakes changes(const Asked& asked) const;

  /// The outcomes that some reply to some question leads to: every one of them is possible.
  OutcomeRange range() const;

 private:
  Verdict verdict_with(const Asked& asked, VariableId variable, std::int32_t value) const;
  template <class Visit>
  void for_each_reply(const Asked& asked, Visit visit) const;

  const Pack& pack_;
  const CellStarts& starts_;
  std::vector<Replies> told_;   ///< by complaint
  std::vector<Replies> usual_;  ///< the same, each unknown variable at its default
  std::vector<Evaluation> evaluations_;
  Verdict verdict_;
};

}  // namespace runready
