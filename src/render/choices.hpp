#pragma once

#include <vector>

#include "runready/render.hpp"

/// Which of the workouts offered a report shows.
namespace runready {

struct Choices {
  std::vector<WorkoutId> shown;  ///< in pack order
  bool at_hand = true;           ///< false: the runner has nothing for any of them
};

/// The workouts offered for which the runner has what it takes; if there are none, all that are
/// offered, since they name what would be allowed. Running needs nothing.
Choices choices(const Report& report);

}  // namespace runready
