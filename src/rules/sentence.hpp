#pragma once

#include <string>

#include "runready/pack.hpp"

/// Conditions and replies as sentences made from the pack's own texts, connective words too: a
/// translated pack speaks its language.
///
///     sentence(rule, pack)  // "your pain is 4 or more and you limp"
namespace runready {

/// The condition as a clause without a full stop; terms by their own words. Denials reach down to
/// the replies ("you do not limp"), and what is nested deeper than one `and` in an `or`, or the
/// reverse, stands in parentheses, so that it can be read in one way only.
std::string sentence(const Condition& condition, const Pack& pack);

/// What makes a rule true: "you limp, unless your pain is less than 3".
std::string sentence(const Rule& rule, const Pack& pack);

/// What one reply says, as a clause: "you limp", "your pain is 4". For the value 0 of an option
/// and of a bool its denial.
std::string clause_of(const Pack& pack, VariableId variable, std::int32_t value);

}  // namespace runready
