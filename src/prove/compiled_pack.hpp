#pragma once

#include <optional>
#include <string>

#include "assess/judge.hpp"
#include "prove/compile.hpp"
#include "prove/diagram.hpp"
#include "prove/joint.hpp"
#include "prove/space.hpp"
#include "runready/prove.hpp"

/// A whole pack for one complaint of which nothing is known: what proofs are about.
namespace runready {

struct CompiledPack {
  CompiledPack(const Pack& of_pack, std::size_t node_budget);
  CompiledPack(const CompiledPack&) = delete;
  CompiledPack& operator=(const CompiledPack&) = delete;

  const Readings& readings() const { return space.readings.front(); }

  /// Where a variable is at its default.
  Node at_default(VariableId variable);
  /// Where a question's replies count as one answer: its gate is open, or it is at its default.
  Node counted_once();

  Verdict verdict_at(const Cells& cells) const;
  Counterexample example_at(const Cells& cells) const;

  const Pack& pack;
  Space space;
  Diagrams diagrams;
  Compiler compiler;
  JointOutcome outcome;
};

/// "recommendation run, referral see".
std::string outcome_words(const Verdict& verdict);

}  // namespace runready
