#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "prove/diagram.hpp"
#include "prove/space.hpp"
#include "runready/pack.hpp"

/// From conditions to diagrams (`Compiler`), and from them to the outcome of a pack
/// (`JointOutcome`).
namespace runready {

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

// The outcome of a pack as diagrams, of one complaint or of several joined: floors and referrals
// by their maximum, exclusions by union, workouts and tips offered only if every complaint lets
// them, then escalation. Each diagram is made when it is first asked for, and remembered when it
// is whole. A rule may take a quarter of the budget: one that needs more throws PartTooLarge, and
// so does another part of which half of the budget is not enough.
//
//     JointOutcome outcome(pack, compilers, diagrams);
//     if (outcome.at_least(Recommendation::rest) == kFalse) { ... nobody is told to rest ... }

/// The level so many steps more cautious.
template <class Level>
constexpr Level step(Level level, int by) {
  return static_cast<Level>(static_cast<int>(level) + by);
}

/// What the outcome is made of, each of which may be too large by itself.
struct OutcomePart {
  enum class Kind : std::uint8_t { rule, recommendation, referral, exclusion, workout, tip };
  Kind kind = Kind::rule;
  std::uint32_t index = 0;  ///< of the rule, level, activity, workout or tip
  friend auto operator<=>(const OutcomePart&, const OutcomePart&) = default;
};

/// One part is too large, whatever else is made.
struct PartTooLarge : BudgetExceeded {
  explicit PartTooLarge(OutcomePart which) : part(which) {}
  OutcomePart part;
};

/// A run of recommendations that follow each other.
struct Within {
  Recommendation first = Recommendation::run;
  Recommendation last = Recommendation::rest;
  bool contains(Recommendation level) const { return first <= level && level <= last; }
};

/// The runs that some of the levels make up.
std::vector<Within> runs_of(std::vector<Recommendation> levels);

/// The runs of recommendations that a workout or tip is for.
std::vector<Within> levels_of(const Pack& pack, WorkoutId id);
std::vector<Within> levels_of(const Pack& pack, TipId id);

class JointOutcome {
 public:
  /// One compiler a complaint. All three are used for as long as this is.
  JointOutcome(const Pack& pack, std::span<Compiler> complaints, Diagrams& diagrams);

  /// The outcome that remains of a whole one when some levels are fixed to a cell. `whole` is used
  /// for as long as this is.
  JointOutcome(JointOutcome& whole, Cells fixed);

  /// What is known to be too large throws at once from now on.
  void shun(OutcomePart part) { slot_of(part).is_shunned = true; }
  bool is_shunned(OutcomePart part) { return slot_of(part).is_shunned; }

  /// Whether a rule fires for some complaint.
  Node rule(RuleId id);
  /// Whether some rule that fires asks for that much; what is recommended after escalation.
  Node floor_at_least(Recommendation level);
  Node at_least(Recommendation level);
  Node at_least(Referral level);
  /// Whether it is more than that.
  Node above(Recommendation level);
  Node above(Referral level);

  /// `where` cut down to where the outcome is at least, or above, a level. Where little is left of
  /// all answers that takes little, while the whole truth is the largest thing there is.
  Node at_least(Recommendation level, Node where);
  Node at_least(Referral level, Node where);
  Node above(Recommendation level, Node where);
  Node above(Referral level, Node where);

  Node excluded(ActivityId id);
  /// Whether a workout is neither excluded nor barred, whatever is recommended; of a tip.
  Node available(WorkoutId id);
  Node allowed(TipId id);

  /// Where nothing is offered for a level, so that the next one is recommended instead.
  Node nothing_offered(Recommendation level);

  /// `where` cut down to where the recommendation lies in one of the runs.
  Node within(Node where, const std::vector<Within>& levels);

  /// `where` cut down to where a workout is offered, or a tip shown.
  Node offered(WorkoutId id, Node where = kTrue);
  Node shown(TipId id, Node where = kTrue);

 private:
  Node admitted(const std::optional<Condition>& when, const std::optional<Condition>& unless);
  template <class Level>
  Node some_ask(Level Rule::*asked, Level level, Node where);

  struct Slot {
    std::optional<Node> node;
    bool is_shunned = false;
  };
  using Slots = std::vector<Slot>;

  Slot& slot_of(OutcomePart part);
  template <class Make>
  Node part(OutcomePart part, Make make);

  const Pack& pack_;
  std::span<Compiler> complaints_;
  Diagrams& diagrams_;
  Cells fixed_;  ///< empty if nothing is
  Slots rules_, recommendations_, referrals_, excluded_, available_, allowed_;
  std::vector<std::optional<Node>> floors_, nothing_offered_;
};

}  // namespace runready
