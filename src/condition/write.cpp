#include <algorithm>
#include <cassert>

#include "condition/json.hpp"
#include "condition/operators.hpp"
#include "condition/visit.hpp"

namespace runready {

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
