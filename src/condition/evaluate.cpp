#include "condition/evaluate.hpp"

#include <algorithm>

namespace runready {

namespace {

Truth truth_of_test(const Condition& test, const Replies& replies) {
  const std::int32_t value = replies[test.variable];
  if (value == kUnknown) return Truth::unknown;
  return accepts(test, value) ? Truth::yes : Truth::no;
}

}  // namespace

Truth evaluate(const Condition& condition, const Replies& replies, const TermTruths& terms) {
  const auto truth_of = [&](const Condition& c) { return evaluate(c, replies, terms); };
  return visit(
      condition, [&](Joined joined) { return join(joined, truth_of); },
      [&](Negated negated) { return negate(truth_of(negated.operand)); },
      [&](NamedTerm term) { return terms[term.id.index]; },
      [&](const Condition& test) { return truth_of_test(test, replies); });
}

TermTruths evaluate_terms(const Pack& pack, const Replies& replies) {
  TermTruths terms(pack.terms.size(), Truth::unknown);
  for (const TermId id : pack.term_order) {
    terms[id.index] = evaluate(pack.terms[id.index].when, replies, terms);
  }
  return terms;
}

}  // namespace runready
