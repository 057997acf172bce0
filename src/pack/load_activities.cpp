// What can be advised: activities, which of them are gentler than which, their workouts; tips, the
// feel check and the bar on heart-rate figures.

#include <algorithm>
#include <bitset>
#include <span>
#include <string>
#include <vector>

#include "pack/members.hpp"
#include "pack/names.hpp"
#include "pack/parts.hpp"
#include "pack/values.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

void read_order(Loading& in) {
  for (const Pending& told : in.gentler_than) {
    Activity& activity = in.pack.activities[told.index];
    activity.gentler_than = read_activities(in, *told.json, Empty::refused);
    for (const JsonValue& name : told.json->items) {
      activity.gentler_than_names.push_back(name.string);
    }
  }
}

/// Activities with each after all that it is gentler than; those on or behind a circle are left
/// out (Kahn's algorithm).
std::vector<ActivityId> gentlest_last(const std::vector<Activity>& activities) {
  std::vector<std::size_t> waits_for;
  std::vector<std::vector<ActivityId>> gentler(activities.size());
  std::vector<ActivityId> order;
  for (std::uint32_t a = 0; a < activities.size(); ++a) {
    waits_for.push_back(activities[a].gentler_than.size());
    for (const ActivityId than : activities[a].gentler_than) gentler[than.index].push_back({a});
    if (waits_for.back() == 0) order.push_back({a});
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const ActivityId next : gentler[order[i].index]) {
      if (--waits_for[next.index] == 0) order.push_back(next);
    }
  }
  return order;
}

void add_what_follows(std::vector<Activity>& activities, std::span<const ActivityId> order) {
  std::vector<std::bitset<kMaxEntries>> below(activities.size());
  for (const ActivityId id : order) {
    auto& gentler_than = activities[id.index].gentler_than;
    for (const ActivityId than : gentler_than) {
      below[id.index].set(than.index);
      below[id.index] |= below[than.index];
    }
    gentler_than.clear();
    for (std::uint32_t a = 0; a < activities.size(); ++a) {
      if (below[id.index].test(a)) gentler_than.push_back({a});
    }
  }
}

/// Goes from one activity without a place in the order to the next until one comes again.
void report_circle(Loading& in, std::span<const ActivityId> order) {
  std::vector<bool> placed(in.pack.activities.size(), false);
  for (const ActivityId id : order) placed[id.index] = true;
  const auto is_open = [&](ActivityId id) { return !placed[id.index]; };
  const auto first = static_cast<std::uint32_t>(std::ranges::find(placed, false) - placed.begin());
  std::vector<ActivityId> path = {{first}};
  auto begin = path.end();
  while (begin == path.end()) {
    const auto& than = in.pack.activities[path.back().index].gentler_than;
    path.push_back(*std::ranges::find_if(than, is_open));
    begin = std::find(path.begin(), path.end() - 1, path.back());
    if (begin == path.end() - 1) begin = path.end();
  }
  std::string circle;
  for (auto id = begin; id != path.end(); ++id) {
    circle += (id == begin ? "" : " → ") + in_backticks(in.pack.activities[id->index].id);
  }
  const auto told = std::ranges::find(in.gentler_than, begin->index, &Pending::index);
  in.error("circle", told->json->span, "these are gentler than each other in a circle: " + circle);
}

}  // namespace

void order_activities(Loading& in) {
  read_order(in);
  const std::vector<ActivityId> order = gentlest_last(in.pack.activities);
  if (order.size() < in.pack.activities.size()) return report_circle(in, order);
  add_what_follows(in.pack.activities, order);
}

// Activities and their workouts.

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

// Tips, the feel check and the bar on heart-rate figures.

namespace {

void tip_for(Loading& in, JsonValue& json, Tip& tip) {
  for (const JsonValue* word : read_words(in, json, Empty::refused)) {
    if (const auto place = read_name(in, *word, kRecommendationNames)) {
      tip.offered_for.push_back(static_cast<Recommendation>(*place));
    }
  }
}

constexpr Member<Tip> kTipMembers[] = {
    {"id", kRequired, nullptr},
    {"phase", kRequired, name_of<&Tip::phase, kPhaseNames>},
    {"tags", kOptional, tags<&Tip::tags>},
    {"for", kOptional, tip_for},
    {"when", kOptional, condition<&Tip::when>},
    {"unless", kOptional, condition<&Tip::unless>},
    {"text", kRequired, text<&Tip::text>},
    {"sources", kRequired, sources<&Tip::sources>},
};

/// Where it is rest nothing is begun that could be felt.
void finish_tip(Loading& in, JsonValue& json, Tip& tip) {
  const bool is_for_rest = tip.offered_for == std::vector{Recommendation::rest};
  if (tip.phase != Phase::feel_check || !is_for_rest) return;
  in.error("contradiction", json.find("for")->span,
           "the feel check is made while training, and where it is rest nobody trains",
           "name another recommendation, or take another `phase`");
}

constexpr Entries<Tip> kTips = {"a tip", kTipMembers, {kMaxEntries, "tips"}, is_id, finish_tip};

constexpr Member<FeelCheck> kFeelCheckMembers[] = {
    {"after_minutes", kRequired, integer<&FeelCheck::after_minutes, 1, 60>},
    {"sources", kOptional, sources_if_any<&FeelCheck::sources>},
};

constexpr Member<HeartRate> kHeartRateMembers[] = {
    {"unless", kRequired, condition<&HeartRate::unless>},
    {"sources", kOptional, sources_if_any<&HeartRate::sources>},
};

}  // namespace

void load_tips(Loading& in, JsonValue& json) {
  read_entries(in, json, kTips, in.tips, in.pack.tips);
}

void index_tips(Loading& in) { in.tip_tags = entries_by_tag(in.pack.tips); }

void load_feel_check(Loading& in, JsonValue& json) {
  read_members<FeelCheck>(in, json, "a feel check", kFeelCheckMembers, in.pack.feel_check);
}

void load_heart_rate(Loading& in, JsonValue& json) {
  read_members<HeartRate>(in, json, "`heart_rate`", kHeartRateMembers, in.pack.heart_rate);
}

void list_tip_keys(std::vector<KeyTable>& into) {
  list_keys<Tip>(into, "a tip", kTipMembers);
  list_keys<FeelCheck>(into, "a feel check", kFeelCheckMembers);
  list_keys<HeartRate>(into, "`heart_rate`", kHeartRateMembers);
}

}  // namespace runready
