// The schema of answers and the loader agree: a generator makes no record that is refused.
#include <nlohmann/json.hpp>
#include <string>

#include "catch.hpp"
#include "report/questions.hpp"
#include "rules/gates.hpp"
#include "runready/assessment.hpp"
#include "runready/read_answers.hpp"
#include "support/json_schema.hpp"
#include "support/packs.hpp"
#include "support/random_pack.hpp"

namespace runready::testing {

namespace {

using nlohmann::json;

bool is_accepted(const Pack& pack, const std::string& text) {
  Diagnostics found;
  const auto input = read_answers(text, 0, pack, found);
  return input && infer(pack, input->answers, found);
}

void hold_together(const Pack& pack, Dice& dice, std::size_t complaints, std::uint32_t percent,
                   int rounds) {
  const json schema = json::parse(answers_schema(pack));
  int accepted = 0;
  for (int i = 0; i < rounds; ++i) {
    Answers told = random_answers(pack, dice, complaints, percent);
    told.flat = complaints == 1;
    const std::string text = to_json(pack, told);
    CAPTURE(text);
    const std::string mistake = schema_mistake(json::parse(text), schema, schema);
    CAPTURE(mistake);
    const bool is_right = is_accepted(pack, text);
    CHECK(is_right == mistake.empty());
    accepted += is_right ? 1 : 0;
  }
  CHECK(accepted > rounds / 200);
}

}  // namespace

TEST_CASE("A record fits the schema of answers if, and only if, it is not refused",
          "[render][property]") {
  Dice dice(7);
  for (const std::uint32_t percent : {1U, 3U, 6U, 12U}) {
    hold_together(default_pack(), dice, 1, percent, 150);
  }
  const Pack small = load(base_files());
  hold_together(small, dice, 1, 50, 200);
}

TEST_CASE("A record of several complaints that is accepted fits the schema", "[render][property]") {
  Dice dice(8);
  const Pack& pack = default_pack();
  const json schema = json::parse(answers_schema(pack));
  for (int i = 0; i < 200; ++i) {
    Answers told = random_answers(pack, dice, 2, 1 + dice.below(5));
    const std::string text = to_json(pack, told);
    if (!is_accepted(pack, text)) continue;
    CAPTURE(text);
    CHECK(schema_mistake(json::parse(text), schema, schema) == "");
  }
  const std::string shut = R"({"any_pain": false, "complaints": [{"gait": "limping"}]})";
  CHECK_FALSE(is_accepted(pack, shut));
  CHECK(schema_mistake(json::parse(shut), schema, schema) != "");
  const std::string both = R"({"gait": "limping", "complaints": [{"gait": "limping"}]})";
  CHECK_FALSE(is_accepted(pack, both));
  CHECK(schema_mistake(json::parse(both), schema, schema) != "");
}

}  // namespace runready::testing
