#pragma once

#include <span>
#include <vector>

#include "rules/assess.hpp"

/// Why an outcome is what it is, and how far a condition is from being true.
namespace runready {

/// The variables that give a condition its value, in the order it reads them, each once: of an
/// `and` that is false only the false operands, and so on. Unknown ones of an unknown condition.
std::vector<VariableId> decisive_variables(const Pack& pack, const Condition& condition,
                                           const Evaluation& evaluation);

/// A reason for each rule that counts and one for escalation, most cautious first; without causes.
std::vector<Reason> reasons_for(const Pack& pack, std::span<const Evaluation> complaints,
                                const Verdict& verdict);

/// Adds to reasons the replies that made their rules count, and what is missing.
void add_causes(const Pack& pack, const Known& known, std::span<const Evaluation> complaints,
                std::vector<Reason>& reasons);

/// The fewest tests that would have to turn out otherwise (those of an `or` are alternatives), each
/// as it would have to be: a test, or the negation of one. Empty if the condition is true already.
/// Of a test that stands in the condition twice, both count.
std::vector<Condition> missing_for(const Pack& pack, const Condition& condition,
                                   const Evaluation& evaluation);

}  // namespace runready
