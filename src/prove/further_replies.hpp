#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "prove/space.hpp"
#include "rules/assess.hpp"
#include "runready/assessment.hpp"
#include "runready/pack.hpp"
#include "runready/prove.hpp"

/// What other replies would do: one more of them, found without large diagrams; those that could
/// add caution where a pack is too large for diagrams; and those after which more would be allowed.
namespace runready {

/// What one more reply does, all else that is not known being as it usually is.
///
/// While little is known nearly every question matters, and one reply to it shows that. Only what
/// no such example shows takes diagrams, and these are small once more is known; of all answers
/// they would be the largest, just when somebody waits for the first question.
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

// What can be said without diagrams, where a pack is too large for them: never wrong, but more
// questions are asked than need be.

/// A question is left out only if nothing that is still unknown and could add caution, or change
/// the workouts of a day that may not be rest, reads it.
std::vector<Asked> possibly_open_questions(const Pack& pack, const Known& known);

// What would have to be different for a more permissive recommendation: by healing, or by telling
// what permits.
//
// Each gives, for more permissive recommendations, the nearest first, the fewest replies that
// would have to differ, each no further from what is than needed, the referral not rising. What
// asks for more replies than another and allows no more is left out. Everything else stays as it
// is counted now: told, assumed, or unknown and harmful. None from `urgent` on. Throws
// BudgetExceeded.

/// Told replies that may heal: against caution, or to the harmless reply where caution has no
/// order.
std::vector<AskAgain> ask_again_when(const Pack& pack, const Known& known, const Verdict& given,
                                     std::size_t node_budget);

/// Permitting replies to questions that are not answered.
std::vector<AskAgain> would_permit(const Pack& pack, const Known& known, const Verdict& given,
                                   std::size_t node_budget);

}  // namespace runready
