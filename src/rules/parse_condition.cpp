// A condition is checked as it is read: every name is looked up and every value is held against
// its question, so that what comes out needs no further check. Reading goes on after a mistake.
// The recursion is as deep as the JSON, which is read with a limit.

#include <algorithm>
#include <iterator>
#include <variant>
#include <vector>

#include "model/replies.hpp"
#include "rules/condition_json.hpp"
#include "text/diagnostics.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

using Kind = Condition::Kind;
using Type = JsonValue::Type;

/// The value of `{"var": …}`, or null if `json` is something else.
const JsonValue* name_in(const JsonValue& json) {
  const bool is_var =
      json.type == Type::object && json.members.size() == 1 && json.members.front().key == "var";
  return is_var ? &json.members.front().value : nullptr;
}

class ConditionParser {
 public:
  ConditionParser(const Pack& pack, const FindName& find, Diagnostics& diagnostics)
      : pack_(pack), find_(find), diagnostics_(diagnostics) {}

  std::optional<Condition> parse(const JsonValue& json) {
    if (json.type != Type::object) {
      return wrong("not-a-condition", json.span, "expected a condition, found " + describe(json),
                   help_for_no_condition(json));
    }
    if (json.members.size() != 1) {
      return wrong("not-a-condition", json.members.empty() ? json.span : json.members[1].key_span,
                   "a condition has one operator, found " + std::to_string(json.members.size()),
                   json.members.empty() ? help_for_no_condition(json)
                                        : R"(join conditions: `{"and": [{…}, {…}]}`)");
    }
    const JsonMember& member = json.members.front();
    const auto* op = std::find_if(std::begin(kOperators), std::end(kOperators),
                                  [&](const Operator& o) { return o.name == member.key; });
    if (op == std::end(kOperators)) return unknown_operator(member);
    auto condition = parse_operands(*op, member.value);
    if (condition) condition->span = json.span;
    return condition;
  }

 private:
  using Parsed = std::optional<Condition>;

  Parsed parse_operands(const Operator& op, const JsonValue& json) {
    switch (op.operands) {
      case Operands::conditions:
        return parse_conditions(op, json);
      case Operands::condition:
        return parse_single(op, json);
      case Operands::equality:
      case Operands::order:
      case Operands::order_or_range:
        return parse_comparison(op, json);
      case Operands::membership:
        return parse_membership(op, json);
      case Operands::options:
        return parse_options(op, json);
      case Operands::name:
        break;
    }
    return parse_name(op, json);
  }

  Parsed parse_conditions(const Operator& op, const JsonValue& json) {
    if (json.type != Type::array) {
      return wrong("wrong-type", json.span,
                   in_backticks(op.name) + " takes a list of conditions, found " + describe(json),
                   "write them in `[` and `]`");
    }
    if (json.items.empty()) {
      return wrong("empty-list", json.span,
                   in_backticks(op.name) + " takes one condition or more, found none");
    }
    Condition joined;
    joined.kind = op.kind;
    for (const JsonValue& item : json.items) {
      if (auto operand = parse(item)) joined.operands.push_back(std::move(*operand));
    }
    if (joined.operands.size() < json.items.size()) return std::nullopt;
    return joined;
  }

  Parsed parse_single(const Operator& op, const JsonValue& json) {
    if (json.type == Type::array && json.items.size() != 1) {
      return wrong("wrong-type", json.span,
                   in_backticks(op.name) + " takes one condition, found " +
                       std::to_string(json.items.size()));
    }
    auto operand = parse(json.type == Type::array ? json.items.front() : json);
    if (!operand) return std::nullopt;
    Condition condition;
    condition.kind = op.kind;
    condition.operands.push_back(std::move(*operand));
    return condition;
  }

  Parsed parse_name(const Operator& op, const JsonValue& json) {
    const auto named = find_name(json);
    if (!named) return std::nullopt;
    Condition condition;
    if (const auto* term = std::get_if<TermId>(&*named)) {
      condition.kind = op.kind;
      condition.term = *term;
      return condition;
    }
    const Question& question = pack_.question(std::get<QuestionId>(*named));
    if (question.type != QuestionType::boolean) {
      return wrong("not-a-condition", json.span,
                   in_backticks(question.id) + " is " + kind_of(question.type) +
                       " and not true or false by itself",
                   "compare it, as in " + example(question));
    }
    condition.kind = *op.other;
    condition.variable = question.first_variable;
    return condition;
  }

