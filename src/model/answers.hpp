#pragma once

#include "runready/answers.hpp"
#include "runready/pack.hpp"

/// Answers as a whole.
namespace runready {

/// Answers in which nothing is told.
Answers no_answers(const Pack& pack);

/// Whether no reply is among them.
bool is_untold(const Replies& replies);

/// Whether there is any reply at all, or it was said that nothing else is wrong.
bool tells_anything(const Answers& answers);

/// The replies that are the same in both, in the shape of the first.
Answers in_both(const Pack& pack, const Answers& answers, const Answers& others);

/// The replies that are not the same in `others`.
Answers without(const Pack& pack, const Answers& answers, const Answers& others);

}  // namespace runready
