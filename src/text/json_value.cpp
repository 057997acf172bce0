#include "text/json_value.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/backticks.hpp"

namespace runready {

using Type = JsonValue::Type;

namespace {

std::string in_digits(double number) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

}  // namespace

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
      return "`" + std::to_string(value.integer) + "`";
    case Type::number:
      return "`" + in_digits(value.number) + "`";
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
