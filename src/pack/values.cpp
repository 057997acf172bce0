#include "pack/values.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "pack/texts.hpp"
#include "rules/condition_json.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

std::string range_words(Interval range) {
  return std::to_string(range.low) + " to " + std::to_string(range.high);
}

/// Whether a list may hold a word twice; exact for short ones, which nearly all are.
bool may_repeat(const std::vector<const JsonValue*>& words) {
  constexpr std::size_t kShort = 16;
  if (words.size() > kShort) return true;
  for (std::size_t i = 1; i < words.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (words[i]->string == words[j]->string) return true;
    }
  }
  return false;
}

/// Reports the words of a list that stand in it before, and takes them out.
void drop_repeated(Loading& in, std::vector<const JsonValue*>& words) {
  std::unordered_set<std::string_view> seen;
  std::erase_if(words, [&](const JsonValue* word) {
    if (seen.insert(word->string).second) return false;
    in.error("repeated-entry", word->span,
             in_backticks(word->string) + " stands in this list twice");
    return true;
  });
}

}  // namespace

JsonValue* member_of(JsonValue& json, std::string_view key) {
  const auto found = std::ranges::find(json.members, key, &JsonMember::key);
  return found != json.members.end() ? &found->value : nullptr;
}

const JsonMember* find_member(const JsonValue& json, std::string_view key) {
  const auto found = std::ranges::find(json.members, key, &JsonMember::key);
  return found != json.members.end() ? &*found : nullptr;
}

std::size_t count_values(const JsonValue& json) {
  std::size_t values = 1;
  for (const JsonValue& item : json.items) values += count_values(item);
  for (const JsonMember& member : json.members) values += count_values(member.value);
  return values;
}

bool expect(Loading& in, const JsonValue& json, JsonValue::Type type, std::string_view wanted) {
  if (json.type == type) return true;
  in.error("wrong-type", json.span,
           "expected " + std::string(wanted) + ", found " + describe(json));
  return false;
}

void read_text(Loading& in, JsonValue& json, std::string& into, std::size_t placeholders) {
  if (!expect(in, json, JsonValue::Type::string, "a text")) return;
  if (is_blank(json.string)) {
    in.error("empty-text", json.span, "this text is empty");
  } else {
    check_placeholders(in, json.span, json.string, placeholders);
  }
  into = std::move(json.string);
}

void read_boolean(Loading& in, const JsonValue& json, bool& into) {
  if (expect(in, json, JsonValue::Type::boolean, "`true` or `false`")) into = json.boolean;
}

std::optional<std::int32_t> read_integer(Loading& in, const JsonValue& json, Interval within) {
  if (!expect(in, json, JsonValue::Type::integer, "an integer")) return std::nullopt;
  if (json.integer >= within.low && json.integer <= within.high) {
    return static_cast<std::int32_t>(json.integer);
  }
  in.error("out-of-range", json.span,
           describe(json) + " is out of range, expected " + range_words(within));
  return std::nullopt;
}

std::optional<Interval> read_interval(Loading& in, const JsonValue& json, Interval within) {
  if (!expect(in, json, JsonValue::Type::array, "a list of two integers")) return std::nullopt;
  if (json.items.size() != 2) {
    in.error(
        "wrong-type", json.span,
        "expected a list of two integers, found " + std::to_string(json.items.size()) + " values");
    return std::nullopt;
  }
  const auto low = read_integer(in, json.items[0], within);
  const auto high = read_integer(in, json.items[1], within);
  if (!low || !high) return std::nullopt;
  if (*low <= *high) return Interval{*low, *high};
  in.error("out-of-range", json.span, "expected the lower of the two first",
           "write `[" + std::to_string(*high) + ", " + std::to_string(*low) + "]`");
  return Interval{*high, *low};
}

