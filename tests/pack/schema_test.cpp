#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "catch.hpp"
#include "pack/loading.hpp"
#include "pack/names.hpp"
#include "pack/parts.hpp"
#include "pack/texts.hpp"
#include "runready/load.hpp"
#include "runready/outcome.hpp"
#include "support/json_schema.hpp"
#include "support/packs.hpp"
#include "support/paths.hpp"

// rules/schemas/pack.schema.json and the loader say the same of a pack file, as far as a schema can
// say it: the same keys and names, and the same verdict on every small damage done to a pack. With
// RUNREADY_APPROVE=1 the keys of texts, which grow with the program, are written into it anew.

namespace runready {
namespace {

using nlohmann::json;
using Pointer = json::json_pointer;

constexpr std::string_view kSchemaPath = "rules/schemas/pack.schema.json";

/// A text that has so many `{}`.
nlohmann::ordered_json text_schema(std::size_t placeholders) {
  if (placeholders == 0) return {{"$ref", "#/$defs/text"}};
  const std::string other = R"((?:(?!\{\})[\s\S])*)";
  std::string pattern = "^" + other;
  for (std::size_t i = 0; i < placeholders; ++i) pattern += R"(\{\})" + other;
  return {{"type", "string"}, {"pattern", pattern + "$"}};
}

/// A text, or a list of wordings for situations.
nlohmann::ordered_json wordings_schema(const nlohmann::ordered_json& text, bool has_placeholders) {
  if (!has_placeholders) return {{"$ref", "#/$defs/text-or-wordings"}};
  const nlohmann::ordered_json wording = {{"$ref", "#/$defs/wording"},
                                          {"properties", {{"text", text}}}};
  const nlohmann::ordered_json list = {{"type", "array"}, {"items", wording}, {"minItems", 1}};
  return {{"anyOf", nlohmann::ordered_json::array({text, list})}};
}

nlohmann::ordered_json text_schemas() {
  nlohmann::ordered_json texts;
  for (const std::string_view key : required_text_keys()) {
    const TextKey& known = *text_key_named(key);
    const auto text = text_schema(known.placeholders);
    texts[std::string(key)] =
        known.says == Says::what_fits ? wordings_schema(text, known.placeholders > 0) : text;
  }
  return texts;
}

json load_schema() {
  auto schema = nlohmann::ordered_json::parse(testing::repository_file(kSchemaPath).text);
  if (std::getenv("RUNREADY_APPROVE") != nullptr) {
    schema["$defs"]["texts"]["properties"] = text_schemas();
    std::ofstream(testing::repository() / kSchemaPath, std::ios::binary) << schema.dump(2) << "\n";
  }
  return schema;
}

const json& schema() {
  static const json loaded = load_schema();
  return loaded;
}

/// The part of the schema that describes what messages call `what`.
const json& definition(std::string_view what) {
  static const std::map<std::string_view, std::string> names = {
      {"a pack header", "header"},
      {"a section", "section"},
      {"a base", "base"},
      {"a source", "source"},
      {"a fact", "fact"},
      {"an activity", "activity"},
      {"an effort", "effort"},
      {"a workout", "workout"},
      {"a question", "question"},
      {"an option", "option"},
      {"a term", "term"},
      {"a rule", "rule"},
      {"a wording", "wording"},
      {"a table", "table"},
      {"a column", "column"},
      {"a row", "row"},
      {"a cell", "cell"},
      {"a tip", "tip"},
      {"a feel check", "feel_check"},
      {"`heart_rate`", "heart_rate"},
      {"a pair of bounds", "bounds-recommend"},
      {"an outcome", "outcome"},
      {"an invariant", "invariant"},
      {"an expectation", "expectation"},
      {"a case", "case"}};
  return schema().at("$defs").at(names.at(what));
}

std::set<std::string> keys_of(const json& object) {
  std::set<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.insert(key);
  return keys;
}

std::set<std::string> strings(const json& list) { return {list.begin(), list.end()}; }

std::set<std::string> strings(std::span<const std::string_view> names) {
  return {names.begin(), names.end()};
}

TEST_CASE("the schema has the keys of the loader, and needs the same", "[pack][schema]") {
  for (const KeyTable& table : key_tables()) {
    INFO(table.what);
    const json& object = definition(table.what);
    std::set<std::string> keys;
    std::set<std::string> required;
    for (const Key& key : table.keys) {
      keys.emplace(key.name);
      if (key.presence == Presence::required) required.emplace(key.name);
    }
    CHECK(keys_of(object.at("properties")) == keys);
    CHECK(strings(object.value("required", json::array())) == required);
    CHECK(object.at("additionalProperties") == false);
  }
  CHECK(keys_of(schema().at("properties")) == strings(pack_part_keys()));
  INFO("after adding a text, run with RUNREADY_APPROVE=1");
  CHECK((schema().at("$defs").at("texts").at("properties") == json(text_schemas())));
}

TEST_CASE("the schema has the names of the loader", "[pack][schema]") {
  const auto names_at = [](std::string_view what, const std::string& key) {
    return definition(what).at("properties").at(key).at("enum").get<std::vector<std::string>>();
  };
  const auto in_order = [](std::span<const std::string_view> names) {
    return std::vector<std::string>(names.begin(), names.end());
  };
  CHECK(names_at("a question", "type") == in_order(kQuestionTypeNames));
  CHECK(names_at("a question", "about") == in_order(kAboutNames));
  CHECK(names_at("a question", "caution") == in_order(kCautionNames));
  CHECK(names_at("a rule", "recommend") == in_order(kRecommendationNames));
  CHECK(names_at("a rule", "referral") == in_order(kReferralNames));
  CHECK(names_at("an expectation", "recommend") == in_order(kRecommendationNames));
  CHECK(names_at("an expectation", "referral") == in_order(kReferralNames));
  CHECK(names_at("a tip", "phase") == in_order(kPhaseNames));
  CHECK(names_at("a fact", "kind") == in_order(kFactKindNames));
  CHECK(names_at("a fact", "grade") == in_order(kGradeNames));
}

/// Whether whatever is said of the parts of a schema is said in a text.
bool speaks_in_texts(const json& part) {
  if (!part.is_structured()) return true;
  return std::ranges::all_of(part.items(), [](const auto& member) {
    const bool is_word = member.key() == "description" || member.key() == "$comment";
    return is_word ? member.value().is_string() || member.value().is_object()
                   : speaks_in_texts(member.value());
  });
}

TEST_CASE("every part of the schema says in words what it is", "[pack][schema]") {
  CHECK(speaks_in_texts(schema()));
  for (const auto& [name, part] : schema().at("$defs").items()) {
    INFO(name);
    CHECK((part.contains("title") || part.contains("description")));
    const json properties = part.value("properties", json::object());
    for (const auto& [key, property] : properties.items()) {
      INFO(key);
      CHECK((name == "texts" || property.contains("description") || property.contains("$ref")));
    }
  }
}

TEST_CASE("the files of the default pack fit the schema", "[pack][schema]") {
  for (const SourceFile& file : default_pack_files()) {
    INFO(file.name);
    CHECK(testing::schema_mistake(json::parse(file.text), schema(), schema()).empty());
  }
}

TEST_CASE("one of everything fits the schema, and everything in it is there", "[pack][schema]") {
  const json pack = json::parse(testing::repository_file("tests/pack/base.json").text);
  CHECK(testing::schema_mistake(pack, schema(), schema()).empty());
  for (const std::string& part : keys_of(schema().at("properties"))) {
    if (part != "texts" && part != "more_options") CHECK(pack.contains(part));
  }
}

/// The values of a pack, of those in like places the first only: questions differ by their type,
/// other entries of a list are much the same.
class Places {
 public:
  explicit Places(const json& pack) { collect(pack, Pointer(), ""); }

