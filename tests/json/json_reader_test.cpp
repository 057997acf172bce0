// Our value with places against what nlohmann's reader gives by itself, on texts that are right,
// nearly right and wrong.
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "json/json_value.hpp"

namespace {

using namespace runready;
using Type = JsonValue::Type;

bool is_same(const JsonValue& value, const nlohmann::json& other) {
  switch (value.type) {
    case Type::null:
      return other.is_null();
    case Type::boolean:
      return other.is_boolean() && other.get<bool>() == value.boolean;
    case Type::integer:
      return other.is_number_integer() && !other.is_number_unsigned()
                 ? other.get<std::int64_t>() == value.integer
                 : other.is_number() && other.get<double>() == value.number;
    case Type::number:
      return other.is_number() && other.get<double>() == value.number;
    case Type::string:
      return other.is_string() && other.get<std::string>() == value.string;
    case Type::array:
      if (!other.is_array() || other.size() != value.items.size()) return false;
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (!is_same(value.items[i], other[i])) return false;
      }
      return true;
    case Type::object:
      if (!other.is_object() || other.size() != value.members.size()) return false;
      for (const JsonMember& member : value.members) {
        if (!other.contains(member.key) || !is_same(member.value, other[member.key])) return false;
      }
      return true;
  }
  return false;
}

/// Empty if both say the same of a text.
std::string disagreement(const std::string& text) {
  Diagnostics found;
  const auto value = read_json(text, 0, found, {.depth = 1000});
  const auto other = nlohmann::json::parse(text, nullptr, false);
  if (value.has_value() == other.is_discarded()) {
    return value ? "read although it is wrong" : found.front().message;
  }
  // Of a repeated key the other reader keeps the last value.
  if (!value || !found.empty()) return "";
  return is_same(*value, other) ? "" : "another value";
}

std::string mutated(std::string text, std::mt19937& random) {
  constexpr std::array<std::string_view, 36> kBits = {"\"",
                                                      "\\",
                                                      "{",
                                                      "}",
                                                      "[",
                                                      "]",
                                                      ",",
                                                      ":",
                                                      "0",
                                                      "-",
                                                      "1",
                                                      ".",
                                                      "e",
                                                      "E",
                                                      "+",
                                                      "9",
                                                      "tru",
                                                      "true",
                                                      "null",
                                                      "\\u00e9",
                                                      "\\ud83d\\ude00",
                                                      "\\ud83d",
                                                      "\\n",
                                                      " ",
                                                      "\n",
                                                      "\t",
                                                      "\x01",
                                                      "\x7f",
                                                      "é",
                                                      "1e400",
                                                      "1e-400",
                                                      "9223372036854775808",
                                                      "-9223372036854775809",
                                                      "0.1",
                                                      "/",
                                                      "\\x"};
  for (std::size_t changes = random() % 4; changes > 0; --changes) {
    const std::size_t at = random() % (text.size() + 1);
    switch (random() % 3) {
      case 0:
        text.insert(at, kBits[random() % kBits.size()]);
        break;
      case 1:
        text.erase(at, random() % 3);
        break;
      default:
        text.replace(at, 1, kBits[random() % kBits.size()]);
        break;
    }
  }
  return text;
}

constexpr std::array<std::string_view, 6> kTexts = {
    R"({"where": ["shin", "heel"], "pain": 4, "gait": "limping", "any_pain": true, "x": null})",
    R"([[], {}, [[1, 2.5, -3e2, 0, -0, 0.0, 12345678901234567890]], {"a": {"b": {"c": []}}}])",
    R"("a \"text\" with \\ / \/ \b\f\n\r\t \u0041\u00e9\u20ac\ud83d\ude00 é€")",
    R"( [ 1e5 , 1E+5,1e-5 , 100000000000000000000, 9007199254740993, 1.7976931348623157e308 ] )",
    R"({"a":1,"b":[true,false,null],"c":"","":{"d":[{"e":1},{"f":2}]}})",
    R"(-12.5e-3)"};

}  // namespace

TEST_CASE("reading agrees with another reader on changed texts", "[json]") {
  std::mt19937 random{1};
  for (int i = 0; i < 60'000; ++i) {
    const std::string text = mutated(std::string(kTexts[random() % kTexts.size()]), random);
    const std::string why = disagreement(text);
    CAPTURE(text, why);
    if (!why.empty()) FAIL();
  }
}

TEST_CASE("numbers no double can hold are refused when too large and 0 when too small", "[json]") {
  const auto read = [](const std::string& text) {
    Diagnostics found;
    const auto value = read_json(text, 0, found);
    return value ? std::to_string(value->number) : found.front().code;
  };
  CHECK(read("1e400") == "json-number");
  CHECK(read("-1e400") == "json-number");
  CHECK(read("0.001e312") == "json-number");
  CHECK(read("1e99999999999999999999") == "json-number");
  CHECK(read("1" + std::string(400, '0') + "e-5") == "json-number");
  CHECK(read("1e-400") == "0.000000");
  CHECK(read("-123e-99999999999999999999") == "0.000000");
  CHECK(read("0." + std::string(400, '0') + "1e5") == "0.000000");
  CHECK(read("0e99999") == "0.000000");
}
