#pragma once

#include <optional>
#include <string>

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

  Recommendation recommendation_at(const Cells& cells);
  Referral referral_at(const Cells& cells);
  /// What some answers give, e.g. "recommendation run, referral see".
  std::string outcome_at(const Cells& cells);
  Counterexample example_at(const Cells& cells);

  const Pack& pack;
  Space space;
  Diagrams diagrams;
  Compiler compiler;
  JointOutcome outcome;
};

}  // namespace runready
