#pragma once

#include <optional>
#include <string_view>

#include "runready/condition.hpp"

/// The operators of conditions: what JsonLogic calls them and what they take.
namespace runready {

/// What an operator's operands are.
enum class Operands : std::uint8_t {
  conditions,      ///< a list of one or more
  condition,       ///< one, or a list of one
  equality,        ///< a question and a value
  order,           ///< an integer question and a number
  order_or_range,  ///< the same, or a number, an integer question and a number
  membership,      ///< an option and a multi-choice, or a choice and a list of options
  options,         ///< a multi-choice and a list of its options
  name             ///< the id of a question or term
};

struct Operator {
  std::string_view name;
  Operands operands;
  Condition::Kind kind;                  ///< what it makes
  std::optional<Condition::Kind> other;  ///< what it makes of its second form
};

/// A new operator is a row here.
inline constexpr Operator kOperators[] = {
    {"and", Operands::conditions, Condition::Kind::all_of, {}},
    {"or", Operands::conditions, Condition::Kind::any_of, {}},
    {"!", Operands::condition, Condition::Kind::negation, {}},
    {"==", Operands::equality, Condition::Kind::equal, {}},
    {"!=", Operands::equality, Condition::Kind::not_equal, {}},
    {"<", Operands::order_or_range, Condition::Kind::less, Condition::Kind::between},
    {"<=", Operands::order_or_range, Condition::Kind::less_equal,
     Condition::Kind::between_inclusive},
    {">", Operands::order, Condition::Kind::greater, {}},
    {">=", Operands::order, Condition::Kind::greater_equal, {}},
    {"in", Operands::membership, Condition::Kind::one_of, Condition::Kind::has_option},
    {"some", Operands::options, Condition::Kind::any_option, {}},
    {"var", Operands::name, Condition::Kind::term, Condition::Kind::holds},
};

/// The operator that makes conditions of a kind.
constexpr const Operator& operator_of(Condition::Kind kind) {
  const Operator* found = kOperators;
  while (found->kind != kind && found->other != kind) ++found;
  return *found;
}

}  // namespace runready
