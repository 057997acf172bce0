#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runready/render.hpp"

/// A workout in the words of a report.
namespace runready {

struct SessionWords {
  std::string title;       ///< "Light seated cycling, 30 to 40 minutes"
  std::string effort;      ///< in plain words; may be empty
  std::string heart_rate;  ///< may be empty
  std::string how;
  std::vector<FactId> sources;
};

SessionWords session_words(const Report& report, WorkoutId id);

/// Beats a minute between which an effort lies, from the maximum of the runner's config or, at 18
/// to 75 years, estimated from the age; nothing where neither is known or figures are not allowed.
std::optional<Interval> heart_rate(const Report& report, const Effort& effort);

}  // namespace runready
