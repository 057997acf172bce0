#pragma once

#include <functional>
#include <type_traits>
#include <utility>
#include <vector>

#include "runready/assessment.hpp"
#include "runready/condition.hpp"
#include "runready/pack.hpp"

/// Conditions: what they can be, their truth over replies, and walks over them.
///
/// What a condition can be is said once, by `visit`. Whoever walks over conditions does it by that
/// or by what is made of it here, so that an operator with a new meaning does not compile until
/// each of them says what it makes of it.
///
///     bool is_flat(const Condition& condition) {
///       return visit(
///           condition, [](Joined) { return false; }, [](Negated) { return false; },
///           [](NamedTerm) { return true; }, [](const Condition& /*test*/) { return true; });
///     }
namespace runready {

/// Conditions all of which (`and`) or one of which (`or`, `some`) has to be true.
struct Joined {
  bool all;
  const std::vector<Condition>& operands;
};

struct Negated {
  const Condition& operand;
};

struct NamedTerm {
  TermId id;
  const Span& span;
};

template <class... Cases>
struct OneOfCases : Cases... {
  using Cases::operator()...;
};

/// What the one of `cases` returns that takes what the condition is: a `Joined`, a `Negated`, a
/// `NamedTerm` or, where it is a test, the `const Condition&` itself.
template <class... Cases>
auto visit(const Condition& condition, Cases... cases) {
  const OneOfCases<Cases...> take{std::move(cases)...};
  using Result =
      std::common_type_t<decltype(take(std::declval<Joined>())),
                         decltype(take(std::declval<Negated>())),
                         decltype(take(std::declval<NamedTerm>())), decltype(take(condition))>;
  using Kind = Condition::Kind;
  switch (condition.kind) {
    case Kind::all_of:
      return static_cast<Result>(take(Joined{true, condition.operands}));
    case Kind::any_of:
    case Kind::any_option:
      return static_cast<Result>(take(Joined{false, condition.operands}));
    case Kind::negation:
      return static_cast<Result>(take(Negated{condition.operands.front()}));
    case Kind::term:
      return static_cast<Result>(take(NamedTerm{condition.term, condition.span}));
    case Kind::holds:
    case Kind::has_option:
    case Kind::one_of:
    case Kind::equal:
    case Kind::not_equal:
    case Kind::less:
    case Kind::less_equal:
    case Kind::greater:
    case Kind::greater_equal:
    case Kind::between:
    case Kind::between_inclusive:
      break;
  }
  return static_cast<Result>(take(condition));
}

/// Calls `on_term` with every term and `on_test` with every test that a condition names, in order.
/// Terms are not looked into.
template <class OnTerm, class OnTest>
void for_each_read(const Condition& condition, const OnTerm& on_term, const OnTest& on_test) {
  visit(
      condition,
      [&](Joined joined) {
        for (const Condition& operand : joined.operands) for_each_read(operand, on_term, on_test);
      },
      [&](Negated negated) { for_each_read(negated.operand, on_term, on_test); },
      [&](NamedTerm term) { on_term(term); }, [&](const Condition& test) { on_test(test); });
}

template <class OnTest>
void for_each_test(const Condition& condition, const OnTest& on_test) {
  for_each_read(
      condition, [](NamedTerm) {}, on_test);
}

template <class OnTerm>
void for_each_term(const Condition& condition, const OnTerm& on_term) {
  for_each_read(condition, on_term, [](const Condition&) {});
}

// Conditions over replies some of which are unknown: Kleene's three-valued logic.

constexpr Truth negate(Truth t) {
  return t == Truth::unknown ? t : t == Truth::yes ? Truth::no : Truth::yes;
}

/// Of operands in order: the first that decides (`no` where all have to be true, else `yes`) does;
/// else anything unknown leaves the whole unknown.
template <class TruthOf>
Truth join(Joined joined, const TruthOf& truth_of) {
  const Truth decisive = joined.all ? Truth::no : Truth::yes;
  Truth whole = negate(decisive);
  for (const Condition& operand : joined.operands) {
    const Truth truth = truth_of(operand);
    if (truth == decisive) return decisive;
    if (truth == Truth::unknown) whole = Truth::unknown;
  }
  return whole;
}

/// Terms by index, as far as they are evaluated.
using TermTruths = std::vector<Truth>;

/// REQUIRES: every term that the condition reads stands in `terms`; `replies` has gates applied
/// (see gates.hpp) and is of the pack's size.
Truth evaluate(const Condition& condition, const Replies& replies, const TermTruths& terms);

/// All terms of a pack.
TermTruths evaluate_terms(const Pack& pack, const Replies& replies);

// What a condition reads.

/// Whether a condition reads a question about a complaint, itself or by a term.
/// REQUIRES: the terms it reads know whether they do.
inline bool reads_complaint(const Pack& pack, const Condition& condition) {
  bool reads = false;
  for_each_read(
      condition, [&](NamedTerm term) { reads |= pack.terms[term.id.index].reads_complaint; },
      [&](const Condition& test) {
        reads |= pack.question_of(test.variable).about == About::complaint;
      });
  return reads;
}

// Walks over the conditions of a pack.

using VisitCondition = std::function<void(const Condition&)>;

/// Every condition that stands in the pack: gates, terms, rules, workouts, tips, the heart rate
/// and invariants, each whole.
void for_each_condition(const Pack& pack, const VisitCondition& visit);

/// The variables a condition reads, terms looked into, in the author's order; gates are not.
std::vector<VariableId> variables_read(const Pack& pack, const Condition& condition);

/// The questions of these.
std::vector<QuestionId> questions_read(const Pack& pack, const Condition& condition);

}  // namespace runready
