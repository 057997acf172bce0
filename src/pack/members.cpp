#include "pack/members.hpp"

#include <algorithm>

#include "text/words.hpp"

namespace runready {

namespace {

/// Keys that authors take from one kind of entry to another, and what to do instead.
struct Habit {
  std::string_view key;
  std::string_view what;  ///< the entry; empty for all
  std::string_view help;
};

constexpr Habit kHabits[] = {
    {"when", "an invariant", "did you mean `for_all`?"},
    {"unless", "an invariant", R"(write it into `for_all`: `{"and": [{…}, {"!": {…}}]}`)"},
    {"unless", "", R"(write it into `when`: `{"and": [{…}, {"!": {…}}]}`)"},
    {"fires_not", "an expectation", "did you mean `not`?"},
};

std::string help_for_key(const Loading& in, std::string_view told, std::string_view what,
                         std::span<const std::string_view> known) {
  for (const Habit& habit : kHabits) {
    if (habit.key == told && (habit.what.empty() || habit.what == what)) {
      return std::string(habit.help);
    }
  }
  if (what == "an outcome" && (recommendation_named(told) || referral_named(told))) {
    return help_for_level(told, R"({"at_least": ")", R"("})");
  }
  constexpr std::size_t kFew = 4;
  for (const std::string_view key : known) {
    const bool is_longer = told.starts_with(key) && key.size() >= kFew;
    const bool is_shorter = key.starts_with(told) && told.size() >= kFew;
    if (is_longer || is_shorter) return "did you mean " + in_backticks(key) + "?";
  }
  return in.suggest(told, known);
}

}  // namespace

void report_unknown_key(Loading& in, const JsonMember& member, std::string_view what,
                        std::span<const Key> keys) {
  std::vector<std::string_view> known;
  for (const Key& key : keys) known.push_back(key.name);
  in.error("unknown-key", member.key_span,
           std::string(what) + " has no key " + in_backticks(member.key),
           help_for_key(in, member.key, what, known));
}

void report_missing_keys(Loading& in, const JsonValue& json, std::string_view what,
                         std::span<const Key> keys) {
  for (const Key& key : keys) {
    if (key.presence == kOptional || json.find(key.name) != nullptr) continue;
    in.error("missing-key", span_of_entry(json),
             std::string(what) + " needs `" + std::string(key.name) + "`");
  }
}

std::string declare_id(Loading& in, const JsonValue& entry, Ids& ids, std::uint32_t index,
                       bool (*is_valid_id)(std::string_view)) {
  const JsonValue* id = entry.find("id");
  if (id == nullptr || !expect(in, *id, JsonValue::Type::string, "a text")) return {};
  if (!is_valid_id(id->string)) {
    const bool is_address = id->string.find("://") != std::string::npos;
    in.error("bad-id", id->span, in_backticks(id->string) + " cannot be an id",
             is_address             ? "give it a short name; the address goes into `url`"
             : is_valid_id == is_id ? std::string(kIdRule)
                                    : std::string(kReferenceIdRule));
    return {};
  }
  if (const auto earlier = ids.declare(id->string, index, id->span)) {
    in.error("duplicate-id", id->span,
             "duplicate " + std::string(ids.kind()) + " id " + in_backticks(id->string),
             "the first stands at " + in.place(*earlier));
    return {};
  }
  return id->string;
}

Span span_of_entry(const JsonValue& entry) {
  const JsonValue* id = entry.find("id");
  return id != nullptr ? id->span : Span{entry.span.file, entry.span.begin, entry.span.begin + 1};
}

bool has_room(Loading& in, const JsonValue& entry, std::size_t count, Limit limit) {
  if (count < limit.most) return true;
  in.error("too-many", span_of_entry(entry),
           "at most " + std::to_string(limit.most) + " " + std::string(limit.of) + " are allowed");
  return false;
}

}  // namespace runready
