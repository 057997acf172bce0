#pragma once

#include "runready/answers.hpp"
#include "runready/pack.hpp"

/// From a point of the space of answers to answers a person could give.
namespace runready {

/// The fewest replies that, with nothing else, mean the same as complete replies of one complaint:
/// those other than the default, those to questions that are never assumed, and what it takes
/// for every gate to be known open. Nothing behind a shut gate.
/// REQUIRES: every variable is known.
Answers smallest_answers(const Pack& pack, const Replies& complete);

}  // namespace runready
