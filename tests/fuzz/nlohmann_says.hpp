// What nlohmann/json makes of a text by itself: what our value with places is compared with.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "json/json_value.hpp"

namespace runready::fuzz {

using Theirs = nlohmann::ordered_json;

/// Nothing if it is no JSON to them. A zero byte ends a text for them.
/// REQUIRES: no zero byte.
inline std::optional<Theirs> nlohmann_says(std::string_view text) {
  auto value = Theirs::parse(text.begin(), text.end(), nullptr, false);
  if (value.is_discarded()) return std::nullopt;
  return value;
}

bool is_same(const JsonValue& ours, const Theirs& theirs);

inline bool is_same_number(const JsonValue& ours, const Theirs& theirs) {
  if (!theirs.is_number() || ours.number != theirs.get<double>()) return false;
  return ours.type != JsonValue::Type::integer || !ours.string.empty() ||
         !theirs.is_number_integer() || ours.integer == theirs.get<std::int64_t>();
}

inline bool is_same_list(const JsonValue& ours, const Theirs& theirs) {
  if (!theirs.is_array() || ours.items.size() != theirs.size()) return false;
  for (std::size_t i = 0; i < theirs.size(); ++i) {
    if (!is_same(ours.items[i], theirs[i])) return false;
  }
  return true;
}

/// In order, so no key may come twice.
inline bool is_same_object(const JsonValue& ours, const Theirs& theirs) {
  if (!theirs.is_object() || ours.members.size() != theirs.size()) return false;
  auto member = ours.members.begin();
  for (const auto& [key, value] : theirs.items()) {
    if (member->key != key || !is_same(member->value, value)) return false;
    ++member;
  }
  return true;
}

inline bool is_same(const JsonValue& ours, const Theirs& theirs) {
  switch (ours.type) {
    case JsonValue::Type::null:
      return theirs.is_null();
    case JsonValue::Type::boolean:
      return theirs.is_boolean() && theirs.get<bool>() == ours.boolean;
    case JsonValue::Type::integer:
    case JsonValue::Type::number:
      return is_same_number(ours, theirs);
    case JsonValue::Type::string:
      return theirs.is_string() && theirs.get_ref<const std::string&>() == ours.string;
    case JsonValue::Type::array:
      return is_same_list(ours, theirs);
    case JsonValue::Type::object:
      return is_same_object(ours, theirs);
  }
  return false;
}

}  // namespace runready::fuzz