  Parsed parse_comparison(const Operator& op, const JsonValue& json) {
    const bool is_range = json.items.size() == 3 && op.operands == Operands::order_or_range;
    if (json.type != Type::array || (json.items.size() != 2 && !is_range)) {
      return wrong("wrong-type", json.span,
                   in_backticks(op.name) + " takes a question and a value in a list, found " +
                       describe_operands(json),
                   help_on(op.name, json));
    }
    const Question* question = find_question(json.items[is_range ? 1 : 0], op.name, json);
    if (question == nullptr || !fits(op, *question, json)) return std::nullopt;
    Condition test = test_of(*question, is_range ? *op.other : op.kind);
    for (std::size_t i = is_range ? 0 : 1; i < json.items.size(); i += 2) {
      const JsonValue& told = json.items[i];
      if (told.type == Type::object || told.type == Type::array) {
        wrong("wrong-type", told.span,
              in_backticks(question->id) + " is compared with " + expected_reply(*question) +
                  ", found " + describe(told),
              advice(*question, op.name, json));
      } else if (const auto value = parse_value(*question, told, diagnostics_)) {
        test.values.push_back(*value);
      }
    }
    if (test.values.size() < (is_range ? 2u : 1u)) return std::nullopt;
    if (is_range && is_empty_range(test)) {
      return wrong("out-of-range", json.span, "no number lies between these two");
    }
    return test;
  }

  Parsed parse_membership(const Operator& op, const JsonValue& json) {
    const bool is_pair = json.type == Type::array && json.items.size() == 2;
    if (is_pair && json.items[1].type == Type::array) return parse_one_of(op, json);
    if (is_pair && name_in(json.items[1]) != nullptr) return parse_has_option(op, json);
    return wrong("wrong-type", json.span,
                 "`in` takes an option and a multi-choice, or a choice and a list of its options, "
                 "found " +
                     describe_operands(json),
                 help_on(op.name, json));
  }

  Parsed parse_one_of(const Operator& op, const JsonValue& json) {
    const JsonValue& list = json.items[1];
    const Question* question = find_question(json.items[0], op.name, json, QuestionType::choice);
    if (question == nullptr) return std::nullopt;
    const auto options = parse_option_list(*question, list, op.name);
    if (!options) return std::nullopt;
    Condition test = test_of(*question, op.kind);
    test.values.assign(options->begin(), options->end());
    return test;
  }

  /// `[{"var": "where"}, {"in": [{"var": ""}, ["quad", "calf"]]}]`: JsonLogic calls each of the
  /// chosen options "" in turn.
  Parsed parse_options(const Operator& op, const JsonValue& json) {
    const JsonValue* list = json.type == Type::array && json.items.size() == 2
                                ? options_of_some(json.items[1])
                                : nullptr;
    if (list == nullptr) {
      return wrong(
          "wrong-type", json.span,
          "`some` takes a multi-choice and what one of its chosen options has to be, found " +
              describe_operands(json),
          help_on(op.name, json));
    }
    const Question* question =
        find_question(json.items[0], op.name, json, QuestionType::multi_choice);
    if (question == nullptr) return std::nullopt;
    const auto options = parse_option_list(*question, *list, op.name);
    if (!options) return std::nullopt;
    Condition some;
    some.kind = op.kind;
    for (std::size_t i = 0; i < options->size(); ++i) {
      some.operands.push_back(option_of(*question, (*options)[i]));
      some.operands.back().span = list->items[i].span;
    }
    return some;
  }

  /// The list in `{"in": [{"var": ""}, […]]}`, or null if `json` is something else.
  static const JsonValue* options_of_some(const JsonValue& json) {
    const JsonValue* in =
        json.type == Type::object && json.members.size() == 1 && json.members.front().key == "in"
            ? &json.members.front().value
            : nullptr;
    if (in == nullptr || in->type != Type::array || in->items.size() != 2) return nullptr;
    const JsonValue* name = name_in(in->items[0]);
    const bool is_each = name != nullptr && name->type == Type::string && name->string.empty();
    return is_each && in->items[1].type == Type::array ? &in->items[1] : nullptr;
  }

