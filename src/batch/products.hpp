#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "runready/pack.hpp"

/// Conditions multiplied out: alternatives ("products"), each a list of tests that must all hold.
///
/// `(a or b) and not c` becomes `a and not c`, `b and not c`. Kleene's logic is a distributive
/// lattice with De Morgan's laws, so a condition could be true exactly where one of its products
/// could be, unknown replies included. Only what is true of every lattice of that kind is used:
/// nothing is absorbed, and "a test and its opposite" stays, which is unknown and not false.
namespace runready {

/// One test of a product: of a variable, or of a bit derived beforehand (see `ProductMaker`).
struct Literal {
  const Condition* test = nullptr;  ///< a test of a pack's condition; null: the derived bit
  bool wanted = true;               ///< what the test must give
  std::uint32_t derived = 0;
};

using Product = std::vector<Literal>;
using Products = std::vector<Product>;

/// Makes products of the conditions of one pack, which must outlive what is made.
///
/// Multiplying can explode, so where a conjunction would have more than so many products, its
/// largest operands become derived bits: each is told by products of its own, which read derived
/// bits of smaller number only. So do terms with more. What is made stays linear in the pack.
class ProductMaker {
 public:
  static constexpr std::size_t kMostProducts = 16;

  explicit ProductMaker(const Pack& pack, std::size_t most_products = kMostProducts)
      : pack_(pack), most_products_(most_products) {}

  /// The products of "the condition has the wanted value".
  Products make(const Condition& condition, bool wanted);

  const std::vector<Products>& derived() const { return derived_; }

 private:
  using Wanted = std::pair<const Condition*, bool>;

  const Products& make_term(TermId term, bool wanted);
  Products join(const std::vector<Condition>& operands, bool wanted);
  Products multiply(const std::vector<Condition>& operands, bool wanted);
  Products derive(const Condition& condition, bool wanted, Products products);

  const Pack& pack_;
  std::size_t most_products_;
  std::vector<Products> derived_;
  std::map<Wanted, std::uint32_t> numbers_;  ///< of derived bits
  std::map<Wanted, Products> terms_;
};

}  // namespace runready
