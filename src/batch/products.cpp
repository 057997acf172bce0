#include "batch/products.hpp"

#include <algorithm>

#include "condition/visit.hpp"

namespace runready {

namespace {

Products all_pairs(const Products& left, const Products& right) {
  Products pairs;
  for (const Product& a : left) {
    for (const Product& b : right) {
      pairs.push_back(a);
      pairs.back().insert(pairs.back().end(), b.begin(), b.end());
    }
  }
  return pairs;
}

}  // namespace

Products ProductMaker::make(const Condition& condition, bool wanted) {
  return visit(
      condition,
      [&](Joined joined) {
        return joined.all == wanted ? multiply(joined.operands, wanted)
                                    : join(joined.operands, wanted);
      },
      [&](Negated negated) { return make(negated.operand, !wanted); },
      [&](NamedTerm term) { return Products(make_term(term.id, wanted)); },
      [&](const Condition& test) {
        return Products{{Literal{&test, wanted, 0}}};
      });
}

/// Each term once, however many conditions and terms read it.
const Products& ProductMaker::make_term(TermId term, bool wanted) {
  const Condition& when = pack_.terms[term.index].when;
  const Wanted key{&when, wanted};
  if (const auto made = terms_.find(key); made != terms_.end()) return made->second;
  Products products = make(when, wanted);
  if (products.size() > most_products_) products = derive(when, wanted, std::move(products));
  return terms_.emplace(key, std::move(products)).first->second;
}

/// One operand is enough.
Products ProductMaker::join(const std::vector<Condition>& operands, bool wanted) {
  Products joined;
  for (const Condition& operand : operands) {
    Products products = make(operand, wanted);
    std::move(products.begin(), products.end(), std::back_inserter(joined));
  }
  return joined;
}

/// All operands are needed.
Products ProductMaker::multiply(const std::vector<Condition>& operands, bool wanted) {
  struct Factor {
    const Condition* operand;
    Products products;
  };
  std::vector<Factor> factors;
  for (const Condition& operand : operands) {
    factors.push_back({&operand, make(operand, wanted)});
  }
  // The small ones first, so that the large ones are those replaced.
  std::stable_sort(factors.begin(), factors.end(), [](const Factor& a, const Factor& b) {
    return a.products.size() < b.products.size();
  });
  Products all = {{}};
  for (Factor& factor : factors) {
    if (factor.products.size() > 1 && all.size() * factor.products.size() > most_products_) {
      factor.products = derive(*factor.operand, wanted, std::move(factor.products));
    }
    all = all_pairs(all, factor.products);
  }
  return all;
}

/// The one product that says that the derived bit of these products is set.
Products ProductMaker::derive(const Condition& condition, bool wanted, Products products) {
  const Condition* named = &condition;
  while (named->kind == Condition::Kind::term) named = &pack_.terms[named->term.index].when;
  const auto [at, is_new] =
      numbers_.try_emplace(Wanted{named, wanted}, static_cast<std::uint32_t>(derived_.size()));
  if (is_new) derived_.push_back(std::move(products));
  return {{Literal{nullptr, true, at->second}}};
}

}  // namespace runready