  /// One option or more, none twice.
  std::optional<std::vector<std::uint32_t>> parse_option_list(const Question& question,
                                                              const JsonValue& list,
                                                              std::string_view op) {
    if (list.items.empty()) {
      return wrong("empty-list", list.span,
                   in_backticks(op) + " takes one option or more, found none");
    }
    std::vector<std::uint32_t> options;
    for (const JsonValue& item : list.items) {
      const auto option = parse_option(question, item, diagnostics_);
      if (!option) continue;
      if (std::ranges::find(options, *option) != options.end()) {
        wrong("duplicate-option", item.span, in_backticks(item.string) + " stands here twice");
      } else {
        options.push_back(*option);
      }
    }
    if (options.size() < list.items.size()) return std::nullopt;
    return options;
  }

  Parsed parse_has_option(const Operator& op, const JsonValue& json) {
    const JsonValue& option = json.items[0];
    const Question* question =
        find_question(json.items[1], op.name, json, QuestionType::multi_choice);
    if (question == nullptr) return std::nullopt;
    if (option.type == Type::array) {
      return wrong("wrong-type", option.span,
                   "expected one option of " + in_backticks(question->id) + ", found a list",
                   advice(*question, op.name, json));
    }
    const auto index = parse_option(*question, option, diagnostics_);
    if (!index) return std::nullopt;
    return option_of(*question, *index);
  }

  static Condition option_of(const Question& question, std::uint32_t option) {
    Condition test = test_of(question, Kind::has_option);
    test.variable.index += option;
    return test;
  }

  static Condition test_of(const Question& question, Kind kind) {
    Condition test;
    test.kind = kind;
    test.variable = question.first_variable;
    return test;
  }

  static bool is_empty_range(const Condition& range) {
    const std::int32_t margin = range.kind == Kind::between ? 1 : 0;
    return range.values[0] + margin > range.values[1] - margin;
  }

  /// Whether a question may be compared so.
  bool fits(const Operator& op, const Question& question, const JsonValue& json) {
    const bool is_order = op.operands != Operands::equality;
    const bool is_right = is_order ? question.type == QuestionType::integer
                                   : question.type != QuestionType::multi_choice;
    if (is_right) return true;
    wrong("wrong-type", json.span,
          in_backticks(op.name) +
              (is_order ? " compares numbers, and " : " compares one value, and ") +
              in_backticks(question.id) + " is " + kind_of(question.type),
          advice(question, op.name, json));
    return false;
  }

  /// The question in `{"var": "…"}`, one of the operands of `op`; null, with diagnostics, if there
  /// is none.
  const Question* find_question(const JsonValue& var, std::string_view op,
                                const JsonValue& operands) {
    const JsonValue* name = name_in(var);
    if (name == nullptr) {
      wrong("wrong-type", var.span,
            "expected a question such as " + some_var() + ", found " + describe(var),
            help_on(op, operands));
      return nullptr;
    }
    const auto named = find_name(*name);
    if (!named) return nullptr;
    if (const auto* question = std::get_if<QuestionId>(&*named)) return &pack_.question(*question);
    wrong("wrong-type", name->span,
          in_backticks(name->string) + " is a term, which is true or false by itself",
          R"(write `{"var": ")" + name->string + R"("}` alone)");
    return nullptr;
  }

  /// The same of one type; null, with diagnostics, if it is another.
  const Question* find_question(const JsonValue& var, std::string_view op,
                                const JsonValue& operands, QuestionType type) {
    const Question* question = find_question(var, op, operands);
    if (question == nullptr || question->type == type) return question;
    wrong("wrong-type", var.span,
          "expected " + kind_of(type) + ", and " + in_backticks(question->id) + " is " +
              kind_of(question->type),
          advice(*question, op, operands));
    return nullptr;
  }

  /// The first question that stands in `json`, with `var` or without; null if there is none.
  const Question* question_in(const JsonValue& json) const {
    if (json.type == Type::string) {
      const auto named = find_(json.string);
      const auto* question = named ? std::get_if<QuestionId>(&*named) : nullptr;
      return question != nullptr ? &pack_.question(*question) : nullptr;
    }
    const Question* found = nullptr;
    for (const JsonValue& item : json.items) {
      if (found == nullptr) found = question_in(item);
    }
    for (const JsonMember& member : json.members) {
      if (found == nullptr) found = question_in(member.value);
    }
    return found;
  }

