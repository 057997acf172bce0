#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pack/loading.hpp"

/// Single values of pack entries, from JSON, and what they name: ids and `#tag`s resolved to
/// entries. Each reads what it can and reports what it cannot; texts are moved out of the JSON.
namespace runready {

/// The member of that key, to be moved from; null if there is none or `json` is no object.
JsonValue* member_of(JsonValue& json, std::string_view key);

/// The same with its key, to be looked at.
const JsonMember* find_member(const JsonValue& json, std::string_view key);

/// How many values a file, or all files together, may have: many files cost no more than one.
inline constexpr std::size_t kMaxValues = JsonLimits{}.values;

/// The value with all that are in it.
std::size_t count_values(const JsonValue& json);

/// Whether the value has that type; an error `wrong-type`, "expected `wanted`, found …", if not.
bool expect(Loading& in, const JsonValue& json, JsonValue::Type type, std::string_view wanted);

/// A text of more than blanks, with as many `{}` as there is something to put in, and nothing else
/// in braces: no runner is to read `{row}`.
void read_text(Loading& in, JsonValue& json, std::string& into, std::size_t placeholders = 0);

void read_boolean(Loading& in, const JsonValue& json, bool& into);

std::optional<std::int32_t> read_integer(Loading& in, const JsonValue& json, Interval within);

/// `[low, high]` within bounds.
std::optional<Interval> read_interval(Loading& in, const JsonValue& json, Interval within);

/// The place of a text in a closed set of names. Levels of the other scale, and bounds where a
/// level is meant, are told apart from what is merely wrong.
std::optional<std::size_t> read_name(Loading& in, const JsonValue& json,
                                     std::span<const std::string_view> names);

/// How to write an outcome where only a level of one of the scales stands: `{"recommend": …}`.
std::string help_for_level(std::string_view level, std::string_view before, std::string_view after);

/// The condition; an empty one, which reads nothing, if it is wrong.
Condition read_condition(Loading& in, const JsonValue& json);

enum class Empty : bool { refused, allowed };

/// The texts of a list, each once; others are reported and left out.
std::vector<const JsonValue*> read_words(Loading& in, const JsonValue& json, Empty empty);

/// The entry of that id; an error `unknown-<kind>` if there is none.
std::optional<std::uint32_t> read_reference(Loading& in, const JsonValue& json, const Ids& ids);

/// The entries a list of ids names.
template <class Id>
std::vector<Id> read_references(Loading& in, const JsonValue& json, const Ids& ids, Empty empty) {
  std::vector<Id> entries;
  for (const JsonValue* word : read_words(in, json, empty)) {
    if (const auto index = read_reference(in, *word, ids)) entries.push_back(Id{*index});
  }
  return entries;
}

/// The facts that something rests on.
std::vector<FactId> read_facts(Loading& in, const JsonValue& json, Empty empty);

/// Tags as entries carry them, without `#`.
void read_tags(Loading& in, const JsonValue& json, std::vector<std::string>& into);

// What rules, invariants and cases aim at by id or `#tag`, resolved to entries.

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
