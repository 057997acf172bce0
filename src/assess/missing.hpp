#pragma once

#include <vector>

#include "assess/judge.hpp"

/// How far a condition is from being true, and what it would take.
namespace runready {

/// The fewest tests that would have to turn out otherwise (those of an `or` are alternatives), each
/// as it would have to be: a test, or the negation of one. Empty if the condition is true already.
/// Of a test that stands in the condition twice, both count.
std::vector<Condition> missing_for(const Pack& pack, const Condition& condition,
                                   const Evaluation& evaluation);

}  // namespace runready
