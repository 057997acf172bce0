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

/// What to write instead of a tag that nothing has: an id of that name, or the tags there are.
std::string help_for_tag(const Loading& in, const JsonValue& word, const Ids& ids,
                         const Tagged& tagged) {
  constexpr std::size_t kMostListed = 24;
  if (in.is_full()) return {};
  if (ids.find(tag_in(word))) return "write " + in_backticks(tag_in(word)) + ", which is an id";
  std::vector<std::string> tags;
  for (const auto& [tag, entries] : tagged) tags.push_back("#" + std::string(tag));
  std::ranges::sort(tags);
  const std::vector<std::string_view> known(tags.begin(), tags.end());
  std::string help = in.suggest(word.string, known);
  if (!help.empty() || tags.size() > kMostListed) return help;
  if (tags.empty()) return "give it to one: `\"tags\": [\"" + std::string(tag_in(word)) + "\"]`";
  help = "the tags are";
  for (const std::string_view tag : known) help += " " + in_backticks(tag);
  return help;
}

/// The entries with a tag; an error if there are none.
const Indexes* read_tag(Loading& in, const JsonValue& word, const Ids& ids, const Tagged& tagged) {
  const auto found = tagged.find(tag_in(word));
  if (found != tagged.end()) return &found->second;
  in.error("unknown-tag", word.span,
           "no " + std::string(ids.kind()) + " has the tag " + in_backticks(word.string),
           help_for_tag(in, word, ids, tagged));
  return nullptr;
}

/// Whether it is a tag without its `#`, which is reported.
bool lacks_hash(Loading& in, const JsonValue& word, const Ids& ids, const Tagged& tagged) {
  if (!tagged.contains(word.string)) return false;
  in.error("unknown-" + std::string(ids.kind()), word.span,
           in_backticks(word.string) + " is a tag and no " + std::string(ids.kind()),
           "write " + in_backticks("#" + word.string) + " for all that have it");
  return true;
}

Indexes named(Loading& in, const JsonValue& word, const Ids& ids, const Tagged& tagged) {
  if (word.string.starts_with('#')) {
    const Indexes* all = read_tag(in, word, ids, tagged);
    return all != nullptr ? *all : Indexes{};
  }
  if (const auto index = ids.find(word.string)) return {*index};
  if (!lacks_hash(in, word, ids, tagged)) read_reference(in, word, ids);
  return {};
}

Indexes activities_named(Loading& in, const JsonValue& word) {
  return named(in, word, in.activities, in.activity_tags);
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
  if (lacks_hash(in, word, in.activities, in.activity_tags)) return {};
  std::vector<std::string_view> known = in.workouts.all();
  known.insert(known.end(), in.activities.all().begin(), in.activities.all().end());
  in.error("unknown-workout", word.span, "unknown workout or activity " + in_backticks(word.string),
           in.suggest(word.string, known));
  return {};
}

Indexes tips_named(Loading& in, const JsonValue& word) {
  return named(in, word, in.tips, in.tip_tags);
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
