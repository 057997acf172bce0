#include "condition/wording.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "condition/operators.hpp"
#include "text/backticks.hpp"
#include "text/suggest.hpp"

namespace runready {

namespace {

/// Ways to write an operator that other languages have.
struct Habit {
  std::string_view name;
  std::string_view help;
};

constexpr Habit kHabits[] = {
    {"not", "did you mean `!`?"},  {"!!", "leave it out: nothing but a condition is allowed"},
    {"&&", "did you mean `and`?"}, {"||", "did you mean `or`?"},
    {"=", "did you mean `==`?"},   {"if", "write it with `and`, `or` and `!`"},
};

}  // namespace

std::string kind_of(QuestionType type) {
  switch (type) {
    case QuestionType::boolean:
      return "a yes-or-no question";
    case QuestionType::choice:
      return "a choice";
    case QuestionType::multi_choice:
      return "a multi-choice";
    case QuestionType::integer:
      break;
  }
  return "a number";
}

std::string example(const Question& question) {
  const std::string var = R"({"var": ")" + question.id + R"("})";
  const std::string option = question.options.empty() ? "" : question.options.back().id;
  switch (question.type) {
    case QuestionType::boolean:
      return "`" + var + "`";
    case QuestionType::choice:
      return R"(`{"==": [)" + var + R"(, ")" + option + R"("]}`)";
    case QuestionType::multi_choice:
      return R"(`{"in": [")" + option + R"(", )" + var + "]}`";
    case QuestionType::integer:
      break;
  }
  return R"(`{">=": [)" + var + ", " + std::to_string(question.max) + "]}`";
}

std::string describe_operands(const JsonValue& json) {
  if (json.type != JsonValue::Type::array) return describe(json);
  return "a list of " + std::to_string(json.items.size());
}

std::string help_for_operator(std::string_view unknown) {
  const auto* habit = std::find_if(std::begin(kHabits), std::end(kHabits),
                                   [&](const Habit& h) { return h.name == unknown; });
  if (habit != std::end(kHabits)) return std::string(habit->help);
  std::vector<std::string_view> names;
  for (const Operator& op : kOperators) names.push_back(op.name);
  std::string help = suggestion(unknown, names);
  if (!help.empty()) return help;
  help = "the operators are";
  for (const std::string_view name : names) help += " " + in_backticks(name);
  return help;
}

}  // namespace runready
