#include "catch.hpp"
#include "rules/condition_json.hpp"
#include "support/random_pack.hpp"
#include "support/reference_jsonlogic.hpp"
#include "support/reference_judge.hpp"

namespace runready {
namespace {

using Kind = Condition::Kind;

/// A random pack may ask for what lies between 3 and 3; a pack as loaded may not.
void close_empty_ranges(Condition& condition) {
  if (condition.kind == Kind::between && condition.values[1] - condition.values[0] < 2) {
    condition.kind = Kind::between_inclusive;
  }
  for (Condition& operand : condition.operands) close_empty_ranges(operand);
}

std::string written(const Condition& condition, const Pack& pack, Terms terms) {
  std::string out;
  JsonWriter writer(out);
  write_condition(writer, condition, pack, terms);
  return out;
}

JsonValue read(const std::string& text) {
  Diagnostics found;
  auto json = read_json(text, 0, found, {.depth = 1000});
  REQUIRE(json);
  REQUIRE(found.empty());
  return *json;
}

TEST_CASE("random conditions written and parsed again are the same", "[condition]") {
  constexpr std::uint32_t kSeed = 4711;
  INFO("seed " << kSeed);
  testing::Dice dice(kSeed);
  for (int round = 0; round < 500; ++round) {
    const Pack pack = testing::random_pack(dice, {.questions = 6, .terms = 4});
    for (int i = 0; i < 10; ++i) {
      Condition condition = testing::random_condition(pack, dice, About::complaint, false);
      close_empty_ranges(condition);
      const std::string text = written(condition, pack, Terms::by_name);
      INFO(text);
      Diagnostics found;
      const auto parsed = parse_condition(read(text), pack, found);
      REQUIRE(parsed);
      REQUIRE(*parsed == condition);
    }
  }
}

/// Complete replies as a JSON object of all questions.
std::string as_data(const Pack& pack, const Replies& replies) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  for (const Question& question : pack.questions) {
    writer.key(question.id);
    const std::int32_t value = replies[question.first_variable];
    if (question.type == QuestionType::boolean) {
      writer.value(value == 1);
    } else if (question.type == QuestionType::integer) {
      writer.value(value);
    } else if (question.type == QuestionType::choice) {
      writer.value(question.options[static_cast<std::size_t>(value)].id);
    } else {
      writer.begin_array();
      for (std::uint32_t o = 0; o < question.variable_count; ++o) {
        const VariableId id{question.first_variable.index + o};
        if (replies[id] == 1) writer.value(question.options[o].id);
      }
      writer.end_array();
    }
  }
  writer.end_object();
  return out;
}

/// Any value for every variable, behind shut gates the default.
Replies random_complete(const Pack& pack, testing::Dice& dice) {
  Replies replies(pack.variables.size());
  for (std::uint32_t i = 0; i < pack.variables.size(); ++i) {
    replies.set({i}, dice.between(pack.variables[i].min, pack.variables[i].max));
  }
  for (const QuestionId id : pack.gate_order) {
    if (testing::reference_applies(pack, replies, id)) continue;
    const Question& question = pack.question(id);
    for (std::uint32_t o = 0; o < question.variable_count; ++o) {
      replies.set({question.first_variable.index + o}, question.default_value);
    }
  }
  return replies;
}

TEST_CASE("exported conditions have our value in JsonLogic", "[condition]") {
  constexpr std::uint32_t kSeed = 815;
  INFO("seed " << kSeed);
  testing::Dice dice(kSeed);
  int truths[2] = {0, 0};
  for (int round = 0; round < 500; ++round) {
    const Pack pack = testing::random_pack(dice, {.questions = 6, .terms = 4});
    const Condition condition = testing::random_condition(pack, dice, About::complaint, false);
    const std::string text = written(condition, pack, Terms::inlined);
    const JsonValue logic = read(text);
    for (int i = 0; i < 20; ++i) {
      const Replies replies = random_complete(pack, dice);
      const std::string data = as_data(pack, replies);
      INFO(text << " on " << data);
      const JsonValue value = testing::reference_jsonlogic(logic, read(data));
      REQUIRE(value.type == JsonValue::Type::boolean);
      REQUIRE(value.boolean == testing::reference_truth(pack, replies, condition));
      ++truths[value.boolean ? 1 : 0];
    }
  }
  CHECK(truths[0] > 1000);
  CHECK(truths[1] > 1000);
}

}  // namespace
}  // namespace runready
