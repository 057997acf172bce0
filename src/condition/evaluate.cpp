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
  switch (condition.kind) {
    case Condition::Kind::all_of:
      return join(condition.operands, Truth::no, truth_of);
    case Condition::Kind::any_of:
      return join(condition.operands, Truth::yes, truth_of);
    case Condition::Kind::negation:
      return negate(truth_of(condition.operands.front()));
    case Condition::Kind::term:
      return terms[condition.term.index];
    default:
      return truth_of_test(condition, replies);
  }
}

TermTruths evaluate_terms(const Pack& pack, const Replies& replies) {
  TermTruths terms(pack.terms.size(), Truth::unknown);
  for (const TermId id : pack.term_order) {
    terms[id.index] = evaluate(pack.terms[id.index].when, replies, terms);
  }
  return terms;
}

}  // namespace runready
