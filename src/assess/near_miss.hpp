#pragma once

#include <vector>

#include "assess/judge.hpp"

namespace runready {

/// Finds out whether one other reply would make a rule fire. Made once for a rule, asked for many
/// replies.
class NearMiss {
 public:
  NearMiss(const Pack& pack, RuleId rule);

  /// Whether one variable having another value makes the rule true. REQUIRES: `replies` are
  /// complete, the rule is not true of them.
  bool is_near(const Replies& replies) const;

 private:
  struct Trial {
    VariableId variable;
    std::int32_t value;
  };

  void look_at(const Condition& condition);
  void add_trials(const Condition& test);
  bool holds(const Replies& replies) const;

  const Pack& pack_;
  const Rule& rule_;
  std::vector<bool> reads_term_;
  std::vector<bool> reads_gate_;  ///< by question
  std::vector<Trial> trials_;
};

}  // namespace runready
