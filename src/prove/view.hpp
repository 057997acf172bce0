#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "prove/compile.hpp"
#include "prove/diagram.hpp"
#include "prove/joint.hpp"
#include "prove/space.hpp"
#include "runready/assessment.hpp"
#include "runready/pack.hpp"

/// The outcome as diagrams over what is still unknown.
namespace runready {

/// Diagrams made for what was known at one time. They serve for whatever is known later, as long
/// as nothing was taken back: more replies only cut them down.
class Base {
 public:
  Base(const Pack& pack, const Order& order, const Known& known, std::size_t node_budget);
  Base(const Base&) = delete;
  Base& operator=(const Base&) = delete;

  /// Whether all that was known then is known still.
  bool serves(const Known& known) const;

  const Pack& pack() const { return pack_; }
  const Space& space() const { return space_; }
  Diagrams& diagrams() { return diagrams_; }
  JointOutcome& outcome() { return outcome_; }

 private:
  const Pack& pack_;
  Answers known_then_;
  Space space_;
  Diagrams diagrams_;
  std::vector<Compiler> compilers_;
  JointOutcome outcome_;
};

/// A base cut down to what is known now: rule by rule, as less is left of each than of the outcome
/// of all, which is never made. REQUIRES: base.serves(known).
class View {
 public:
  View(Base& base, const Known& known);

  const Pack& pack() const { return base_.pack(); }
  const Space& space() const { return base_.space(); }
  Diagrams& diagrams() { return base_.diagrams(); }

  Node at_least(Recommendation level) { return outcome_.at_least(level); }
  Node at_least(Referral level) { return outcome_.at_least(level); }
  Node above(Recommendation level) { return outcome_.above(level); }
  bool may_fire(RuleId id) { return outcome_.rule(id) != kFalse; }
  Node available(WorkoutId id) { return outcome_.available(id); }

  /// "At least" for every level but the least.
  std::vector<Node> recommendations();
  std::vector<Node> referrals();

 private:
  Base& base_;
  JointOutcome outcome_;
};

}  // namespace runready
