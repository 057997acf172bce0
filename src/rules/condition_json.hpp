#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "json/json_value.hpp"
#include "json/json_writer.hpp"
#include "runready/condition.hpp"
#include "runready/pack.hpp"

/// Conditions to and from JsonLogic: the table of operators, and both ways.
///
///     if (auto when = parse_condition(*json.find("when"), pack, diagnostics)) { … }
namespace runready {

/// The condition in `json`; nothing, with diagnostics, if it is not one. Names are looked up in
/// `pack`, of which questions, variables and the ids of terms must be there already. Mistakes have
/// the codes `not-a-condition`, `unknown-operator`, `unknown-name`, `unknown-option`, `wrong-type`,
/// `out-of-range`, `empty-list`, `duplicate-option`, `nested-var`.
std::optional<Condition> parse_condition(const JsonValue& json, const Pack& pack,
                                         Diagnostics& diagnostics);

/// A question or a term.
using Named = std::variant<QuestionId, TermId>;
using FindName = std::function<std::optional<Named>(std::string_view)>;

/// The same for whoever reads thousands of conditions and has an index of the names.
std::optional<Condition> parse_condition(const JsonValue& json, const Pack& pack,
                                         const FindName& find, Diagnostics& diagnostics);

enum class Terms : bool { by_name, inlined };

/// Writes a condition as JsonLogic that parses back to an equal one (with terms by name) or that
/// any JsonLogic engine evaluates (terms inlined). REQUIRES: by name, or can_inline_terms.
void write_condition(JsonWriter& out, const Condition& condition, const Pack& pack, Terms terms);

/// Which conditions stay of a size fit to write once each term in them is replaced by its own
/// condition, and so on: terms that share terms can grow without bound. Made once for a pack.
class InlinedSizes {
 public:
  /// REQUIRES: `pack.term_order` is there.
  explicit InlinedSizes(const Pack& pack);

  /// At most 4,096 tests, nested at most 500 deep.
  bool fits(const Condition& condition) const;

  /// Its tests, terms inlined; of too many only that.
  std::size_t tests(const Condition& condition) const { return size_of(condition).tests; }

 private:
  struct Size {
    std::size_t tests = 0;
    std::size_t depth = 0;
  };

  Size size_of(const Condition& condition) const;

  std::vector<Size> terms_;
};

/// The same of one condition.
bool can_inline_terms(const Condition& condition, const Pack& pack);

// The operators of conditions: what JsonLogic calls them and what they take.

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

// Phrases of the messages about conditions.

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
