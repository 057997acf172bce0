#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "runready/pack.hpp"
#include "text/json_value.hpp"
#include "text/json_writer.hpp"

/// Conditions to and from JsonLogic.
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

}  // namespace runready
