#include "batch/alternatives.hpp"

#include <algorithm>

#include "rules/condition.hpp"

namespace runready {

namespace {

Alternatives all_pairs(const Alternatives& left, const Alternatives& right) {
  Alternatives pairs;
  for (const Alternative& a : left) {
    for (const Alternative& b : right) {
      pairs.push_back(a);
      pairs.back().insert(pairs.back().end(), b.begin(), b.end());
    }
  }
  return pairs;
}

}  // namespace

Alternatives AlternativesMaker::make(const Condition& condition, bool wanted) {
  return visit(
      condition,
      [&](Joined joined) {
        return joined.all == wanted ? multiply(joined.operands, wanted)
                                    : join(joined.operands, wanted);
      },
      [&](Negated negated) { return make(negated.operand, !wanted); },
      [&](NamedTerm term) { return Alternatives(make_term(term.id, wanted)); },
      [&](const Condition& test) {
        return Alternatives{{Literal{&test, wanted, 0}}};
      });
}

/// Each term once, however many conditions and terms read it.
const Alternatives& AlternativesMaker::make_term(TermId term, bool wanted) {
  const Condition& when = pack_.terms[term.index].when;
  const Wanted key{&when, wanted};
  if (const auto made = terms_.find(key); made != terms_.end()) return made->second;
  Alternatives alternatives = make(when, wanted);
  if (alternatives.size() > most_alternatives_)
    alternatives = derive(when, wanted, std::move(alternatives));
  return terms_.emplace(key, std::move(alternatives)).first->second;
}

/// One operand is enough.
Alternatives AlternativesMaker::join(const std::vector<Condition>& operands, bool wanted) {
  Alternatives joined;
  for (const Condition& operand : operands) {
    Alternatives alternatives = make(operand, wanted);
    std::move(alternatives.begin(), alternatives.end(), std::back_inserter(joined));
  }
  return joined;
}

/// All operands are needed.
Alternatives AlternativesMaker::multiply(const std::vector<Condition>& operands, bool wanted) {
  struct Factor {
    const Condition* operand;
    Alternatives alternatives;
  };
  std::vector<Factor> factors;
  for (const Condition& operand : operands) {
    factors.push_back({&operand, make(operand, wanted)});
  }
  // The small ones first, so that the large ones are those replaced.
  std::stable_sort(factors.begin(), factors.end(), [](const Factor& a, const Factor& b) {
    return a.alternatives.size() < b.alternatives.size();
  });
  Alternatives all = {{}};
  for (Factor& factor : factors) {
    if (factor.alternatives.size() > 1 &&
        all.size() * factor.alternatives.size() > most_alternatives_) {
      factor.alternatives = derive(*factor.operand, wanted, std::move(factor.alternatives));
    }
    all = all_pairs(all, factor.alternatives);
  }
  return all;
}

/// The one alternative that says that the derived bit of these alternatives is set.
Alternatives AlternativesMaker::derive(const Condition& condition, bool wanted,
                                       Alternatives alternatives) {
  const Condition* named = &condition;
  while (named->kind == Condition::Kind::term) named = &pack_.terms[named->term.index].when;
  const auto [at, is_new] =
      numbers_.try_emplace(Wanted{named, wanted}, static_cast<std::uint32_t>(derived_.size()));
  if (is_new) derived_.push_back(std::move(alternatives));
  return {{Literal{nullptr, true, at->second}}};
}

}  // namespace runready
