#include "rules/condition_json.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "model/replies.hpp"
#include "rules/condition.hpp"
#include "text/words.hpp"

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

namespace {

using Kind = Condition::Kind;

// Sizes saturate here.
constexpr std::size_t kTooManyTests = 4'097;
constexpr std::size_t kTooDeep = 501;

class ConditionWriter {
 public:
  ConditionWriter(JsonWriter& out, const Pack& pack, Terms terms)
      : out_(out), pack_(pack), terms_(terms) {}

  void write(const Condition& condition) {
    if (condition.kind == Kind::term && terms_ == Terms::inlined) {
      write(pack_.terms[condition.term.index].when);
      return;
    }
    const Operator& by = operator_of(condition.kind);
    out_.begin_object().key(by.name);
    if (by.operands == Operands::name) {
      write_name(condition);
    } else {
      out_.begin_array();
      write_operands(condition, by.operands);
      out_.end_array();
    }
    out_.end_object();
  }

 private:
  void write_name(const Condition& condition) {
    out_.value(condition.kind == Kind::term ? pack_.terms[condition.term.index].id
                                            : pack_.question_of(condition.variable).id);
  }

  void write_operands(const Condition& condition, Operands operands) {
    switch (operands) {
      case Operands::conditions:
      case Operands::condition:
        for (const Condition& operand : condition.operands) write(operand);
        return;
      case Operands::equality:
      case Operands::order:
      case Operands::order_or_range:
        if (condition.values.size() == 2) write_value(condition, condition.values[0]);
        write_var(condition);
        write_value(condition, condition.values.back());
        return;
      case Operands::membership:
        write_membership(condition);
        return;
      case Operands::options:
        write_var(condition.operands.front());
        write_some(condition);
        return;
      case Operands::name:
        break;
    }
    assert(false && "written as a name");
  }

  void write_membership(const Condition& test) {
    if (test.kind == Kind::has_option) {
      write_option(test);
      write_var(test);
      return;
    }
    write_var(test);
    out_.begin_array();
    for (const std::int32_t value : test.values) write_value(test, value);
    out_.end_array();
  }

  /// `{"in": [{"var": ""}, ["quad", "calf"]]}`
  void write_some(const Condition& some) {
    out_.begin_object().key("in").begin_array();
    out_.begin_object().key("var").value("").end_object();
    out_.begin_array();
    for (const Condition& option : some.operands) write_option(option);
    out_.end_array().end_array().end_object();
  }

  void write_var(const Condition& test) {
    out_.begin_object().key("var").value(pack_.question_of(test.variable).id).end_object();
  }

  void write_option(const Condition& test) {
    const Question& question = pack_.question_of(test.variable);
    out_.value(question.options[test.variable.index - question.first_variable.index].id);
  }

  void write_value(const Condition& test, std::int32_t value) {
    const Question& question = pack_.question_of(test.variable);
    if (question.type == QuestionType::integer) {
      out_.value(value);
    } else if (question.type == QuestionType::boolean) {
      out_.value(value != 0);
    } else {
      out_.value(question.options[static_cast<std::size_t>(value)].id);
    }
  }

  JsonWriter& out_;
  const Pack& pack_;
  Terms terms_;
};

}  // namespace

void write_condition(JsonWriter& out, const Condition& condition, const Pack& pack, Terms terms) {
  assert(terms == Terms::by_name || can_inline_terms(condition, pack));
  ConditionWriter(out, pack, terms).write(condition);
}

InlinedSizes::InlinedSizes(const Pack& pack) : terms_(pack.terms.size()) {
  for (const TermId id : pack.term_order) terms_[id.index] = size_of(pack.terms[id.index].when);
}

bool InlinedSizes::fits(const Condition& condition) const {
  const Size size = size_of(condition);
  return size.tests < kTooManyTests && size.depth < kTooDeep;
}

InlinedSizes::Size InlinedSizes::size_of(const Condition& condition) const {
  const auto around = [](Size inner) {
    return Size{inner.tests, std::min(inner.depth + 1, kTooDeep)};
  };
  return visit(
      condition,
      [&](Joined joined) {
        Size size{0, 1};
        for (const Condition& operand : joined.operands) {
          const Size inner = around(size_of(operand));
          size.tests = std::min(size.tests + inner.tests, kTooManyTests);
          size.depth = std::max(size.depth, inner.depth);
        }
        return size;
      },
      [&](Negated negated) { return around(size_of(negated.operand)); },
      [&](NamedTerm term) { return terms_[term.id.index]; },
      [](const Condition&) {
        return Size{1, 1};
      });
}

bool can_inline_terms(const Condition& condition, const Pack& pack) {
  return InlinedSizes(pack).fits(condition);
}

}  // namespace runready
