#pragma once

#include <vector>

#include "assess/situation.hpp"
#include "render/digest.hpp"

namespace runready {

/// Why the answer is what it is, and what asked for less. Rules that only bar activities are no
/// reasons: what they bar is said elsewhere.
struct ReasonWords {
  std::vector<Digest::Reason> decisive;  ///< never empty
  std::vector<Digest::Reason> lesser;
};

ReasonWords reason_words(const Report& report, const Situation& situation, Detail detail);

}  // namespace runready
