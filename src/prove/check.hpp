#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "prove/compiled_pack.hpp"
#include "runready/prove.hpp"

/// A pack under proof (`Proving`), and the parts of `check`, a file or more each.
namespace runready {

// A pack under proof, one subject after another.
//
// Diagrams that ran out of room make nothing more. So the pack is compiled anew for the next
// subject, and for the same one once more if others had filled the diagrams before it. A part of
// the outcome that is too large by itself is remembered: whatever needs it is not proved, at no
// further cost, and everything else is proved without it. All attempts together have the steps of
// one budget, which bounds the time it takes.

using Findings = std::vector<Finding>;

class Proving {
 public:
  /// `pack` is used for as long as this is.
  Proving(const Pack& pack, std::size_t node_budget);

  const Pack& pack() const { return pack_; }

  /// What `prove` finds with a compiled pack, of which it may keep nothing; or one finding that the
  /// subject is not proved, and why.
  Findings attempt(const std::string& check, const std::string& subject, Span span,
                   const std::function<Findings(CompiledPack&)>& prove);

  /// Calls `use` with a compiled pack; whether the budget was enough.
  bool attempt(const std::function<void(CompiledPack&)>& use);

  /// The parts that are too large by themselves, in the order in which they were come upon.
  const std::vector<OutcomePart>& too_large() const { return too_large_; }

  /// Made in all attempts.
  std::size_t nodes() const;

 private:
  /// Why an attempt failed: a part, or else the subject itself.
  struct Failure {
    std::optional<OutcomePart> part;
  };
  std::optional<Failure> try_to(const std::function<void(CompiledPack&)>& use);
  CompiledPack& compiled();
  std::size_t steps_taken() const;
  bool is_over() const { return steps_taken() >= most_steps_; }
  bool remember(OutcomePart part);

  const Pack& pack_;
  std::size_t node_budget_;
  std::size_t most_steps_;
  std::unique_ptr<CompiledPack> compiled_;
  std::size_t earlier_steps_ = 0;  ///< of compiled packs given up
  std::size_t earlier_nodes_ = 0;
  std::vector<OutcomePart> too_large_;
};

/// "rule `hurts`", "recommendation `rest`", "exclusion of `running`".
std::string part_words(const Pack& pack, OutcomePart part);

/// What is too large, for a report: with the rules that make it so and what they read.
TooLarge too_large(const Pack& pack, OutcomePart part);

// The parts of `check`, a file each. Every one says of each of its subjects what was found.

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

/// Where proofs come from. Whoever makes one answers for it: `check`, the build, and the memory of
/// an earlier `check` by the same program.
class Proofs {
 public:
  /// REQUIRES: what has that digest was proved. Of nothing if it is empty.
  static Proof of(std::string_view digest) {
    Proof proof;
    proof.digest_ = digest;
    return proof;
  }
};

}  // namespace runready
