#pragma once

#include <string>
#include <vector>

#include "prove/proving.hpp"
#include "runready/prove.hpp"

/// The parts of `check`, a file each. Every one says of each of its subjects what was found.
namespace runready {

/// Invariants that say something of outcomes (`invariant`).
Findings check_outcome_invariants(Proving& proving);

/// What changes when one question changes: defaults give the least caution (`harmless-default`),
/// questions are monotone as declared (`caution`), and invariants that say so (`invariant`).
Findings check_directions(Proving& proving);

/// What every reply marked `permits` allows, and the rules it switches off (`permits`).
Findings check_permits(Proving& proving);

/// Whether nothing forbids what is gentler than what is allowed (`gentler`).
Findings check_gentler(Proving& proving);

/// Whether add-ons give nobody less than the pack they add to alone (`base`).
Findings check_base(Proving& proving);

/// Whether every rule can fire (`dead-rule`) and every outcome, workout, tip and wording of a text
/// is given to somebody (`unreachable`).
Findings check_reach(Proving& proving);

/// Whether every rule changes something for somebody (`no-effect`).
Findings check_effects(Proving& proving);

/// Whether something reads every term and question (`unused`).
Findings check_unused(const Pack& pack);

/// What was found, without an example.
Finding finding_of(Finding::Verdict verdict, std::string check, std::string subject, Span span,
                   std::string message = "");

}  // namespace runready
