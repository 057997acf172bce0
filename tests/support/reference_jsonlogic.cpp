#include "support/reference_jsonlogic.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

namespace runready::testing {

namespace {

using Type = JsonValue::Type;

JsonValue boolean(bool truth) {
  JsonValue value;
  value.type = Type::boolean;
  value.boolean = truth;
  return value;
}

/// Equality of two values of one type; what packs export compares no others.
bool is_same(const JsonValue& a, const JsonValue& b) {
  return a.type == b.type && a.boolean == b.boolean && a.integer == b.integer &&
         a.string == b.string;
}

bool is_in(const JsonValue& needle, const JsonValue& haystack) {
  if (haystack.type == Type::string) {
    return haystack.string.find(needle.string) != std::string::npos;
  }
  return std::any_of(haystack.items.begin(), haystack.items.end(),
                     [&](const JsonValue& item) { return is_same(item, needle); });
}

JsonValue value_of(const JsonValue& name, const JsonValue& data) {
  if (name.string.empty()) return data;
  const JsonValue* found = data.find(name.string);
  return found == nullptr ? JsonValue() : *found;
}

/// The first operand whose truth is `decisive`, or the last.
JsonValue first_or_last(const std::vector<JsonValue>& operands, bool decisive) {
  for (const JsonValue& operand : operands) {
    if (is_truthy(operand) == decisive) return operand;
  }
  return operands.back();
}

JsonValue apply(const std::string& op, const std::vector<JsonValue>& v, const JsonValue& data) {
  if (op == "var") return value_of(v[0], data);
  if (op == "and") return first_or_last(v, false);
  if (op == "or") return first_or_last(v, true);
  if (op == "!") return boolean(!is_truthy(v[0]));
  if (op == "==") return boolean(is_same(v[0], v[1]));
  if (op == "!=") return boolean(!is_same(v[0], v[1]));
  if (op == ">") return boolean(v[0].number > v[1].number);
  if (op == ">=") return boolean(v[0].number >= v[1].number);
  if (op == "in") return boolean(is_in(v[0], v[1]));
  const auto ordered = [&](std::size_t i) {
    return op == "<" ? v[i].number < v[i + 1].number : v[i].number <= v[i + 1].number;
  };
  if (op == "<" || op == "<=") return boolean(ordered(0) && (v.size() < 3 || ordered(1)));
  std::abort();  // no operator of a pack
}

}  // namespace

bool is_truthy(const JsonValue& value) {
  switch (value.type) {
    case Type::boolean:
      return value.boolean;
    case Type::integer:
    case Type::number:
      return value.number != 0;
    case Type::string:
      return !value.string.empty();
    case Type::array:
      return !value.items.empty();
    case Type::object:
      return true;
    case Type::null:
      break;
  }
  return false;
}

namespace {

/// `{"some": [list, logic]}`: the logic sees each item in turn as the data.
bool holds_for_some(const JsonValue& operands, const JsonValue& data) {
  const JsonValue list = reference_jsonlogic(operands.items[0], data);
  return std::any_of(list.items.begin(), list.items.end(), [&](const JsonValue& item) {
    return is_truthy(reference_jsonlogic(operands.items[1], item));
  });
}

}  // namespace

JsonValue reference_jsonlogic(const JsonValue& logic, const JsonValue& data) {
  if (logic.type != Type::object) {
    JsonValue literal = logic;
    for (JsonValue& item : literal.items) item = reference_jsonlogic(item, data);
    return literal;
  }
  const JsonMember& member = logic.members.front();
  if (member.key == "some") return boolean(holds_for_some(member.value, data));
  std::vector<JsonValue> operands;
  if (member.value.type == Type::array) {
    for (const JsonValue& item : member.value.items) {
      operands.push_back(reference_jsonlogic(item, data));
    }
  } else {
    operands.push_back(reference_jsonlogic(member.value, data));
  }
  return apply(member.key, operands, data);
}

}  // namespace runready::testing
