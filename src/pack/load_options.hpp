#pragma once

#include "pack/loading.hpp"

/// The options of a question: what its replies are called and what they say.
namespace runready {

/// REQUIRES: `question` is a choice or a multi-choice and has its caution.
void read_options(Loading& in, JsonValue& json, Question& question);

/// Adds the options that add-ons have for it, if it is a multi-choice.
void read_more_options(Loading& in, Question& question);

}  // namespace runready