  /// The first question that has an option which stands in `json`; null if there is none.
  const Question* question_of_option_in(const JsonValue& json) const {
    if (json.type == Type::string) {
      const auto has_it = [&](const Question& q) {
        return option_called(q, json.string).has_value();
      };
      const auto found = std::ranges::find_if(pack_.questions, has_it);
      return found != pack_.questions.end() ? &*found : nullptr;
    }
    const Question* found = nullptr;
    for (const JsonValue& item : json.items) {
      if (found == nullptr) found = question_of_option_in(item);
    }
    for (const JsonMember& member : json.members) {
      if (found == nullptr) found = question_of_option_in(member.value);
    }
    return found;
  }

  /// `{"var": "pain"}` of a question of the pack in use.
  std::string some_var() const {
    const std::string id = pack_.questions.empty() ? "…" : pack_.questions.front().id;
    return R"(`{"var": ")" + id + R"("}`)";
  }

  /// What to write where a name stands alone, or nothing that could be meant.
  std::string help_for_no_condition(const JsonValue& json) const {
    const JsonValue& name = json.items.size() == 1 ? json.items.front() : json;
    const auto named = name.type == Type::string ? find_(name.string) : std::nullopt;
    if (named && std::holds_alternative<TermId>(*named)) {
      return R"(write `{"var": ")" + name.string + R"("}`)";
    }
    return "a condition is an object, " + help_on("==", json);
  }

  /// What to write instead of wrong operands: on the question that they name, or that has an option
  /// that they name, or else on one of the pack in use that the operator is for.
  std::string help_on(std::string_view op, const JsonValue& operands) const {
    if (is_full(diagnostics_)) return {};
    if (const Question* named = question_in(operands)) return advice(*named, op, operands);
    if (const Question* of = question_of_option_in(operands)) return advice(*of, op, operands);
    const auto fits = [&](const Question& question) {
      const bool is_list = question.type == QuestionType::multi_choice;
      const bool is_number = question.type == QuestionType::integer;
      if (op == "some" || op == "in") return is_list;
      return op.starts_with('<') || op.starts_with('>') ? is_number : !is_list;
    };
    const auto usual = std::ranges::find_if(pack_.questions, fits);
    return usual != pack_.questions.end() ? "such as " + example(*usual) : "";
  }

  std::optional<Named> find_name(const JsonValue& json) {
    if (json.type != Type::string) {
      const bool is_nested = json.type == Type::object;
      wrong(is_nested ? "nested-var" : "wrong-type", json.span,
            "`var` takes the id of a question or term, found " + describe(json),
            "write " + some_var());
      return std::nullopt;
    }
    const auto named = find_(json.string);
    if (!named) unknown_name(json);
    return named;
  }

  void unknown_name(const JsonValue& json) {
    if (is_full(diagnostics_)) return;
    std::vector<std::string_view> names;
    for (const Question& question : pack_.questions) names.emplace_back(question.id);
    for (const Term& term : pack_.terms) names.emplace_back(term.id);
    wrong("unknown-name", json.span, "unknown question or term " + in_backticks(json.string),
          suggestion(json.string, names));
  }

  std::nullopt_t unknown_operator(const JsonMember& member) {
    const auto named = find_(member.key);
    const auto* question = named ? std::get_if<QuestionId>(&*named) : nullptr;
    const Question* listed = member.key == "none" ? question_in(member.value) : nullptr;
    std::string help = question != nullptr ? advice(pack_.question(*question), "==", member.value)
                       : listed != nullptr ? advice(*listed, "!=", member.value)
                                           : help_for_operator(member.key);
    return wrong("unknown-operator", member.key_span,
                 "unknown operator " + in_backticks(member.key), std::move(help));
  }

  std::nullopt_t wrong(std::string code, Span span, std::string message, std::string help = {}) {
    report_error(diagnostics_, std::move(code), span, std::move(message), std::move(help));
    return std::nullopt;
  }

  const Pack& pack_;
  const FindName& find_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<Condition> parse_condition(const JsonValue& json, const Pack& pack,
                                         Diagnostics& diagnostics) {
  const auto find = [&](std::string_view name) -> std::optional<Named> {
    if (const auto question = pack.question_named(name)) return *question;
    if (const auto term = pack.term_named(name)) return *term;
    return std::nullopt;
  };
  return parse_condition(json, pack, find, diagnostics);
}

std::optional<Condition> parse_condition(const JsonValue& json, const Pack& pack,
                                         const FindName& find, Diagnostics& diagnostics) {
  return ConditionParser(pack, find, diagnostics).parse(json);
}

}  // namespace runready
