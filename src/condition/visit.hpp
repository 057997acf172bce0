#pragma once

#include <type_traits>
#include <utility>

#include "runready/condition.hpp"

/// What a condition can be, said in one place. Whoever walks over conditions does it by these, so
/// that an operator with a new meaning does not compile until each of them says what it makes of
/// it.
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

}  // namespace runready
