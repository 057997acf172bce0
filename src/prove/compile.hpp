#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "prove/diagram.hpp"
#include "prove/space.hpp"
#include "runready/pack.hpp"

/// From conditions to diagrams, for one complaint.
///
/// Gates are substituted: a question that does not apply reads as its default, so its test under
/// a gate is "the gate is open and the test holds, or it is shut and the test holds of the
/// default". What is known is substituted before anything is built, so a question about answers
/// half given costs half.
///
/// With readings that stay unknown a diagram says whether the condition *counts*: `if_unknown`
/// names the value that an unknown test takes (turned round under a negation), which is Kleene's
/// logic with its third value read as the harmful one.
namespace runready {

class Compiler {
 public:
  /// `pack`, `readings` and `diagrams` are used for as long as the compiler is.
  Compiler(const Pack& pack, const Readings& readings, Diagrams& diagrams);

  Node condition(const Condition& condition, bool if_unknown = true);

  /// Whether a question applies, or may apply.
  Node gate(QuestionId question);

 private:
  /// A term or a gate: what must be compiled before the conditions that read it.
  /// INVARIANT: both nodes are there, or neither: `BudgetExceeded` leaves nothing half made.
  struct Part {
    std::optional<Node> if_unknown[2];
    bool is_made() const { return if_unknown[true].has_value(); }
  };
  using PartId = std::size_t;  ///< terms first, then gates by question

  PartId part_of(TermId term) const { return term.index; }
  PartId part_of(QuestionId question) const { return pack_.terms.size() + question.index; }
  const Condition* condition_of(PartId part) const;
  std::vector<PartId> unmade_parts(const Condition& condition) const;
  void prepare(const Condition& condition);
  Part made(const Condition& condition);
  Node build(const Condition& condition, bool if_unknown);
  Node build_test(const Condition& test, bool if_unknown);
  Node build_open_test(const Condition& test, const Reading& reading, bool if_unknown);

  const Pack& pack_;
  const Readings& readings_;
  Diagrams& diagrams_;
  bool some_unknown_;
  std::vector<Part> parts_;
};

}  // namespace runready
