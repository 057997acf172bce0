#include "text/json_value.hpp"

#include <algorithm>

#include "text/backticks.hpp"

namespace runready {

using Type = JsonValue::Type;

const JsonValue* JsonValue::find(std::string_view key) const {
  const auto at = std::find_if(members.begin(), members.end(),
                               [&](const JsonMember& m) { return m.key == key; });
  return at == members.end() ? nullptr : &at->value;
}

std::string describe(const JsonValue& value) {
  switch (value.type) {
    case Type::null:
      return "`null`";
    case Type::boolean:
      return value.boolean ? "`true`" : "`false`";
    case Type::integer:
    case Type::number:
      return "`" + (value.string.empty() ? std::to_string(value.integer) : value.string) + "`";
    case Type::string:
      return "the string " + in_backticks(value.string);
    case Type::array:
      return "a list";
    case Type::object:
      break;
  }
  return "an object";
}

}  // namespace runready
