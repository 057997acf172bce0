#pragma once

#include <string>
#include <string_view>

#include "runready/pack.hpp"
#include "text/json_value.hpp"

/// Phrases of the messages about conditions.
namespace runready {

/// `a choice`, `a number`: what a question of the type is.
std::string kind_of(QuestionType type);

/// A condition on the question as a pack author would write it, in backticks.
std::string example(const Question& question);

/// How to write what `operands` of an operator seem to mean: on the same question, with the options
/// and numbers that stand in them. "write `{"in": ["calf", {"var": "where"}]}`"
std::string advice(const Question& question, std::string_view op, const JsonValue& operands);

/// What stands where operands were expected: `a list of 3`, `an object`.
std::string describe_operands(const JsonValue& json);

/// What to write instead of an unknown operator.
std::string help_for_operator(std::string_view unknown);

}  // namespace runready
