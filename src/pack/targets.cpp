#include "pack/targets.hpp"

#include <algorithm>

#include "text/backticks.hpp"

namespace runready {

namespace {

using Indexes = std::vector<std::uint32_t>;

void sort_once(Indexes& indexes) {
  std::ranges::sort(indexes);
  indexes.erase(std::unique(indexes.begin(), indexes.end()), indexes.end());
}

std::string_view tag_in(const JsonValue& word) {
  return word.string.starts_with('#') ? std::string_view(word.string).substr(1)
                                      : std::string_view{};
}

/// The entries with a tag; an error if there are none.
const Indexes* read_tag(Loading& in, const JsonValue& word, std::string_view kind,
                        const Tagged& tagged) {
  const auto found = tagged.find(tag_in(word));
  if (found != tagged.end()) return &found->second;
  std::vector<std::string_view> known;
  for (const auto& [tag, entries] : tagged) known.push_back(tag);
  std::ranges::sort(known);
  in.error("unknown-tag", word.span,
           "no " + std::string(kind) + " has the tag " + in_backticks(word.string),
           in.suggest(tag_in(word), known));
  return nullptr;
}

Indexes activities_named(Loading& in, const JsonValue& word) {
  if (word.string.starts_with('#')) {
    const Indexes* tagged = read_tag(in, word, "activity", in.activity_tags);
    return tagged != nullptr ? *tagged : Indexes{};
  }
  if (const auto index = read_reference(in, word, in.activities)) return {*index};
  return {};
}

Indexes workouts_of(const Loading& in, const Indexes& activities) {
  Indexes workouts;
  for (const std::uint32_t activity : activities) {
    const Indexes& own = in.workouts_of[activity];
    workouts.insert(workouts.end(), own.begin(), own.end());
  }
  sort_once(workouts);
  return workouts;
}

Indexes workouts_named(Loading& in, const JsonValue& word) {
  if (const auto workout = in.workouts.find(word.string)) return {*workout};
  if (word.string.starts_with('#') || in.activities.find(word.string)) {
    return workouts_of(in, activities_named(in, word));
  }
  std::vector<std::string_view> known = in.workouts.all();
  known.insert(known.end(), in.activities.all().begin(), in.activities.all().end());
  in.error("unknown-workout", word.span, "unknown workout or activity " + in_backticks(word.string),
           in.suggest(word.string, known));
  return {};
}

Indexes tips_named(Loading& in, const JsonValue& word) {
  if (word.string.starts_with('#')) {
    const Indexes* tagged = read_tag(in, word, "tip", in.tip_tags);
    return tagged != nullptr ? *tagged : Indexes{};
  }
  if (const auto index = read_reference(in, word, in.tips)) return {*index};
  return {};
}

template <class Id>
std::vector<Id> ids_from(const Indexes& indexes) {
  std::vector<Id> ids;
  for (const std::uint32_t index : indexes) ids.push_back(Id{index});
  return ids;
}

/// All entries that the words of a list name.
template <class Id>
std::vector<Id> read_all(Loading& in, const JsonValue& json, Empty empty,
                         Indexes (*named)(Loading&, const JsonValue&)) {
  Indexes all;
  for (const JsonValue* word : read_words(in, json, empty)) {
    const Indexes more = named(in, *word);
    all.insert(all.end(), more.begin(), more.end());
  }
  sort_once(all);
  return ids_from<Id>(all);
}

}  // namespace

std::vector<ActivityId> read_activities(Loading& in, const JsonValue& json, Empty empty) {
  return read_all<ActivityId>(in, json, empty, activities_named);
}

std::vector<Group<WorkoutId>> read_workout_groups(Loading& in, const JsonValue& json) {
  std::vector<Group<WorkoutId>> groups;
  for (const JsonValue* word : read_words(in, json, Empty::refused)) {
    const std::size_t mistakes = in.diagnostics.size();
    const Indexes workouts = workouts_named(in, *word);
    if (workouts.empty() && in.diagnostics.size() == mistakes) {
      in.error("no-workout", word->span, "there is no workout of " + in_backticks(word->string));
    }
    groups.push_back({word->string, ids_from<WorkoutId>(workouts)});
  }
  return groups;
}

std::vector<WorkoutId> read_workouts(Loading& in, const JsonValue& json) {
  return read_all<WorkoutId>(in, json, Empty::refused, workouts_named);
}

std::vector<Group<TipId>> read_tip_groups(Loading& in, const JsonValue& json) {
  std::vector<Group<TipId>> groups;
  for (const JsonValue* word : read_words(in, json, Empty::refused)) {
    groups.push_back({word->string, ids_from<TipId>(tips_named(in, *word))});
  }
  return groups;
}

std::vector<TipId> read_tips(Loading& in, const JsonValue& json) {
  return read_all<TipId>(in, json, Empty::refused, tips_named);
}

}  // namespace runready
