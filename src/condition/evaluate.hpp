#pragma once

#include <vector>

#include "condition/visit.hpp"
#include "runready/assessment.hpp"
#include "runready/pack.hpp"

/// Conditions over replies some of which are unknown: Kleene's three-valued logic.
namespace runready {

constexpr Truth negate(Truth t) {
  return t == Truth::unknown ? t : t == Truth::yes ? Truth::no : Truth::yes;
}

/// Of operands in order: the first that decides (`no` where all have to be true, else `yes`) does;
/// else anything unknown leaves the whole unknown.
template <class TruthOf>
Truth join(Joined joined, const TruthOf& truth_of) {
  const Truth decisive = joined.all ? Truth::no : Truth::yes;
  Truth whole = negate(decisive);
  for (const Condition& operand : joined.operands) {
    const Truth truth = truth_of(operand);
    if (truth == decisive) return decisive;
    if (truth == Truth::unknown) whole = Truth::unknown;
  }
  return whole;
}

/// Terms by index, as far as they are evaluated.
using TermTruths = std::vector<Truth>;

/// REQUIRES: every term that the condition reads stands in `terms`; `replies` has gates applied
/// (see knowledge.hpp) and is of the pack's size.
Truth evaluate(const Condition& condition, const Replies& replies, const TermTruths& terms);

/// All terms of a pack.
TermTruths evaluate_terms(const Pack& pack, const Replies& replies);

}  // namespace runready
