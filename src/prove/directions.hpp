#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "prove/compiled_pack.hpp"

/// What happens to an outcome when one variable takes another value, all else equal.
///
/// That nothing is lost is proved rule by rule. A step loses a rule at a few answers, if at any:
/// the rules that fire there after the step make up for it, or an example shows that they do not.
/// That takes diagrams of rules, while a diagram of a whole outcome is the largest thing there is;
/// it is made only where something is lost and the smallest example is wanted.
///
/// What is marked `permits` stands outside the order: steps go past it, and it is not compared with
/// the default.
namespace runready {

/// One of the truths that caution makes hold: at least a recommendation, at least a referral, an
/// activity excluded.
struct Scale {
  MonotoneOn on = MonotoneOn::recommendation;
  std::uint32_t index = 0;  ///< of the level or activity
};

/// Two answers that differ in one reply, of which the second loses what the first has.
struct Fall {
  Scale scale;
  VariableId variable;
  Cells before;
  Cells after;
  std::size_t replies = 0;  ///< of `after`, other than the default
};

/// From one cell of a variable to another.
struct Step {
  std::uint32_t level = 0;
  std::uint32_t before = 0;
  std::uint32_t after = 0;
  friend auto operator<=>(const Step&, const Step&) = default;
};

/// Answers at which all of these hold. They are not joined before they must be: together they may
/// be large, and what they are joined with mostly is small.
using Where = std::vector<Node>;

class Directions {
 public:
  explicit Directions(CompiledPack& pack);

  /// All scales of a kind: recommendations, referrals, or every activity that is ever excluded.
  std::vector<Scale> scales(MonotoneOn on);
  Node root(const Scale& scale);

  /// The steps of a variable in the direction of caution; from its default to every other value.
  std::vector<Step> rises(VariableId variable) const;
  std::vector<Step> from_default(VariableId variable) const;

  /// Whether a step loses the truth somewhere in `where`.
  bool loses(const Scale& scale, const Step& step, const Where& where);

  /// The smallest example of it, if there is one. Both answers lie within `where`.
  std::optional<Fall> smallest(const Scale& scale, VariableId variable, const Step& step,
                               const Where& where);

  /// Where a step makes a workout available.
  Node made_available(WorkoutId id, const Step& step);

  /// Whether, of `where`, some answers lead to no more than a recommendation once the step is made.
  /// REQUIRES: `where` says nothing of the step's level.
  bool stays_within(Recommendation highest, const Step& step, Node where);

 private:
  /// What a step loses: where which rules cease to fire, and where something is offered for
  /// which nothing was, by level.
  struct Losses {
    std::vector<std::pair<RuleId, Node>> rules;
    std::vector<Node> stuck = std::vector<Node>(kRecommendationNames.size(), kFalse);
  };

  Node at(Node truth, std::uint32_t level, std::uint32_t cell);
  Cells only_at(std::uint32_t level, std::uint32_t cell) const;
  const std::vector<Node>& nodes_at(Node truth, std::uint32_t level);
  Node lost(Node truth, const Step& step);
  Node lost_within(Node truth, const Step& step, const Where& where);
  const Losses& losses(const Step& step, const Where& where);
  bool rules_lose(const std::function<bool(RuleId)>& counts, const Step& step,
                  const Losses& losses);
  std::function<bool(RuleId)> counting(const Scale& scale) const;
  Node fall(const Scale& scale, const Step& step, const Losses& losses);
  Node with_cell(Node where, std::uint32_t level, std::uint32_t cell);

  CompiledPack& pack_;
  /// By level, the cells in the direction of caution without those that are marked.
  std::vector<std::vector<std::uint32_t>> in_order_;
  std::vector<std::vector<RuleId>> looking_;  ///< by level, the rules that look at it
  std::vector<RuleId> too_large_;             ///< rules that are not looked at
  std::map<std::pair<Step, Where>, Losses> losses_;
  std::map<Node, std::vector<std::vector<Node>>> nodes_;  ///< of a truth, by level
};

}  // namespace runready
