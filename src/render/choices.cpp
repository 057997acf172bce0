#include "render/choices.hpp"

#include <algorithm>

namespace runready {

Choices choices(const Report& report) {
  const std::optional<std::vector<ActivityId>>& have = report.runner.have;
  const std::vector<WorkoutId>& offered = report.assessment.offered;
  if (!have) return {offered, true};
  Choices choices;
  for (const WorkoutId id : offered) {
    const ActivityId activity = report.pack.workouts[id.index].activity;
    const bool is_at_hand =
        activity == report.pack.running || std::ranges::binary_search(*have, activity);
    if (is_at_hand) choices.shown.push_back(id);
  }
  if (choices.shown.empty() && !offered.empty()) return {offered, false};
  return choices;
}

}  // namespace runready
