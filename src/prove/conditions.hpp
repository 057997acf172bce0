#pragma once

#include <functional>
#include <vector>

#include "runready/pack.hpp"

/// Walks over the conditions of a pack.
namespace runready {

using VisitCondition = std::function<void(const Condition&)>;

/// Every condition that stands in the pack: gates, terms, rules, workouts, tips, the heart rate
/// and invariants, each whole.
void for_each_condition(const Pack& pack, const VisitCondition& visit);

/// Every test in a condition; terms are not looked into.
void for_each_test(const Condition& condition, const VisitCondition& visit);

/// Every term named in a condition; terms are not looked into.
void for_each_term(const Condition& condition, const std::function<void(TermId)>& visit);

/// The questions a condition reads, terms looked into, in the author's order; gates are not.
std::vector<QuestionId> questions_read(const Pack& pack, const Condition& condition);

}  // namespace runready
