#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/assess.hpp"
#include "runready/assessment.hpp"
#include "runready/pack.hpp"

/// Running the cases of a pack: what they expect and do not get, and what they leave untested.
namespace runready {

/// Something a case expected and did not get.
struct Mismatch {
  std::string expected;  ///< "recommendation rest", "rule `bone-sign` fires"
  std::string got;
  std::string why;  ///< may be empty
};

struct CaseResult {
  std::size_t index = 0;  ///< in Pack::cases
  std::vector<Mismatch> mismatches;
};

/// Which cases test a rule. A near miss is a case that does not fire the rule but would if one
/// reply were another.
struct RuleCoverage {
  RuleId rule;
  std::vector<std::size_t> fired_by;  ///< indexes into Pack::cases
  std::vector<std::size_t> near_misses;
  /// Of a rule that no case fires: the case that comes nearest and what it would take there.
  std::optional<std::size_t> nearest;
  std::string would_take;
};

struct CasesReport {
  std::vector<CaseResult> cases;    ///< one each, in pack order
  std::vector<RuleCoverage> rules;  ///< one each, in pack order
  bool passed() const;
};

CasesReport run_cases(const Pack& pack);

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
