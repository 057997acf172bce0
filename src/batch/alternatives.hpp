#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "runready/pack.hpp"

/// Conditions multiplied out: alternatives ("alternatives"), each a list of tests that must all
/// hold.
///
/// `(a or b) and not c` becomes `a and not c`, `b and not c`. Kleene's logic is a distributive
/// lattice with De Morgan's laws, so a condition could be true exactly where one of its
/// alternatives could be, unknown replies included. Only what is true of every lattice of that kind
/// is used: nothing is absorbed, and "a test and its opposite" stays, which is unknown and not
/// false.
namespace runready {

/// One test of a alternative: of a variable, or of a bit derived beforehand (see
/// `AlternativesMaker`).
struct Literal {
  const Condition* test = nullptr;  ///< a test of a pack's condition; null: the derived bit
  bool wanted = true;               ///< what the test must give
  std::uint32_t derived = 0;
};

using Alternative = std::vector<Literal>;
using Alternatives = std::vector<Alternative>;

/// Makes alternatives of the conditions of one pack, which must outlive what is made.
///
/// Multiplying can explode, so where a conjunction would have more than so many alternatives, its
/// largest operands become derived bits: each is told by alternatives of its own, which read
/// derived bits of smaller number only. So do terms with more. What is made stays linear in the
/// pack.
class AlternativesMaker {
 public:
  static constexpr std::size_t kMostAlternatives = 16;

  explicit AlternativesMaker(const Pack& pack, std::size_t most_alternatives = kMostAlternatives)
      : pack_(pack), most_alternatives_(most_alternatives) {}

  /// The alternatives of "the condition has the wanted value".
  Alternatives make(const Condition& condition, bool wanted);

  const std::vector<Alternatives>& derived() const { return derived_; }

 private:
  using Wanted = std::pair<const Condition*, bool>;

  const Alternatives& make_term(TermId term, bool wanted);
  Alternatives join(const std::vector<Condition>& operands, bool wanted);
  Alternatives multiply(const std::vector<Condition>& operands, bool wanted);
  Alternatives derive(const Condition& condition, bool wanted, Alternatives alternatives);

  const Pack& pack_;
  std::size_t most_alternatives_;
  std::vector<Alternatives> derived_;
  std::map<Wanted, std::uint32_t> numbers_;  ///< of derived bits
  std::map<Wanted, Alternatives> terms_;
};

}  // namespace runready
