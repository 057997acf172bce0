#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "prove/compiled_pack.hpp"

/// What happens to an outcome when one variable takes another value, all else equal.
///
/// All else equal, two answers go through the same nodes until they come to the variable's level.
/// So a truth is never lost when the variable rises exactly if at every node of that level no
/// child lacks what the child before it has: one walk over a diagram tells it of all variables at
/// once.
///
/// What is marked `permits` stands outside the order: steps go past it, and it is not compared with
/// the default.
namespace runready {

/// One of the truths that caution makes hold: at least a recommendation, at least a referral, an
/// activity excluded.
struct Scale {
  MonotoneOn on = MonotoneOn::recommendation;
  std::optional<ActivityId> activity;  ///< of `exclusions`
  Node root = kFalse;
};

/// Two answers that differ in one reply, of which the second loses what the first has.
struct Fall {
  Scale scale;
  VariableId variable;
  Cells before;
  Cells after;
  std::size_t replies = 0;  ///< of `after`, other than the default
};

class Directions {
 public:
  explicit Directions(CompiledPack& pack);

  /// All scales of a kind: recommendations, referrals, or every activity that is ever excluded.
  const std::vector<Scale>& scales(MonotoneOn on);

  /// Whether one step of the variable in the direction of caution ever loses the truth.
  bool ever_falls(Node root, VariableId variable);
  /// Whether some value of the variable ever loses what its default has.
  bool ever_under_default(Node root, VariableId variable);

  /// The smallest example of a step in the direction of caution that gives less, where both answers
  /// lie within `where`.
  std::optional<Fall> smallest_fall(const Scale& scale, VariableId variable, Node where);
  /// The same of a value that gives less than the default.
  std::optional<Fall> smallest_under_default(const Scale& scale, VariableId variable, Node where);

 private:
  struct Found {
    std::vector<bool> falls;          ///< by level
    std::vector<bool> under_default;  ///< by level
  };

  std::vector<Scale> scales_of(MonotoneOn on);
  const Found& found_in(Node root);
  void look_at(Node node, Found& found);
  std::optional<Fall> compare(const Scale& scale, VariableId variable, std::uint32_t before,
                              std::uint32_t after, Node where);
  std::uint32_t level_of(VariableId variable) const;

  CompiledPack& pack_;
  std::map<MonotoneOn, std::vector<Scale>> scales_;
  /// By level, the cells in the direction of caution without those that are marked.
  std::vector<std::vector<std::uint32_t>> in_order_;
  std::map<Node, Found> found_;
};

}  // namespace runready
