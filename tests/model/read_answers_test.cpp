#include "runready/read_answers.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "report/questions.hpp"
#include "support/json_schema.hpp"
#include "support/random_pack.hpp"
#include "support/reference_judge.hpp"
#include "support/small_pack.hpp"

namespace runready {
namespace {

using testing::small_pack;

/// The answers written again, or `code message` of each mistake and the help in a line of its own.
std::string read_again(const std::string& text) {
  const Pack pack = small_pack();
  Diagnostics found;
  const auto input = read_answers(text, 3, pack, found);
  CHECK(input.has_value() == found.empty());
  if (input) return to_json(pack, input->answers);
  std::string out;
  for (const Diagnostic& d : found) {
    CHECK(d.span.file == 3);
    CHECK(d.span.end <= text.size());
    out += d.code + " " + d.message + "\n";
    if (!d.help.empty()) out += d.help + "\n";
  }
  return out;
}

TEST_CASE("answers come out as they went in, in the order of the pack", "[model]") {
  const std::string rows[][2] = {
      {"{}", "{}"},
      {R"({"gait":"limping","any_pain":true,"pain":4})",
       R"({"any_pain":true,"pain":4,"gait":"limping"})"},
      {R"({"any_pain":false,"training":[],"where":["shin","knee-front","shin"]})",
       R"({"any_pain":false,"training":[],"where":["knee-front","shin"]})"},
      {R"({"pain":4.0,"gait":null,"where":null,"label":null,"nothing_else":null})",
       R"({"pain":4})"},
      {R"({"pain":0,"label":"left knee","nothing_else":true})",
       R"({"label":"left knee","pain":0,"nothing_else":true})"},
      {R"({"nothing_else":false,"complaints":null})", "{}"},
      {R"({"complaints":[]})", R"({"complaints":[]})"},
      {R"({"complaints":[{"gait":"altered","label":"a"},{}],"any_pain":true})",
       R"({"any_pain":true,"complaints":[{"label":"a","gait":"altered"},{}]})"},
      {R"({"id":7,"pain":4})", R"({"pain":4})"},
      {R"({"id":"x","answers":{"pain":4}})", R"({"pain":4})"},
      {R"({"answers":{"complaints":[{"pain":4}],"nothing_else":true}})",
       R"({"complaints":[{"pain":4}],"nothing_else":true})"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(read_again(text) == expected);
  }
}

TEST_CASE("a told list is complete and silence is not a reply", "[model]") {
  const Pack pack = small_pack();
  Diagnostics found;
  const auto input = read_answers(R"({"where":["shin"]})", 0, pack, found);
  REQUIRE(input);
  const Answers& answers = input->answers;
  REQUIRE(answers.flat);
  REQUIRE(answers.complaints.size() == 1);
  const Replies& replies = answers.complaints[0].replies;
  CHECK(replies[testing::variable_of(pack, "where", "shin")] == 1);
  CHECK(replies[testing::variable_of(pack, "where", "knee-front")] == 0);
  CHECK_FALSE(replies.knows(testing::variable_of(pack, "pain")));
  CHECK_FALSE(answers.runner.knows(testing::variable_of(pack, "any_pain")));
}

TEST_CASE("wrong answers are explained", "[model]") {
  const std::string gaits = "expected one of `normal`, `altered`, `limping`\n";
  const std::string rows[][2] = {
      {"[]", "wrong-type expected an answers object, found a list\n"},
      {R"({"pian":4})", "unknown-question unknown question `pian`\ndid you mean `pain`?\n"},
      {R"({"any-pain":true})",
       "unknown-question unknown question `any-pain`\ndid you mean `any_pain`?\n"},
      {R"({"complaint":[]})",
       "unknown-question unknown question `complaint`\ndid you mean `complaints`?\n"},
      {R"({"any_pain":1})", "wrong-type `any_pain` takes `true` or `false`, found `1`\n"},
      {R"({"any_pain":"yes"})",
       "wrong-type `any_pain` takes `true` or `false`, found the string `yes`\nwrite `true`\n"},
      {R"({"pain":"4"})",
       "wrong-type `pain` takes a whole number from 0 to 10, found the string "
       "`4`\nwrite the number without quotes\n"},
      {R"({"pain":4.5})", "wrong-type `pain` takes a whole number from 0 to 10, found `4.5`\n"},
      {R"({"pain":11})", "out-of-range `pain` takes a whole number from 0 to 10, found `11`\n"},
      {R"({"pain":-1})", "out-of-range `pain` takes a whole number from 0 to 10, found `-1`\n"},
      {R"({"pain":4294967296})",
       "out-of-range `pain` takes a whole number from 0 to 10, found `4294967296`\n"},
      {R"({"gait":"limpin"})",
       "unknown-option unknown option `limpin` of `gait`\ndid you mean `limping`?\n"},
      {R"({"gait":2})", "wrong-type expected an option of `gait`, found `2`\n" + gaits},
      {R"({"gait":["limping"]})",
       "wrong-type expected an option of `gait`, found a list\n" + gaits},
      {R"({"where":"shin"})",
       "wrong-type `where` takes a list of its options, found the string "
       "`shin`\nwrite a list: `[\"shin\"]`\n"},
      {R"({"where":["none"]})",
       "unknown-option unknown option `none` of `where`\n"
       "for none of them write the empty list `[]`\n"},
      {R"({"where":["shinn",4]})",
       "unknown-option unknown option `shinn` of `where`\ndid you mean `shin`?\n"
       "wrong-type expected an option of `where`, found `4`\n"
       "expected one of `knee-front`, `knee-outer`, `shin`\n"},
      {R"({"complaints":{}})",
       "wrong-type `complaints` takes a list of objects, found an object\n"},
      {R"({"complaints":[4]})", "wrong-type a complaint is an object, found `4`\n"},
      {R"({"complaints":[{},{},{},{},{},{},{},{},{}]})",
       "too-many-complaints more than 8 complaints: 9\n"},
      {R"({"complaints":[],"pain":4})",
       "misplaced-question `pain` is about a complaint and stands beside `complaints`\n"
       "move it into each complaint that it is true of\n"},
      {R"({"complaints":[],"label":"x"})",
       "misplaced-question `label` names a complaint and stands beside `complaints`\n"
       "move it into a complaint\n"},
      {R"({"complaints":[{"any_pain":true}]})",
       "misplaced-question `any_pain` is about the runner and stands in a complaint\n"
       "move it beside `complaints`\n"},
      {R"({"complaints":[{"pian":4}]})",
       "unknown-question unknown question `pian`\ndid you mean `pain`?\n"},
      {R"({"complaints":[{"complaints":[]}]})",
       "unknown-question unknown question `complaints`\n"
       "expected one of `label`, `where`, `pain`, `gait`\n"},
      {R"({"label":4})", "wrong-type `label` takes a string, found `4`\n"},
      {R"({"nothing_else":1})", "wrong-type `nothing_else` takes `true` or `false`, found `1`\n"},
      {R"({"id":[],"pain":4})", "wrong-type `id` takes a string or a number, found a list\n"},
      {R"({"answers":[]})", "wrong-type expected an answers object, found a list\n"},
      {R"({"answers":{},"pain":4})",
       "misplaced-question `pain` stands beside `answers`\nmove it into `answers`\n"},
      {R"({"pain":4,"pain":5})",
       "json-duplicate-key duplicate key `pain`\n"
       "it stands first in column 2\n"},
      {R"({"pain":4)",
       "json-syntax expected `,` or `}`, found the end of the text\n"
       "the `{` in column 1 is not closed\n"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(read_again(text) == expected);
  }
}

TEST_CASE("all mistakes are told at once", "[model]") {
  CHECK(read_again(R"({"pian":4,"gait":7,"complaints":[{"pain":99}],"any_pain":"no"})") ==
        "unknown-question unknown question `pian`\ndid you mean `pain`?\n"
        "misplaced-question `gait` is about a complaint and stands beside `complaints`\n"
        "move it into each complaint that it is true of\n"
        "out-of-range `pain` takes a whole number from 0 to 10, found `99`\n"
        "wrong-type `any_pain` takes `true` or `false`, found the string `no`\nwrite `false`\n");
}

TEST_CASE("an id is kept as it was told, also of wrong answers", "[model]") {
  const Pack pack = small_pack();
  const std::string rows[][2] = {
      {R"({"id":"a\u00e9\n"})", R"("aé\n")"},
      {R"({"id":12345678901234567890})", "12345678901234567890"},
      {R"({"id" : 1.50e1 , "answers":{}})", "1.50e1"},
      {R"({"id":null})", "null"},
      {"{}", ""},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    Diagnostics found;
    const auto input = read_answers(text, 0, pack, found);
    REQUIRE(input);
    CHECK(input->id_json == expected);
    CHECK(beside_answers(text).id_json == expected);
  }
  CHECK(beside_answers(R"({"id":7,"pian":true})").id_json == "7");
  CHECK(beside_answers(R"({"id":[7]})").id_json.empty());
  CHECK(beside_answers(R"({"id":7)").id_json.empty());
  CHECK(beside_answers("[7]").id_json.empty());
}

TEST_CASE("named members are carried through, whatever they hold and wherever they stand",
          "[model]") {
  const Pack pack = small_pack();
  const std::vector<std::string> keep = {"team", "when", "none"};
  for (
      const std::string text :
      {R"({"when": {"day": [1, 2.50]}, "id": 7, "team": "a\u00e9", "answers": {"any_pain": true}})",
       R"({"when": {"day": [1, 2.50]}, "any_pain": true, "id": 7, "team": "a\u00e9"})",
       R"({"id": 7, "when": {"day": [1, 2.50]}, "pian": 4, "team": "a\u00e9"})"}) {
    INFO(text);
    Diagnostics found;
    const auto input = read_answers(text, 0, pack, found, keep);
    CHECK(input.has_value() == (text.find("pian") == std::string::npos));
    const AnswersInput beside = input ? *input : beside_answers(text, keep);
    CHECK(beside.id_json == "7");
    CHECK(beside.kept_json == R"("team":"a\u00e9","when":{"day": [1, 2.50]})");
  }
  Diagnostics found;
  CHECK_FALSE(read_answers(R"({"team": 1, "any_pain": true})", 0, pack, found));
}

TEST_CASE("an option inferred alone is written alone", "[model]") {
  const Pack pack = small_pack();
  Answers answers = testing::nothing_told(pack);
  answers.runner.set(testing::variable_of(pack, "training", "raced"), 1);
  CHECK(to_json(pack, answers) == R"({"training":["raced"]})");
  answers.runner.set(testing::variable_of(pack, "training", "raced"), 0);
  CHECK(to_json(pack, answers) == "{}");
  answers.runner.set(testing::variable_of(pack, "training", "downhill"), 0);
  CHECK(to_json(pack, answers) == R"({"training":[]})");
}

/// As after a JSON text: of a multi-choice all is known or nothing.
void complete_lists(const Pack& pack, Replies& replies) {
  for (const Question& question : pack.questions) {
    bool is_told = false;
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      is_told = is_told || replies.knows({question.first_variable.index + i});
    }
    for (std::uint32_t i = 0; is_told && i < question.variable_count; ++i) {
      const VariableId id{question.first_variable.index + i};
      if (!replies.knows(id)) replies.set(id, 0);
    }
  }
}

TEST_CASE("random answers written and read again are the same", "[model]") {
  constexpr std::uint32_t kSeed = 20261121;
  INFO("seed " << kSeed);
  testing::Dice dice(kSeed);
  for (int round = 0; round < 2000; ++round) {
    const Pack pack = testing::random_pack(dice);
    Answers answers = testing::random_answers(pack, dice, dice.below(4), dice.below(101));
    answers.flat = answers.complaints.size() == 1 && dice.percent(50);
    answers.nothing_else = dice.percent(30);
    complete_lists(pack, answers.runner);
    for (Complaint& complaint : answers.complaints) {
      complete_lists(pack, complaint.replies);
      if (dice.percent(30)) complaint.label = "left \"knee\"\n";
    }
    const std::string text = to_json(pack, answers);
    INFO(text);
    Diagnostics found;
    const auto input = read_answers(text, 0, pack, found);
    REQUIRE(input);
    REQUIRE(input->answers == answers);
  }
}

/// Other members than a writer would put there: of other answers, of both forms, and for editors.
void mix(nlohmann::json& answers, const nlohmann::json& others, testing::Dice& dice) {
  for (const auto& [key, value] : others.items()) {
    if (dice.percent(20)) answers[key] = value;
  }
  if (dice.percent(20)) answers["label"] = "left";
  if (dice.percent(20)) answers["$schema"] = "answers.schema.json";
  if (dice.percent(10)) answers["id"] = 7;
  if (dice.percent(10)) answers["nosuch"] = 1;
}

/// Whether they are read, and no reply contradicts a gate.
bool are_taken(const Pack& pack, const std::string& text) {
  Diagnostics found;
  const auto input = read_answers(text, 0, pack, found);
  return input && infer(pack, input->answers, found);
}

TEST_CASE("what fits the schema of answers is taken by the reader", "[model]") {
  constexpr std::uint32_t kSeed = 20261127;
  testing::Dice dice(kSeed);
  int taken = 0;
  int refused = 0;
  for (int round = 0; round < 400; ++round) {
    const Pack pack = testing::random_pack(dice);
    const auto schema = nlohmann::json::parse(answers_schema(pack));
    const auto random_json = [&] {
      Answers answers = testing::random_answers(pack, dice, dice.below(3), dice.below(101));
      answers.flat = answers.complaints.size() == 1 && dice.percent(50);
      complete_lists(pack, answers.runner);
      for (Complaint& complaint : answers.complaints) complete_lists(pack, complaint.replies);
      return nlohmann::json::parse(to_json(pack, answers));
    };
    nlohmann::json answers = random_json();
    CAPTURE(kSeed, round, answers.dump());
    const auto fits_in = [&](const nlohmann::json& told) {
      return testing::schema_mistake(told, schema, schema).empty();
    };
    // What fits is taken; of a gate that reads the runner and one of several complaints a schema
    // cannot say all. What is taken need not fit where replies were inferred to open a gate.
    const auto holds = [&](const nlohmann::json& told) {
      Diagnostics found;
      const bool is_read = read_answers(told.dump(), 0, pack, found).has_value();
      const bool is_taken = told.contains("complaints") ? is_read : are_taken(pack, told.dump());
      return is_taken || !fits_in(told);
    };
    CHECK(holds(answers));
    mix(answers, random_json(), dice);
    CAPTURE(answers.dump());
    CHECK(holds(answers));
    ++(fits_in(answers) ? taken : refused);
  }
  CHECK(taken > 50);
  CHECK(refused > 50);
}

}  // namespace
}  // namespace runready
