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
  Base(const Pack& pack, const Known& known, std::size_t node_budget);
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

/// A base cut down to what is known now. REQUIRES: base.serves(known).
class View {
 public:
  View(Base& base, const Known& known);

  const Pack& pack() const { return base_.pack(); }
  const Space& space() const { return base_.space(); }
  const Diagrams& diagrams() const { return base_.diagrams(); }

  Node recommendation() { return cut(base_.outcome().recommendation()); }
  Node referral() { return cut(base_.outcome().referral()); }
  Node offered(WorkoutId id) { return cut(base_.outcome().offered(id)); }
  /// Everything an outcome is: recommendation, referral and each workout offered.
  std::vector<Node> outcome();

  /// Whether a level stands for a reply that is not known yet.
  bool is_free(std::size_t level) const { return free_[level]; }

 private:
  Node cut(Node root) { return base_.diagrams().restrict(root, known_since_); }

  Base& base_;
  Cells known_since_;
  std::vector<bool> free_;
};

}  // namespace runready