  const std::vector<Pointer>& all() const { return all_; }

 private:
  void collect(const json& value, const Pointer& at, const std::string& like) {
    if (seen_.insert(like).second) all_.push_back(at);
    if (!value.is_structured()) return;
    for (const auto& [key, member] : value.items()) {
      if (value.is_array()) {
        collect(member, at / std::stoul(key),
                like == "/questions" ? like + "/" + key : like + "/*");
      } else {
        collect(member, at / key, like + "/" + key);
      }
    }
  }

  std::set<std::string> seen_;
  std::vector<Pointer> all_;
};

/// What a value is replaced by: other types, nothing, nonsense, too much.
const std::vector<json>& replacements() {
  static const std::vector<json> values = {
      nullptr, true, 1, -100001, 1.5, "", "zzz", "not an id!", json::array(), json::object()};
  return values;
}

bool has_part(const Pointer& at, const std::set<std::string>& names) {
  for (Pointer p = at; !p.empty(); p = p.parent_pointer()) {
    if (names.contains(p.back())) return true;
  }
  return false;
}

bool is_in_answers(const Pointer& at) { return has_part(at, {"answers"}); }

bool is_in_table(const Pointer& at) { return has_part(at, {"tables"}); }

bool is_in_condition(const Pointer& at) { return has_part(at, {"when", "unless", "for_all"}); }

/// Mistakes that a schema can find too.
bool has_shape_mistake(const Diagnostics& found) {
  static const std::set<std::string> codes = {
      "unknown-key", "missing-key",   "misplaced-key", "empty-list",         "empty-text",
      "bad-id",      "unknown-value", "pack-format",   "not-a-condition",    "unknown-operator",
      "wrong-type",  "empty-outcome", "contradiction", "rest-has-no-workout"};
  return std::ranges::any_of(found, [](auto& d) { return codes.contains(d.code); });
}

/// A file with only that part of a pack that holds a value: the others are whole.
json part_around(const json& pack, const Pointer& at) {
  Pointer part = at;
  while (!part.empty() && !part.parent_pointer().empty()) part = part.parent_pointer();
  if (part.empty()) return pack;
  return pack.contains(part) ? json{{part.back(), pack.at(part)}} : json::object();
}

/// The pack damaged in one place: whether both think so.
void check_agreement(const json& pack, const Pointer& at, const std::string& damage) {
  const std::vector<SourceFile> files = {{"pack.json", pack.dump()}};
  Diagnostics found;
  load_pack(files, found);
  std::erase_if(found, [](const Diagnostic& d) { return d.code == "missing-text"; });
  const std::string mistake = testing::schema_mistake(part_around(pack, at), schema(), schema());
  INFO(at.to_string() << " " << damage << ": the loader says [" << testing::codes(found)
                      << "], the schema [" << mistake << "]");
  if (!mistake.empty()) CHECK(has_errors(found));
  // Whether conditions and answers fit the questions is beyond a schema, and so is whether what
  // stands around a cell of a table makes it a rule.
  const bool is_about_meaning = is_in_condition(at) || is_in_answers(at) || is_in_table(at);
  if (has_shape_mistake(found) && !is_about_meaning) CHECK_FALSE(mistake.empty());
}

TEST_CASE("schema and loader agree on every small damage to a pack", "[pack][schema]") {
  const json pack = json::parse(testing::repository_file("tests/pack/base.json").text);
  const Places places(pack);
  for (const Pointer& at : places.all()) {
    json damaged = pack;
    if (pack.at(at).is_object()) {
      damaged.at(at)["zzz"] = 1;
      check_agreement(damaged, at / "zzz", "added");
      damaged.at(at).erase("zzz");
    }
    if (at.empty()) continue;
    for (const json& value : replacements()) {
      damaged.at(at) = value;
      check_agreement(damaged, at, "= " + value.dump());
    }
    json& around = damaged.at(at.parent_pointer());
    if (around.is_object()) {
      around.erase(at.back());
    } else {
      around.erase(std::stoul(at.back()));
    }
    check_agreement(damaged, at, "removed");
  }
}

}  // namespace
}  // namespace runready
