#include "catch.hpp"
#include "model/replies.hpp"
#include "runready/read_answers.hpp"
#include "support/packs.hpp"

namespace runready::testing {
namespace {

TEST_CASE("replies are named as at the prompt", "[model]") {
  const Pack pack = load(base_files());
  struct Row {
    std::string_view question;
    std::vector<std::int32_t> values;
    std::string_view label;
  };
  for (const Row& row :
       {Row{"any_pain", {1}, "Yes"}, Row{"any_pain", {0}, "No"}, Row{"gait", {2}, "I limp"},
        Row{"pain", {4}, "4"}, Row{"where", {1, 0, 1}, "Shin; Arm"},
        Row{"where", {0, 0, 0}, "None of these"}, Row{"where", {kUnknown, 1, kUnknown}, "Calf"},
        Row{"where", {kUnknown, kUnknown, kUnknown}, ""}, Row{"gait", {kUnknown}, ""}}) {
    INFO(row.question << " " << row.label);
    CHECK(reply_label(pack, pack.question(*pack.question_named(row.question)), row.values) ==
          row.label);
  }
}

TEST_CASE("a complaint is called by its label, its place, or its number", "[model]") {
  const Pack pack = load(base_files());
  Diagnostics found;
  Answers answers =
      read_answers(
          R"({"complaints": [{"pain": 3}, {"where": ["shin", "arm"]}, {"where": []}, {"label": "the old one"}]})",
          0, pack, found)
          ->answers;
  CHECK(complaint_name(pack, answers, 0) == "Problem 1");
  CHECK(complaint_name(pack, answers, 1) == "Shin; Arm");
  CHECK(complaint_name(pack, answers, 2) == "Problem 3");
  CHECK(complaint_name(pack, answers, 3) == "the old one");
}

}  // namespace
}  // namespace runready::testing
