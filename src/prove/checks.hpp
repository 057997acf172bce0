#pragma once

#include <functional>
#include <string>
#include <vector>

#include "prove/compiled_pack.hpp"
#include "runready/prove.hpp"

/// The parts of `check`, a file each. Every one says of each of its subjects what was found.
namespace runready {

using Findings = std::vector<Finding>;

/// Invariants that say something of outcomes (`invariant`).
Findings check_outcome_invariants(CompiledPack& pack);

/// What changes when one question changes: defaults give the least caution (`harmless-default`),
/// questions are monotone as declared (`caution`), and invariants that say so (`invariant`).
Findings check_directions(CompiledPack& pack);

/// Whether every rule can fire (`dead-rule`) and every outcome, workout and tip is given to
/// somebody (`unreachable`).
Findings check_reach(CompiledPack& pack);

/// Whether every rule changes something for somebody (`no-effect`).
Findings check_effects(CompiledPack& pack);

/// Whether something reads every term and question (`unused`).
Findings check_unused(const Pack& pack);

/// What was found, without an example.
Finding finding_of(Finding::Verdict verdict, std::string check, std::string subject, Span span,
                   std::string message = "");

/// Calls `prove_one`, and makes of a budget that ran out a finding of its own.
Findings within_budget(const std::string& check, const std::string& subject, Span span,
                       const std::function<Findings()>& prove_one);

}  // namespace runready
