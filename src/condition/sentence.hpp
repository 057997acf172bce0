#pragma once

#include <string>

#include "runready/pack.hpp"

/// Conditions and replies as sentences made from the pack's own texts.
namespace runready {

/// "your pain is 4 or more and you limp"; terms by their own words.
std::string sentence(const Condition& condition, const Pack& pack);

/// What one reply says, as a clause: "you limp", "your pain is 4". For the value 0 of an option
/// and of a bool its denial.
std::string clause_of(const Pack& pack, VariableId variable, std::int32_t value);

}  // namespace runready
