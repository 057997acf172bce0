#pragma once

#include <string>
#include <vector>

#include "rules/situation.hpp"
#include "runready/pack.hpp"
#include "runready/render.hpp"

/// Reasons in the words of a report, and what was told in the pack's own clauses.
namespace runready {

// What was told, in the pack's own clauses.

/// Replies of one subject: the runner's, and those of a complaint where there is one.
struct ToldBy {
  const Answers& answers;
  std::size_t complaint = 0;

  std::int32_t reply(const Pack& pack, VariableId variable) const;
};

/// Whether a reply only opens the gate of something that is said.
bool goes_without_saying(const Pack& pack, const std::vector<VariableId>& said, VariableId id);

/// "your knee hurts and you limp"; what only opens the gate of something else that is said, here or
/// elsewhere, goes without saying. Empty if there is nothing to say.
std::string told_words(const Pack& pack, const ToldBy& told,
                       const std::vector<VariableId>& variables,
                       const std::vector<VariableId>& elsewhere = {});

/// What was told of a subject and is not the default, in the order of the pack.
std::vector<VariableId> told_symptoms(const Pack& pack, About about, const Replies& replies);

/// Why the answer is what it is, in words.
struct ReasonWords {
  std::string because;
  std::string said = {};     ///< "You said: you limp."; empty if nothing told made it count
  std::string missing = {};  ///< what was not answered and made it count; may be empty
  std::vector<FactId> sources = {};
  std::optional<RuleId> rule = {};

  /// All of it, one sentence behind the other.
  std::string words() const;
};

/// Rules that only bar activities are no reasons: what they bar is said elsewhere.
struct Reasons {
  std::vector<ReasonWords> decisive;  ///< the deciding one first; never empty
  std::vector<ReasonWords> lesser;    ///< those that ask for less
};

/// `brief` leaves out fillers: a reason for which nothing was said that a stronger one does not
/// name too, and of those that count only for want of the same reply all but the weightiest.
enum class Detail : bool { brief, full };

Reasons reason_words(const Report& report, const Situation& situation, Detail detail);

}  // namespace runready
