#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "prove/compile.hpp"
#include "prove/diagram.hpp"
#include "prove/space.hpp"
#include "runready/assessment.hpp"
#include "runready/pack.hpp"
#include "runready/prove.hpp"

/// Which questions can be asked, and which of them could still matter: the outcome as diagrams over
/// what is still unknown (`View`).
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

/// A question as it is asked of a complaint, or of the runner.
Asked asked_about(const Pack& pack, QuestionId question, std::size_t complaint);

/// Who can be asked what, from what is known.
class Askable {
 public:
  /// Both are used for as long as this is.
  Askable(const Pack& pack, const Known& known);

  /// Every question that is not fully answered, in asking order: what is about the runner and the
  /// first complaint in the author's order, then what is about each further complaint.
  std::vector<Asked> unanswered() const;

  /// Those of them that are known to apply.
  std::vector<Asked> all() const;

  /// Those that can be asked of the questions that the gates of `wanted` wait for.
  std::vector<Asked> waited_for_by(const std::vector<Asked>& wanted) const;

 private:
  bool is_answered(const Asked& asked) const;
  bool is_open(const Asked& asked) const;

  const Pack& pack_;
  const Known& known_;
  std::vector<Replies> effective_;  ///< by complaint
};

/// Whether some reply to a question can still change the outcome.
///
/// Recommendation and referral depend on just the variables that their diagrams look at. Workouts
/// follow from the recommendation and from what is available: a variable on which the first does
/// not depend matters if there are answers where the recommendation is one the workout is for and
/// another value of the variable changes whether it is available. That spares the diagrams of
/// workouts offered, which are far larger than those of workouts available.
class Openness {
 public:
  explicit Openness(View& view);

  bool matters(const Asked& asked);
  Stakes stakes(const Asked& asked);

 private:
  std::vector<std::uint32_t> levels_of(const Asked& asked) const;
  bool reads(const std::vector<Node>& roots, const Asked& asked) const;
  bool changes_workouts(std::uint32_t level);
  std::vector<Node> changes(Node root, std::uint32_t level);

  View& view_;
  std::vector<Node> scales_;               ///< recommendations and referrals
  std::uint32_t first_ = kFree;            ///< the first level they look at
  std::optional<std::vector<bool>> read_;  ///< by level, whether they look at it
};

/// By question, those that a condition of the questions' gates reads, and theirs, the questions
/// themselves with them.
std::vector<bool> with_gates(const Pack& pack, const std::vector<QuestionId>& questions);

}  // namespace runready
