#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "prove/compile.hpp"
#include "prove/diagram.hpp"
#include "prove/space.hpp"
#include "rules/assess.hpp"
#include "runready/answers.hpp"
#include "runready/pack.hpp"
#include "runready/prove.hpp"

/// A whole pack for one complaint of which nothing is known: what proofs are about. Beside it what
/// proofs are made with: covers by rules, and the smallest answers as an example.
namespace runready {

// From a point of the space of answers to answers a person could give.

/// The fewest replies that, with nothing else, mean the same as complete replies of one complaint:
/// those other than the default, those to questions that are never assumed, and what it takes
/// for every gate to be known open. Nothing behind a shut gate.
/// REQUIRES: every variable is known.
Answers smallest_answers(const Pack& pack, const Replies& complete);

class Directions;

struct CompiledPack {
  CompiledPack(const Pack& of_pack, std::size_t node_budget);
  ~CompiledPack();
  CompiledPack(const CompiledPack&) = delete;
  CompiledPack& operator=(const CompiledPack&) = delete;

  const Readings& readings() const { return space.readings.front(); }

  /// Where a variable is at its default.
  Node at_default(VariableId variable);
  /// Where a question's replies count as one answer: its gate is open, or it is at its default.
  Node counted_once();

  /// Where what stands behind a gate that reads the question is at its default if the gate is shut:
  /// a reply to the question and what else holds there can be told together. All of these hold.
  std::vector<Node> told_together(QuestionId question);

  /// In the order of the pack.
  std::vector<RuleId> rules_firing_at(const Cells& cells);

  /// What happens when one variable takes another value.
  Directions& directions();

  Verdict verdict_at(const Cells& cells) const;
  bool shows_at(TipId id, const Cells& cells) const;
  Counterexample example_at(const Cells& cells) const;

  const Pack& pack;
  Space space;
  Diagrams diagrams;
  Compiler compiler;
  JointOutcome outcome;

 private:
  /// Where the questions meant are at their default if their gate is shut.
  std::vector<Node> told_only_if_open(const std::function<bool(QuestionId)>& is_meant);

  /// Which rules can fire where: those that fire if all is at its default, and by level those that
  /// look at it. A rule that fires is one of the first or looks at a level that is not at its
  /// default, which spares a look at thousands of others. Rules too large for a diagram are looked
  /// at without one.
  struct RuleIndex {
    std::vector<RuleId> at_default;
    std::vector<std::vector<RuleId>> by_level;
    std::vector<RuleId> too_large;
  };
  RuleIndex index_rules();
  Evaluation evaluation_at(const Cells& cells) const;

  std::optional<RuleIndex> rule_index_;
  std::unique_ptr<Directions> directions_;
};

/// "recommendation run, referral see".
std::string outcome_words(const Verdict& verdict);

/// Whether some rules fire wherever something holds.
///
/// Joining all the rules first would make one large diagram of which next to nothing is looked at.
/// Instead: take the smallest answers that are left, see which rule fires there, and leave out
/// where it does; until nothing is left, or no rule fires. (Guess, check and refine: E. Clarke and
/// others, Counterexample-guided abstraction refinement, 2000.) Only rules that matter are used.
struct Cover {
  std::vector<RuleId> used;        ///< in order of use
  std::optional<Cells> uncovered;  ///< the smallest answers at which none of the rules fires
};

/// `counts` says of which rules it is asked. With `fixed` it is asked of the answers in `where`
/// with some levels at these cells instead. REQUIRES: then `where` says nothing of these levels.
/// With `before` only answers that are smaller are looked for.
Cover cover(CompiledPack& pack, Node where, const std::function<bool(RuleId)>& counts,
            const Cells& fixed = {}, const std::optional<Cells>& before = std::nullopt);

}  // namespace runready
