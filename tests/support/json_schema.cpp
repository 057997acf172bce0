#include "support/json_schema.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>
#include <set>
#include <string>

namespace runready::testing {

namespace {

using nlohmann::json;
using Mistake = std::optional<std::string>;

bool has_type(const json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "null") return value.is_null();
  if (type == "number") return value.is_number();
  if (type != "integer") return false;
  return value.is_number() && value.get<double>() == std::floor(value.get<double>());
}

std::size_t code_points(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

/// Patterns are slow, and the same texts come again and again.
bool matches(const std::string& text, const std::string& pattern) {
  static std::map<std::string, std::regex> patterns;
  static std::map<std::pair<std::string, std::string>, bool> known;
  const auto [found, is_new] = known.try_emplace({pattern, text}, false);
  if (is_new) {
    const std::regex& compiled = patterns.try_emplace(pattern, pattern).first->second;
    found->second = std::regex_search(text, compiled);
  }
  return found->second;
}

class Validator {
 public:
  explicit Validator(const json& root) : root_(root) {}

  Mistake check(const json& value, const json& schema) const {
    if (schema.is_boolean()) {
      return schema.get<bool>() ? Mistake{} : Mistake{": is not allowed here"};
    }
    for (const auto& [keyword, limit] : schema.items()) {
      if (Mistake mistake = check_keyword(keyword, value, limit, schema)) return mistake;
    }
    return {};
  }

 private:
  using Check = Mistake (Validator::*)(const json& value, const json& limit,
                                       const json& schema) const;

  Mistake check_keyword(const std::string& keyword, const json& value, const json& limit,
                        const json& schema) const {
    static const std::set<std::string> silent = {
        "$schema", "$id", "$defs", "$comment", "title", "then", "description", "default", "else"};
    static const std::map<std::string, Check> checks = {
        {"$ref", &Validator::reference},
        {"type", &Validator::type},
        {"const", &Validator::constant},
        {"enum", &Validator::enumeration},
        {"pattern", &Validator::pattern},
        {"maxLength", &Validator::max_length},
        {"minimum", &Validator::minimum},
        {"maximum", &Validator::maximum},
        {"properties", &Validator::members},
        {"additionalProperties", &Validator::others},
        {"required", &Validator::required},
        {"minProperties", &Validator::min_members},
        {"maxProperties", &Validator::max_members},
        {"items", &Validator::items},
        {"prefixItems", &Validator::first_items},
        {"minItems", &Validator::min_items},
        {"maxItems", &Validator::max_items},
        {"uniqueItems", &Validator::unique},
        {"contains", &Validator::contains},
        {"allOf", &Validator::all_of},
        {"anyOf", &Validator::any_of},
        {"oneOf", &Validator::one_of},
        {"not", &Validator::negation},
        {"dependentSchemas", &Validator::dependent},
        {"if", &Validator::implication}};
    if (silent.contains(keyword)) return {};
    const auto found = checks.find(keyword);
    if (found == checks.end()) return ": the schema says `" + keyword + "`";
    return (this->*found->second)(value, limit, schema);
  }

  static Mistake unless(bool is_right, const std::string& mistake) {
    return is_right ? Mistake{} : Mistake{": " + mistake};
  }

  static Mistake within(const std::string& place, const Mistake& mistake) {
    return mistake ? Mistake{"/" + place + *mistake} : Mistake{};
  }

  Mistake reference(const json& value, const json& path, const json& /*unused*/) const {
    return check(value, root_.at(json::json_pointer(path.get<std::string>().substr(1))));
  }

  Mistake type(const json& value, const json& types, const json& /*unused*/) const {
    const std::vector<std::string> allowed = types.is_array()
                                                 ? types.get<std::vector<std::string>>()
                                                 : std::vector{types.get<std::string>()};
    return unless(std::ranges::any_of(allowed, [&](auto& t) { return has_type(value, t); }),
                  "is no " + types.dump());
  }

  Mistake constant(const json& value, const json& wanted, const json& /*unused*/) const {
    return unless(value == wanted, "is not " + wanted.dump());
  }

  Mistake enumeration(const json& value, const json& allowed, const json& /*unused*/) const {
    return unless(std::ranges::find(allowed, value) != allowed.end(),
                  "is none of " + allowed.dump());
  }

  Mistake pattern(const json& value, const json& wanted, const json& /*unused*/) const {
    return unless(!value.is_string() || matches(value, wanted), "does not match " + wanted.dump());
  }

  Mistake max_length(const json& value, const json& most, const json& /*unused*/) const {
    return unless(!value.is_string() || code_points(value) <= most.get<std::size_t>(),
                  "is too long");
  }

  Mistake minimum(const json& value, const json& least, const json& /*unused*/) const {
    return unless(!value.is_number() || value >= least, "is less than " + least.dump());
  }

  Mistake maximum(const json& value, const json& most, const json& /*unused*/) const {
    return unless(!value.is_number() || value <= most, "is more than " + most.dump());
  }

  Mistake members(const json& value, const json& properties, const json& /*unused*/) const {
    if (!value.is_object()) return {};
    for (const auto& [key, property] : properties.items()) {
      if (!value.contains(key)) continue;
      if (Mistake mistake = within(key, check(value.at(key), property))) return mistake;
    }
    return {};
  }

  Mistake others(const json& value, const json& allowed, const json& schema) const {
    if (!value.is_object()) return {};
    for (const auto& [key, member] : value.items()) {
      if (schema.contains("properties") && schema.at("properties").contains(key)) continue;
      if (Mistake mistake = within(key, check(member, allowed))) return mistake;
    }
    return {};
  }

  Mistake required(const json& value, const json& keys, const json& /*unused*/) const {
    if (!value.is_object()) return {};
    for (const std::string key : keys) {
      if (!value.contains(key)) return ": needs " + key;
    }
    return {};
  }

  Mistake min_members(const json& value, const json& least, const json& /*unused*/) const {
    return unless(!value.is_object() || value.size() >= least, "has too few members");
  }

  Mistake max_members(const json& value, const json& most, const json& /*unused*/) const {
    return unless(!value.is_object() || value.size() <= most, "has too many members");
  }

  Mistake items(const json& value, const json& item, const json& schema) const {
    if (!value.is_array()) return {};
    const std::size_t first = schema.contains("prefixItems") ? schema.at("prefixItems").size() : 0;
    for (std::size_t i = first; i < value.size(); ++i) {
      if (Mistake mistake = within(std::to_string(i), check(value[i], item))) return mistake;
    }
    return {};
  }

  Mistake first_items(const json& value, const json& schemas, const json& /*unused*/) const {
    if (!value.is_array()) return {};
    for (std::size_t i = 0; i < std::min(value.size(), schemas.size()); ++i) {
      if (Mistake mistake = within(std::to_string(i), check(value[i], schemas[i]))) return mistake;
    }
    return {};
  }

  Mistake min_items(const json& value, const json& least, const json& /*unused*/) const {
    return unless(!value.is_array() || value.size() >= least, "has too few items");
  }

  Mistake max_items(const json& value, const json& most, const json& /*unused*/) const {
    return unless(!value.is_array() || value.size() <= most, "has too many items");
  }

  Mistake unique(const json& value, const json& /*unused*/, const json& /*unused*/) const {
    return unless(
        !value.is_array() || std::set<json>(value.begin(), value.end()).size() == value.size(),
        "holds something twice");
  }

  Mistake all_of(const json& value, const json& schemas, const json& /*unused*/) const {
    for (const json& schema : schemas) {
      if (Mistake mistake = check(value, schema)) return mistake;
    }
    return {};
  }

  Mistake contains(const json& value, const json& wanted, const json& /*unused*/) const {
    if (!value.is_array()) return {};
    return unless(
        std::ranges::any_of(value, [&](const json& item) { return !check(item, wanted); }),
        "nothing in it is as it should be");
  }

  Mistake any_of(const json& value, const json& schemas, const json& /*unused*/) const {
    return unless(std::ranges::any_of(schemas, [&](auto& s) { return !check(value, s); }),
                  "is none of what it may be");
  }

  Mistake one_of(const json& value, const json& schemas, const json& /*unused*/) const {
    return unless(std::ranges::count_if(schemas, [&](auto& s) { return !check(value, s); }) == 1,
                  "is not one of what it may be");
  }

  Mistake dependent(const json& value, const json& schemas, const json& /*unused*/) const {
    if (!value.is_object()) return {};
    for (const auto& [key, schema] : schemas.items()) {
      if (!value.contains(key)) continue;
      if (Mistake mistake = check(value, schema)) return mistake;
    }
    return {};
  }

  Mistake negation(const json& value, const json& schema, const json& /*unused*/) const {
    return unless(check(value, schema).has_value(), "is what it may not be");
  }

  Mistake implication(const json& value, const json& condition, const json& schema) const {
    const std::string branch = check(value, condition) ? "else" : "then";
    return schema.contains(branch) ? check(value, schema.at(branch)) : Mistake{};
  }

  const json& root_;
};

}  // namespace

std::string schema_mistake(const json& value, const json& schema, const json& root) {
  return Validator(root).check(value, schema).value_or("");
}

}  // namespace runready::testing
