#include "condition/wording.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "condition/operators.hpp"
#include "model/options.hpp"
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
    {"not", "did you mean `!`?"},
    {"!!", "leave it out: nothing but a condition is allowed"},
    {"&&", "did you mean `and`?"},
    {"||", "did you mean `or`?"},
    {"=", "did you mean `==`?"},
    {"===", "did you mean `==`?"},
    {"!==", "did you mean `!=`?"},
    {"<>", "did you mean `!=`?"},
    {"if", "write it with `and`, `or` and `!`"},
    {"all", "join several `in` with `and`"},
};

bool is_var(const JsonMember& member) { return member.key == "var"; }

/// What stands in operands that a question can be compared with.
struct Told {
  std::vector<std::uint32_t> options;  ///< each once
  std::vector<std::int64_t> numbers;
};

template <class T>
void add_once(std::vector<T>& list, T value) {
  if (std::ranges::find(list, value) == list.end()) list.push_back(value);
}

void collect(const Question& question, const JsonValue& json, Told& found) {
  if (json.type == JsonValue::Type::string) {
    auto option = option_called(question, json.string);
    if (!option) option = option_called(question, nearest(json.string, option_ids(question)));
    if (option) add_once(found.options, *option);
  }
  const bool is_in_range = json.integer >= question.min && json.integer <= question.max;
  if (json.type == JsonValue::Type::integer && is_in_range) add_once(found.numbers, json.integer);
  for (const JsonValue& item : json.items) collect(question, item, found);
  for (const JsonMember& member : json.members) {
    if (!is_var(member)) collect(question, member.value, found);
  }
}

/// `false`, or operands with one.
bool is_false(const JsonValue& json) {
  if (json.type == JsonValue::Type::boolean) return !json.boolean;
  return std::ranges::any_of(json.items, is_false);
}

std::string condition_text(std::string_view op, const std::string& operands) {
  return R"({")" + std::string(op) + R"(": )" + operands + "}";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return "[" + text + "]";
}

bool is_order(std::string_view op) { return op.starts_with('<') || op.starts_with('>'); }

/// The value first: `3 < pain` is `pain > 3`.
bool is_turned(const JsonValue& operands) {
  return !operands.items.empty() && operands.items[0].type != JsonValue::Type::object;
}

std::string turned(std::string_view op, const JsonValue& operands) {
  std::string turned(op);
  if (is_turned(operands) && is_order(op)) turned[0] = op[0] == '<' ? '>' : '<';
  return turned;
}

/// The options of a choice that stand beyond one in their order.
std::vector<std::uint32_t> options_beyond(const Question& question, std::string_view op,
                                          std::uint32_t than) {
  std::vector<std::uint32_t> options;
  for (std::uint32_t option = 0; option < question.options.size(); ++option) {
    const bool is_beyond = op[0] == '<' ? option < than : option > than;
    if (is_beyond || (op.size() > 1 && option == than)) options.push_back(option);
  }
  return options;
}

std::string on_options(const Question& question, std::string_view op,
                       const std::vector<std::uint32_t>& options) {
  const std::string var = condition_text("var", '"' + question.id + '"');
  std::vector<std::string> ids;
  for (const std::uint32_t option : options) ids.push_back('"' + question.options[option].id + '"');
  const bool is_choice = question.type == QuestionType::choice;
  if (is_choice && ids.size() == 1) {
    return condition_text(op == "!=" ? op : "==", joined({var, ids[0]}));
  }
  std::string text;
  if (ids.size() == 1) {
    text = condition_text("in", joined({ids[0], var}));
  } else if (is_choice) {
    text = condition_text("in", joined({var, joined(ids)}));
  } else {
    const std::string each = condition_text("var", R"("")");
    text = condition_text("some", joined({var, condition_text("in", joined({each, joined(ids)}))}));
  }
  return op == "!=" ? condition_text("!", text) : text;
}

std::string on_numbers(const Question& question, std::string_view op,
                       std::vector<std::int64_t> numbers) {
  const std::string var = condition_text("var", '"' + question.id + '"');
  const auto compared = [&](std::string_view with, std::int64_t number) {
    return condition_text(with, joined({var, std::to_string(number)}));
  };
  const bool is_comparison = is_order(op) || op == "!=" || op == "==";
  if (numbers.size() == 1) return compared(is_comparison ? op : "==", numbers[0]);
  std::ranges::sort(numbers);
  const auto steps = static_cast<std::int64_t>(numbers.size()) - 1;
  if (is_order(op) || (op != "!=" && numbers.back() - numbers.front() == steps)) {
    const std::string_view with = op == "<" || op == ">" ? "<" : "<=";
    return condition_text(
        with, joined({std::to_string(numbers.front()), var, std::to_string(numbers.back())}));
  }
  const bool is_unequal = op == "!=";
  std::vector<std::string> parts;
  for (const std::int64_t number : numbers) {
    parts.push_back(compared(is_unequal ? op : "==", number));
  }
  return condition_text(is_unequal ? "and" : "or", joined(parts));
}

}  // namespace

std::string advice(const Question& question, std::string_view op, const JsonValue& operands) {
  Told told;
  collect(question, operands, told);
  const std::string as = turned(op, operands);
  const bool is_choice = question.type == QuestionType::choice;
  if (is_choice && is_order(op) && told.options.size() == 1) {
    told.options = options_beyond(question, as, told.options[0]);
  }
  if (!told.options.empty()) return "write `" + on_options(question, as, told.options) + "`";
  if (question.type == QuestionType::integer && !told.numbers.empty()) {
    return "write `" + on_numbers(question, as, std::move(told.numbers)) + "`";
  }
  if (question.type == QuestionType::boolean) {
    const std::string var = condition_text("var", '"' + question.id + '"');
    return "write `" + (is_false(operands) ? condition_text("!", var) : var) + "`";
  }
  return "such as " + example(question);
}

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
