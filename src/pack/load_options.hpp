#pragma once

#include "pack/loading.hpp"

/// The options of a question: what its replies are called and what they say.
namespace runready {

/// REQUIRES: `question` is a choice or a multi-choice and has its caution.
void read_options(Loading& in, JsonValue& json, Question& question);

}  // namespace runready
