#pragma once

#include "runready/answers.hpp"
#include "runready/pack.hpp"

/// Answers as a whole.
namespace runready {

/// Answers in which nothing is told.
Answers no_answers(const Pack& pack);

/// Whether there is any reply at all, or it was said that nothing else is wrong.
bool tells_anything(const Answers& answers);

}  // namespace runready
