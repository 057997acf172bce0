#pragma once

#include <optional>
#include <span>
#include <vector>

#include "rules/condition.hpp"
#include "runready/assessment.hpp"

/// What a rule means. Rules to an outcome: floors joined, workouts offered, escalation. `assess`
/// goes the whole way from answers to an assessment.
namespace runready {

/// Terms and rules of a pack on the replies of one complaint.
struct Evaluation {
  Replies replies;  ///< gates applied
  TermTruths terms;
  std::vector<Truth> rules;
};

/// REQUIRES: `effective` has gates applied.
Evaluation evaluate_rules(const Pack& pack, Replies effective);

/// How what is unknown counts: as if it were harmless, or as if it were not.
enum class Unknowns : bool { harmless, harmful };

/// Whether a truth counts as true where true is the harmful value.
bool counts(Truth truth, Unknowns unknowns);

/// Whether `when` holds and `unless` does not, for every complaint.
bool is_offered(const std::optional<Condition>& when, const std::optional<Condition>& unless,
                std::span<const Evaluation> complaints, Unknowns unknowns);

struct Verdict {
  Recommendation floor = Recommendation::run;
  Recommendation recommendation = Recommendation::run;
  Referral referral = Referral::none;
  std::vector<bool> excluded;      ///< by activity
  std::vector<WorkoutId> offered;  ///< in pack order
};

/// The joint outcome of all complaints. REQUIRES: `complaints` is not empty.
Verdict judge(const Pack& pack, std::span<const Evaluation> complaints, Unknowns unknowns);

}  // namespace runready
