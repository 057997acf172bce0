#pragma once

#include <span>

#include "runready/answers.hpp"
#include "runready/pack.hpp"
#include "text/json_writer.hpp"

/// Some replies as JSON.
namespace runready {

/// `{"gait":"altered","signs":["swelling"]}`: the replies to some variables, questions in the order
/// in which the variables name them first. Of a multi-choice, those options among them are listed
/// that were chosen. REQUIRES: the replies know the variables.
void write_replies(JsonWriter& out, const Pack& pack, const Replies& replies,
                   std::span<const VariableId> variables);

/// The default of a question: `false`, `"normal"`, `2`, `[]`.
void write_default(JsonWriter& out, const Pack& pack, const Question& question);

}  // namespace runready
