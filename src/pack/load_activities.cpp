// Activities and their workouts.
#include <algorithm>

#include "pack/gentler.hpp"
#include "pack/members.hpp"
#include "pack/readers.hpp"
#include "pack/targets.hpp"
#include "text/backticks.hpp"

namespace runready {

namespace {

constexpr Member<Activity> kActivityMembers[] = {
    {"id", kRequired, nullptr},
    {"label", kRequired, text<&Activity::label>},
    {"tags", kOptional, tags<&Activity::tags>},
    {"gentler_than", kOptional, nullptr},  // once all activities and their tags are known
};

void finish_activity(Loading& in, JsonValue& json, Activity&) {
  if (const JsonValue* others = json.find("gentler_than")) {
    in.gentler_than.push_back({static_cast<std::uint32_t>(in.pack.activities.size()), others});
  }
}

constexpr Entries<Activity> kActivities = {
    "an activity", kActivityMembers, {kMaxEntries, "activities"}, is_id, finish_activity};

constexpr Member<Effort> kEffortMembers[] = {
    {"zone", kOptional, interval<&Effort::zone, 1, 5>},
    {"rpe", kOptional, interval<&Effort::rpe, 0, 10>},
    {"hr_max_percent", kOptional, interval<&Effort::hr_max_percent, 30, 100>},
    {"talk", kOptional, text<&Effort::talk>},
};

void workout_activity(Loading& in, JsonValue& json, Workout& workout) {
  const auto index = read_reference(in, json, in.activities);
  if (!index) return;
  workout.activity = ActivityId{*index};
  in.workouts_of[*index].push_back(static_cast<std::uint32_t>(in.pack.workouts.size()));
}

/// Rest offers no workout.
constexpr std::span<const std::string_view> kTrainingNames =
    std::span(kRecommendationNames).first(kRecommendationNames.size() - 1);

void workout_for(Loading& in, JsonValue& json, Workout& workout) {
  for (const JsonValue* word : read_words(in, json, Empty::refused)) {
    if (word->string == name(Recommendation::rest)) {
      in.error("rest-has-no-workout", word->span, "rest offers no workout");
    } else if (const auto place = read_name(in, *word, kTrainingNames)) {
      workout.offered_for.push_back(static_cast<Recommendation>(*place));
    }
  }
}

void workout_effort(Loading& in, JsonValue& json, Workout& workout) {
  read_members<Effort>(in, json, "an effort", kEffortMembers, workout.effort);
}

constexpr Member<Workout> kWorkoutMembers[] = {
    {"id", kRequired, nullptr},
    {"activity", kRequired, workout_activity},
    {"for", kRequired, workout_for},
    {"minutes", kRequired, interval<&Workout::minutes, 1, 600>},
    {"effort", kOptional, workout_effort},
    {"how", kRequired, text<&Workout::how>},
    {"when", kOptional, condition<&Workout::when>},
    {"unless", kOptional, condition<&Workout::unless>},
    {"sources", kRequired, sources<&Workout::sources>},
};

constexpr Entries<Workout> kWorkouts = {
    "a workout", kWorkoutMembers, {kMaxEntries, "workouts"}, is_id, nullptr};

constexpr std::string_view kRunning = "running";

}  // namespace

void load_activities(Loading& in, JsonValue& json) {
  read_entries(in, json, kActivities, in.activities, in.pack.activities);
}

void index_activities(Loading& in) {
  in.workouts_of.resize(in.pack.activities.size());
  in.activity_tags = entries_by_tag(in.pack.activities);
  if (const auto running = in.activities.find(kRunning)) in.pack.running = ActivityId{*running};
  order_activities(in);
}

void load_workouts(Loading& in, JsonValue& json) {
  read_entries(in, json, kWorkouts, in.workouts, in.pack.workouts);
}

void check_workout_names(Loading& in) {
  for (std::uint32_t index = 0; index < in.pack.workouts.size(); ++index) {
    const Workout& workout = in.pack.workouts[index];
    const auto activity = in.activities.find(workout.id);
    const auto is_other = [&](std::uint32_t other) { return other != index; };
    if (!activity || std::ranges::none_of(in.workouts_of[*activity], is_other)) continue;
    in.error("ambiguous-name", workout.span,
             in_backticks(workout.id) + " is also an activity, with other workouts",
             "give the workout another id: expectations name both");
  }
}

void list_activity_keys(std::vector<KeyTable>& into) {
  list_keys<Activity>(into, "an activity", kActivityMembers);
  list_keys<Effort>(into, "an effort", kEffortMembers);
  list_keys<Workout>(into, "a workout", kWorkoutMembers);
}

}  // namespace runready
