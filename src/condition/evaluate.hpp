#pragma once

#include <vector>

#include "runready/assessment.hpp"
#include "runready/pack.hpp"

/// Conditions over replies some of which are unknown: Kleene's three-valued logic.
namespace runready {

constexpr Truth negate(Truth t) {
  return t == Truth::unknown ? t : t == Truth::yes ? Truth::no : Truth::yes;
}

/// Terms by index, as far as they are evaluated.
using TermTruths = std::vector<Truth>;

/// REQUIRES: every term that the condition reads stands in `terms`; `replies` has gates applied
/// (see knowledge.hpp) and is of the pack's size.
Truth evaluate(const Condition& condition, const Replies& replies, const TermTruths& terms);

/// All terms of a pack.
TermTruths evaluate_terms(const Pack& pack, const Replies& replies);

}  // namespace runready
