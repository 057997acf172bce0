#pragma once

#include <functional>
#include <vector>

#include "condition/visit.hpp"
#include "runready/pack.hpp"

/// Walks over the conditions of a pack.
namespace runready {

using VisitCondition = std::function<void(const Condition&)>;

/// Every condition that stands in the pack: gates, terms, rules, workouts, tips, the heart rate
/// and invariants, each whole.
void for_each_condition(const Pack& pack, const VisitCondition& visit);

/// The variables a condition reads, terms looked into, in the author's order; gates are not.
std::vector<VariableId> variables_read(const Pack& pack, const Condition& condition);

/// The questions of these.
std::vector<QuestionId> questions_read(const Pack& pack, const Condition& condition);

}  // namespace runready
