#pragma once

#include <optional>
#include <span>
#include <vector>

#include "prove/compile.hpp"
#include "prove/diagram.hpp"
#include "runready/pack.hpp"

/// The outcome of a pack as diagrams, of one complaint or of several joined: floors and referrals
/// by their maximum, exclusions by union, workouts and tips offered only if every complaint lets
/// them, then escalation. Each diagram is made when it is first asked for.
///
///     JointOutcome outcome(pack, compilers, diagrams);
///     if (!diagrams.reaches(outcome.recommendation(), 3)) { ... nobody is told to rest ... }
namespace runready {

class JointOutcome {
 public:
  /// One compiler a complaint. All three are used for as long as this is.
  JointOutcome(const Pack& pack, std::span<Compiler> complaints, Diagrams& diagrams);

  Node rule(RuleId id);          ///< whether it fires for some complaint
  Node floor();                  ///< a Recommendation, before escalation
  Node recommendation();         ///< a Recommendation
  Node referral();               ///< a Referral
  Node excluded(ActivityId id);  ///< a truth
  Node available(WorkoutId id);  ///< neither excluded nor barred, whatever is recommended
  Node offered(WorkoutId id);    ///< available, and for the recommendation
  Node allowed(TipId id);        ///< not barred, whatever is recommended
  Node shown(TipId id);          ///< allowed, and for the recommendation

 private:
  Node is_for(const std::vector<Recommendation>& levels);
  Node escalate();
  Node nothing_offered(Recommendation level, Node where);
  Node admitted(const std::optional<Condition>& when, const std::optional<Condition>& unless);

  using Cache = std::vector<std::optional<Node>>;

  const Pack& pack_;
  std::span<Compiler> complaints_;
  Diagrams& diagrams_;
  Cache rules_, excluded_, available_, offered_, allowed_, shown_;
  std::optional<Node> floor_, recommendation_, referral_;
};

}  // namespace runready
