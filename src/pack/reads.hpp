#pragma once

#include "runready/pack.hpp"

/// What a condition reads.
namespace runready {

/// Calls `visit` with every part of a condition that names a question or a term.
template <class Visit>
void for_each_read(const Condition& condition, const Visit& visit) {
  if (condition.kind == Condition::Kind::term || is_test(condition.kind)) {
    visit(condition);
    return;
  }
  for (const Condition& operand : condition.operands) for_each_read(operand, visit);
}

/// Whether a condition reads a question about a complaint, itself or by a term.
/// REQUIRES: the terms it reads know whether they do.
inline bool reads_complaint(const Pack& pack, const Condition& condition) {
  bool reads = false;
  for_each_read(condition, [&](const Condition& read) {
    reads |= read.kind == Condition::Kind::term
                 ? pack.terms[read.term.index].reads_complaint
                 : pack.question_of(read.variable).about == About::complaint;
  });
  return reads;
}

}  // namespace runready
