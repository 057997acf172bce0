#include "catch.hpp"
#include "report/json_fields.hpp"
#include "runready/render.hpp"
#include "support/packs.hpp"

using namespace runready;

namespace {

Fields fields(const std::vector<std::string>& names) { return Fields(names); }

std::string mistakes(const std::vector<std::string>& names) {
  Diagnostics found;
  check_fields(names, found);
  return found.empty() ? "" : found.front().message + "; " + found.front().help;
}

}  // namespace

TEST_CASE("no names are all of them", "[render]") {
  CHECK(Fields().has("workout"));
  CHECK(Fields().at("workout").has("id"));
  CHECK(!Fields().names("workout"));
}

TEST_CASE("a name is a key, or a part of one with a dot", "[render]") {
  CHECK(fields({"workout.id"}).has("workout"));
  CHECK(!fields({"workout.id"}).has("tips"));
  CHECK(fields({"workout.id"}).at("workout").has("id"));
  CHECK(!fields({"workout.id"}).at("workout").has("how"));
  CHECK(fields({"workout.effort.rpe"}).at("workout").at("effort").has("rpe"));
  CHECK(!fields({"workout.effort.rpe"}).at("workout").at("effort").has("zone"));
}

TEST_CASE("a key named whole stays whole, in either order", "[render]") {
  CHECK(fields({"workout.id", "workout"}).at("workout").has("how"));
  CHECK(fields({"workout", "workout.id"}).at("workout").has("how"));
}

TEST_CASE("names that are none get a suggestion", "[render]") {
  for (const std::string_view key : kAssessmentFields) CHECK(mistakes({std::string(key)}).empty());
  CHECK(mistakes({"reasons.rule", "workout.effort.rpe", "pack.proved"}).empty());
  CHECK(mistakes({"recomendation"}) ==
        "unknown field `recomendation`; did you mean `recommendation`?");
  CHECK(mistakes({"workout.idd"}) == "unknown field `workout.idd`; did you mean `workout.id`?");
  CHECK(mistakes({"answers.gait"}) ==
        "unknown field `answers.gait`; `runready help json` lists the fields");
}

TEST_CASE("only some keys need an outlook", "[render]") {
  CHECK(need_outlook({}));
  CHECK(!need_outlook(std::vector<std::string>{"recommendation", "headline", "workout.id"}));
  CHECK(need_outlook(std::vector<std::string>{"range.referral"}));
  CHECK(need_outlook(std::vector<std::string>{"settled"}));
}
