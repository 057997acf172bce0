#pragma once

#include <cstdint>
#include <vector>

#include "runready/diagnostic.hpp"
#include "runready/index.hpp"

/// A condition of a pack: a typed subset of JsonLogic over questions and terms, as a small tree.
///
/// Tests look at one variable each (see `Variable` in pack.hpp): a `bool`, `choice` or `integer`
/// question, or one option of a multi-choice question. On complete answers a condition has the
/// value any JsonLogic engine gives it; with unknown replies it is three-valued (Kleene).
namespace runready {

struct Condition {
  enum class Kind : std::uint8_t {
    all_of,            ///< `and`; one operand or more
    any_of,            ///< `or`; one operand or more
    any_option,        ///< `some`; one operand or more, each a `has_option` of one question
    negation,          ///< `!`; one operand
    term,              ///< `{"var": "<term>"}`
    holds,             ///< `{"var": "<bool question>"}`
    has_option,        ///< `{"in": ["option", {"var": "<multi-choice>"}]}`
    one_of,            ///< `{"in": [{"var": "<choice>"}, ["a", "b"]]}`; `values` are option indexes
    equal,             ///< `==`; one value
    not_equal,         ///< `!=`; one value
    less,              ///< `<`; one value
    less_equal,        ///< `<=`
    greater,           ///< `>`
    greater_equal,     ///< `>=`
    between,           ///< `{"<": [low, {"var": "q"}, high]}`; two values
    between_inclusive  ///< `{"<=": [low, {"var": "q"}, high]}`
  };

  Kind kind = Kind::all_of;
  TermId term;                       ///< for `term`
  VariableId variable;               ///< for tests
  std::vector<std::int32_t> values;  ///< for tests: bool 0/1, choice option index, integer value
  std::vector<Condition> operands;   ///< for `all_of`, `any_of`, `any_option`, `negation`
  Span span;                         ///< where it stands in the pack's files
};

/// Equal in meaning and shape; where the two stand in their files does not matter.
bool operator==(const Condition& a, const Condition& b);

/// Whether the condition looks at a variable itself (not at a term or at operands).
constexpr bool is_test(Condition::Kind kind) { return kind >= Condition::Kind::holds; }

/// Whether a test is true of a value of its variable. REQUIRES: is_test(test.kind).
bool accepts(const Condition& test, std::int32_t value);

}  // namespace runready
