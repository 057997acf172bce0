#pragma once

#include <vector>

#include "pack/values.hpp"

/// What rules, invariants and cases aim at by id or `#tag`, resolved to entries.
namespace runready {

/// The entries that have each tag. REQUIRES: `entries` outlive the result.
template <class T>
Tagged entries_by_tag(const std::vector<T>& entries) {
  Tagged tagged;
  for (std::uint32_t index = 0; index < entries.size(); ++index) {
    for (const std::string& tag : entries[index].tags) tagged[tag].push_back(index);
  }
  return tagged;
}

/// Activities by id or tag, sorted, each once.
std::vector<ActivityId> read_activities(Loading& in, const JsonValue& json, Empty empty);

/// Workouts by their own id, by activity or by tag of the activity. A name that stands for no
/// workout is an error, since none of none can be offered.
std::vector<Group<WorkoutId>> read_workout_groups(Loading& in, const JsonValue& json);

/// All workouts so named, sorted, each once.
std::vector<WorkoutId> read_workouts(Loading& in, const JsonValue& json);

/// Tips by id or tag.
std::vector<Group<TipId>> read_tip_groups(Loading& in, const JsonValue& json);

/// All tips so named, sorted, each once.
std::vector<TipId> read_tips(Loading& in, const JsonValue& json);

}  // namespace runready
