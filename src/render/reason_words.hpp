#pragma once

#include <string>
#include <vector>

#include "assess/situation.hpp"
#include "runready/render.hpp"

/// Why the answer is what it is, in words.
namespace runready {

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
