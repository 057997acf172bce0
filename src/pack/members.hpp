#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "pack/loading.hpp"
#include "pack/values.hpp"

/// The keys of an entry as a table, from which it is read and its keys are checked.
///
///     constexpr Member<Section> kMembers[] = {{"id", kRequired, nullptr},
///                                             {"title", kRequired, text<&Section::title>}};
namespace runready {

inline constexpr Presence kOptional = Presence::optional;
inline constexpr Presence kRequired = Presence::required;

template <class T>
struct Member {
  std::string_view key;
  Presence presence;
  void (*read)(Loading&, JsonValue&, T&);  ///< null: read elsewhere, since it depends on others
};

void report_unknown_key(Loading& in, const JsonMember& member, std::string_view what,
                        std::span<const Key> keys);
void report_missing_keys(Loading& in, const JsonValue& json, std::string_view what,
                         std::span<const Key> keys);

template <class T>
std::vector<Key> keys_of(std::span<const Member<T>> members) {
  std::vector<Key> keys;
  for (const Member<T>& member : members) keys.push_back({member.key, member.presence});
  return keys;
}

template <class T>
void list_keys(std::vector<KeyTable>& into, std::string_view what,
               std::span<const Member<T>> members) {
  into.push_back({what, keys_of(members)});
}

/// Reads the members of an object into `into`; unknown and missing ones are reported. `what` names
/// the object in messages: "a rule". False if it is no object.
template <class T>
bool read_members(Loading& in, JsonValue& json, std::string_view what,
                  std::span<const Member<T>> members, T& into) {
  if (!expect(in, json, JsonValue::Type::object, what)) return false;
  std::size_t required = 0;
  for (const Member<T>& member : members) required += member.presence == kRequired ? 1 : 0;
  for (JsonMember& told : json.members) {
    const Member<T>* member = nullptr;
    for (const Member<T>& candidate : members) {
      if (candidate.key == told.key) member = &candidate;
    }
    if (member == nullptr) {
      report_unknown_key(in, told, what, keys_of(members));
      continue;
    }
    if (member->presence == kRequired) --required;
    if (member->read != nullptr) member->read(in, told.value, into);
  }
  if (required > 0) report_missing_keys(in, json, what, keys_of(members));
  return true;
}

struct Limit {
  std::size_t most;
  std::string_view of;  ///< what is counted: "rules"
};

/// A kind of entry of which a pack holds a list.
template <class T>
struct Entries {
  std::string_view what;  ///< "a rule"
  std::span<const Member<T>> members;
  Limit limit;
  bool (*is_valid_id)(std::string_view);     ///< is_id or is_reference_id
  void (*finish)(Loading&, JsonValue&, T&);  ///< what depends on several members; may be null
};

/// The id of an entry, declared for number `index`; empty if it has none that can be used. One that
/// is taken cannot: what names it means the first entry.
std::string declare_id(Loading& in, const JsonValue& entry, Ids& ids, std::uint32_t index,
                       bool (*is_valid_id)(std::string_view));

/// Whether one more fits; reported, once, if not.
bool has_room(Loading& in, const JsonValue& entry, std::size_t count, Limit limit);

/// Where messages about a whole entry point: at its id if it has one.
Span span_of_entry(const JsonValue& entry);

/// Reads a list of entries behind those that are there. An entry that is no object is left out.
template <class T>
void read_entries(Loading& in, JsonValue& list, const Entries<T>& kind, Ids& ids,
                  std::vector<T>& into) {
  if (!expect(in, list, JsonValue::Type::array, "a list")) return;
  into.reserve(into.size() + std::min(list.items.size(), kind.limit.most));
  for (JsonValue& json : list.items) {
    if (in.is_full() || !has_room(in, json, into.size(), kind.limit)) return;
    T entry;
    const auto index = static_cast<std::uint32_t>(into.size());
    if (json.type == JsonValue::Type::object) {
      entry.id = declare_id(in, json, ids, index, kind.is_valid_id);
    }
    if (!read_members(in, json, kind.what, kind.members, entry)) continue;
    if constexpr (requires { entry.span; }) entry.span = span_of_entry(json);
    if constexpr (requires { entry.added; }) entry.added = in.is_added(span_of_entry(json));
    if (kind.finish != nullptr) kind.finish(in, json, entry);
    into.push_back(std::move(entry));
  }
}

template <class>
struct FieldOf;
template <class Struct, class Field>
struct FieldOf<Field Struct::*> {
  using Owner = Struct;
  using Value = Field;
};
template <auto kField>
using Owner = typename FieldOf<decltype(kField)>::Owner;
template <auto kField>
using Value = typename FieldOf<decltype(kField)>::Value;

template <class T>
struct Plain {
  using Type = T;
};
template <class T>
struct Plain<std::optional<T>> {
  using Type = T;
};

// Readers of one member, for tables.

template <auto kField>
void text(Loading& in, JsonValue& json, Owner<kField>& into) {
  read_text(in, json, into.*kField);
}

template <auto kField>
void boolean(Loading& in, JsonValue& json, Owner<kField>& into) {
  read_boolean(in, json, into.*kField);
}

template <auto kField, std::int32_t kLow, std::int32_t kHigh>
void integer(Loading& in, JsonValue& json, Owner<kField>& into) {
  if (const auto number = read_integer(in, json, {kLow, kHigh})) into.*kField = *number;
}

template <auto kField, std::int32_t kLow, std::int32_t kHigh>
void interval(Loading& in, JsonValue& json, Owner<kField>& into) {
  if (const auto range = read_interval(in, json, {kLow, kHigh})) into.*kField = *range;
}

/// One of the names of an enumeration, in the order of its values.
template <auto kField, const auto& kNames>
void name_of(Loading& in, JsonValue& json, Owner<kField>& into) {
  using Enum = typename Plain<Value<kField>>::Type;
  if (const auto place = read_name(in, json, kNames)) into.*kField = static_cast<Enum>(*place);
}

template <auto kField>
void condition(Loading& in, JsonValue& json, Owner<kField>& into) {
  into.*kField = read_condition(in, json);
}

/// Facts cited: at least one, or none.
template <auto kField>
void sources(Loading& in, JsonValue& json, Owner<kField>& into) {
  into.*kField = read_facts(in, json, Empty::refused);
}
template <auto kField>
void sources_if_any(Loading& in, JsonValue& json, Owner<kField>& into) {
  into.*kField = read_facts(in, json, Empty::allowed);
}

template <auto kField>
void tags(Loading& in, JsonValue& json, Owner<kField>& into) {
  read_tags(in, json, into.*kField);
}

}  // namespace runready
