#include "cli/schemas.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "runready/outcome.hpp"
#include "runready/render.hpp"

using namespace runready;

namespace {

nlohmann::ordered_json schema(std::string_view name) {
  for (const EmbeddedFile& file : schema_files()) {
    if (schema_name(file) == name) return nlohmann::ordered_json::parse(file.text);
  }
  FAIL("no schema " << name);
  return {};
}

template <class Names>
std::vector<std::string> strings(const Names& names) {
  return {std::begin(names), std::end(names)};
}

}  // namespace

TEST_CASE("every schema is named as its file and says what it is of", "[cli]") {
  for (const EmbeddedFile& file : schema_files()) {
    INFO(file.name);
    CHECK_FALSE(schema_title(file).empty());
    const std::string name(schema_name(file));
    CHECK(schema(name).at("$id") == "urn:runready:" + name + ":1");
  }
}

TEST_CASE("the schema of an assessment has its keys, in their order", "[cli]") {
  const nlohmann::ordered_json assessment = schema("assessment");
  std::vector<std::string> keys;
  for (const auto& [key, value] : assessment.at("properties").items()) keys.push_back(key);
  CHECK(keys == strings(kAssessmentFields));
}

TEST_CASE("the schema of an assessment has the names of recommendations and referrals", "[cli]") {
  const nlohmann::ordered_json parts = schema("assessment").at("$defs");
  CHECK(parts.at("recommendation").at("enum") == strings(kRecommendationNames));
  CHECK(parts.at("referral").at("enum") == strings(kReferralNames));
}