std::optional<std::size_t> read_name(Loading& in, const JsonValue& json,
                                     std::span<const std::string_view> names) {
  const auto is_known = [&](const JsonValue& value) {
    return std::ranges::count(names, std::string_view(value.string)) > 0;
  };
  if (json.type == JsonValue::Type::object && json.members.size() == 1 &&
      is_known(json.members[0].value)) {
    in.error("wrong-type", json.span, "expected a text, found " + describe(json),
             "write `\"" + json.members[0].value.string + "\"` alone");
    return std::nullopt;
  }
  if (!expect(in, json, JsonValue::Type::string, "a text")) return std::nullopt;
  const auto found = std::ranges::find(names, std::string_view(json.string));
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const auto is_level = [&](std::string_view any) {
    return recommendation_named(any) || referral_named(any);
  };
  const bool is_other_level = is_level(names.back()) && is_level(json.string);
  in.error("unknown-value", json.span, "unknown value " + in_backticks(json.string),
           is_other_level
               ? "that is a level of " +
                     std::string(recommendation_named(json.string) ? "`recommend`" : "`referral`")
               : in.suggest(json.string, names));
  return std::nullopt;
}

std::string help_for_level(std::string_view level, std::string_view before,
                           std::string_view after) {
  const bool is_referral = referral_named(level).has_value();
  const bool is_level = is_referral || recommendation_named(level);
  return std::string("write `{\"") + (is_referral ? "referral" : "recommend") +
         "\": " + std::string(before) + std::string(is_level ? level : "rest") +
         std::string(after) + "}`";
}

Condition read_condition(Loading& in, const JsonValue& json) {
  if (in.is_full()) return {};
  const auto find = [&](std::string_view name) -> std::optional<Named> {
    if (const auto question = in.questions.find(name)) return QuestionId{*question};
    if (const auto term = in.terms.find(name)) return TermId{*term};
    return std::nullopt;
  };
  return parse_condition(json, in.pack, find, in.diagnostics).value_or(Condition{});
}

std::vector<const JsonValue*> read_words(Loading& in, const JsonValue& json, Empty empty) {
  std::vector<const JsonValue*> words;
  if (json.type == JsonValue::Type::string) {
    in.error("wrong-type", json.span, "expected a list of texts, found " + describe(json),
             "write a list: " + in_backticks("[\"" + json.string + "\"]"));
  } else {
    expect(in, json, JsonValue::Type::array, "a list of texts");
  }
  if (json.type != JsonValue::Type::array) return words;
  if (json.items.empty() && empty == Empty::refused) {
    in.error("empty-list", json.span, "this list must not be empty");
  }
  words.reserve(json.items.size());
  for (const JsonValue& item : json.items) {
    if (expect(in, item, JsonValue::Type::string, "a text")) words.push_back(&item);
  }
  if (may_repeat(words)) drop_repeated(in, words);
  return words;
}

std::optional<std::uint32_t> read_reference(Loading& in, const JsonValue& json, const Ids& ids) {
  if (!expect(in, json, JsonValue::Type::string, "a text")) return std::nullopt;
  const auto index = ids.find(json.string);
  if (!index) {
    in.error("unknown-" + std::string(ids.kind()), json.span,
             "unknown " + std::string(ids.kind()) + " " + in_backticks(json.string),
             in.suggest(json.string, ids.all()));
  }
  return index;
}

std::vector<FactId> read_facts(Loading& in, const JsonValue& json, Empty empty) {
  std::vector<FactId> facts;
  for (const JsonValue* word : read_words(in, json, empty)) {
    if (const auto fact = in.facts.find(word->string)) {
      facts.push_back({*fact});
      continue;
    }
    const bool is_source = in.sources.find(word->string).has_value();
    const bool is_place = is_source || word->string.find("://") != std::string::npos;
    const std::string from = is_source ? word->string : "page";
    in.error("unknown-fact", word->span, "unknown fact " + in_backticks(word->string),
             !is_place
                 ? in.suggest(word->string, in.facts.all())
                 : std::string(is_source ? "that is a source" : "that is an address") +
                       ": rules cite facts. Write down what it says as one, " +
                       (is_source ? "" : "the address with its source, ") +
                       "and cite that: `\"facts\": [{\"id\": \"my-1\", \"text\": …, \"from\": "
                       "[\"" +
                       from + "\"], \"grade\": …}]`");
  }
  return facts;
}

void read_tags(Loading& in, const JsonValue& json, std::vector<std::string>& into) {
  for (const JsonValue* word : read_words(in, json, Empty::allowed)) {
    if (is_id(word->string)) {
      into.push_back(word->string);
    } else {
      in.error("bad-id", word->span, in_backticks(word->string) + " cannot be a tag",
               "small letters, digits, `-` and `_`; the `#` stands only where a tag is used");
    }
  }
}

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
