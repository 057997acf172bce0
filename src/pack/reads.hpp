#pragma once

#include "condition/visit.hpp"
#include "runready/pack.hpp"

/// What a condition reads.
namespace runready {

/// Whether a condition reads a question about a complaint, itself or by a term.
/// REQUIRES: the terms it reads know whether they do.
inline bool reads_complaint(const Pack& pack, const Condition& condition) {
  bool reads = false;
  for_each_read(
      condition, [&](NamedTerm term) { reads |= pack.terms[term.id.index].reads_complaint; },
      [&](const Condition& test) {
        reads |= pack.question_of(test.variable).about == About::complaint;
      });
  return reads;
}

}  // namespace runready
