// Values of JSON back as text.
#pragma once

#include <string>

#include "json/json_value.hpp"
#include "json/json_writer.hpp"

namespace runready::fuzz {

inline void write_json(JsonWriter& writer, const JsonValue& value) {
  switch (value.type) {
    case JsonValue::Type::null:
      writer.null();
      break;
    case JsonValue::Type::boolean:
      writer.value(value.boolean);
      break;
    case JsonValue::Type::integer:
      writer.value(value.integer);
      break;
    case JsonValue::Type::number:
      writer.value(value.number);
      break;
    case JsonValue::Type::string:
      writer.value(value.string);
      break;
    case JsonValue::Type::array:
      writer.begin_array();
      for (const JsonValue& item : value.items) write_json(writer, item);
      writer.end_array();
      break;
    case JsonValue::Type::object:
      writer.begin_object();
      for (const JsonMember& member : value.members) {
        writer.key(member.key);
        write_json(writer, member.value);
      }
      writer.end_object();
      break;
  }
}

inline std::string json_text(const JsonValue& value) {
  std::string text;
  JsonWriter writer{text};
  write_json(writer, value);
  return text;
}

}  // namespace runready::fuzz
