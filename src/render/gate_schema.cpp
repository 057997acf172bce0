#include "render/gate_schema.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "condition/visit.hpp"

// A schema sees what is told, not what follows from it. So each gate is said three times: it
// certainly has a value by what is told; it has it once what is not told is at its default; and it
// may be made true, since what is not told is inferred where only one value leaves it open. What a
// schema does not see, it lets pass.

namespace runready {

namespace {

class GateWriter {
 public:
  GateWriter(JsonWriter& out, const Pack& pack, Seen seen) : out_(out), pack_(pack), seen_(seen) {}

  void write(const Question& question) {
    out_.begin_object().key("if");
    write_told(question, [&](std::int32_t value) { return value != question.default_value; });
    out_.key("then");
    may_be(*question.when, true);
    out_.end_object();
    if (!question.default_opens) return;
    // Its default, told, asks for no less, but where the gate is shut it is passed over.
    out_.begin_object().key("if");
    write_told(question, [&](std::int32_t value) { return value == question.default_value; });
    out_.key("then");
    all_or_one(false, {[&] { may_be(*question.when, true); },
                       [&] { is(*question.when, false, false, Unseen::may_be); }});
    out_.end_object();
  }

 private:
  using Write = std::function<void()>;

  bool sees(const Question& question) const {
    if (seen_ == Seen::everything) return true;
    return (question.about == About::complaint) == (seen_ == Seen::complaint);
  }

  /// `{"required":["gait"],"properties":{"gait":…}}`
  void told(const Question& question, const Write& value) {
    out_.begin_object().key("required").begin_array().value(question.id).end_array();
    out_.key("properties").begin_object().key(question.id);
    value();
    out_.end_object().end_object();
  }

  void not_told(const Question& question) {
    out_.begin_object().key("not").begin_object().key("required").begin_array();
    out_.value(question.id).end_array().end_object().end_object();
  }

  void all_or_one(bool all, const std::vector<Write>& parts) {
    if (parts.empty()) {
      out_.value(all);
      return;
    }
    if (parts.size() == 1) return parts.front()();
    out_.begin_object().key(all ? "allOf" : "anyOf").begin_array();
    for (const Write& part : parts) part();
    out_.end_array().end_object();
  }

  /// Told, with a value that fits, or of a list with something chosen; in one of the complaints
  /// where these are looked at from outside.
  void write_told(const Question& question, const std::function<bool(std::int32_t)>& fits) {
    const bool is_inside = seen_ == Seen::runner && question.about == About::complaint;
    if (is_inside) {
      out_.begin_object().key("required").begin_array().value("complaints").end_array();
      out_.key("properties").begin_object().key("complaints").begin_object().key("contains");
    }
    told(question, [&] {
      if (question.type == QuestionType::multi_choice) {
        out_.begin_object().key("minItems").value(1).end_object();
      } else {
        write_values(question, fits);
      }
    });
    if (is_inside) out_.end_object().end_object().end_object();
  }

  void write_values(const Question& question, const std::function<bool(std::int32_t)>& fits) {
    if (question.type == QuestionType::integer) return write_runs(question, fits);
    out_.begin_object().key("enum").begin_array();
    for (std::int32_t value = question.min; value <= question.max; ++value) {
      if (!fits(value)) continue;
      if (question.type == QuestionType::boolean) {
        out_.value(value != 0);
      } else {
        out_.value(question.options[static_cast<std::size_t>(value)].id);
      }
    }
    out_.end_array().end_object();
  }

  /// Of an integer: the stretches of values that fit.
  void write_runs(const Question& question, const std::function<bool(std::int32_t)>& fits) {
    std::vector<Write> runs;
    for (std::int32_t low = question.min; low <= question.max; ++low) {
      if (!fits(low)) continue;
      std::int32_t high = low;
      while (high < question.max && fits(high + 1)) ++high;
      runs.emplace_back([this, low, high] {
        out_.begin_object().key("minimum").value(low).key("maximum").value(high).end_object();
      });
      low = high;
    }
    all_or_one(false, runs);
  }

  void write_test(const Condition& test, bool wanted) {
    const Question& question = pack_.question_of(test.variable);
    const auto option = pack_.variable(test.variable).option;
    told(question, [&] {
      if (!option) {
        return write_values(question,
                            [&](std::int32_t value) { return accepts(test, value) == wanted; });
      }
      const bool is_chosen = accepts(test, 1) == wanted;
      out_.begin_object();
      if (!is_chosen) out_.key("not").begin_object();
      out_.key("contains").begin_object().key("const").value(question.options[*option].id);
      out_.end_object();
      if (!is_chosen) out_.end_object();
      out_.end_object();
    });
  }

  enum class Unseen : bool { is_not, may_be };

  /// What is told makes it so; with `by_default` what is not told counts as its default.
  void is(const Condition& condition, bool wanted, bool by_default, Unseen unseen) {
    visit(
        condition,
        [&](Joined joined) {
          std::vector<Write> parts;
          for (const Condition& operand : joined.operands) {
            parts.emplace_back([&, wanted] { is(operand, wanted, by_default, unseen); });
          }
          all_or_one(joined.all == wanted, parts);
        },
        [&](Negated negated) { is(negated.operand, !wanted, by_default, unseen); },
        [&](NamedTerm term) { is(pack_.terms[term.id.index].when, wanted, by_default, unseen); },
        [&](const Condition& test) {
          const Question& question = pack_.question_of(test.variable);
          if (!sees(question)) {
            out_.value(unseen == Unseen::may_be);
            return;
          }
          std::vector<Write> parts = {[&, wanted] { write_test(test, wanted); }};
          const std::int32_t usual = pack_.variable(test.variable).default_value;
          if (by_default && question.assume && accepts(test, usual) == wanted) {
            parts.emplace_back([&] { not_told(question); });
          }
          all_or_one(false, parts);
        });
  }

  /// It is not certainly otherwise, and what is not told can be inferred or is so by default.
  void may_be(const Condition& condition, bool wanted) {
    visit(
        condition,
        [&](Joined joined) {
          std::vector<Write> parts;
          const bool all = joined.all == wanted;
          // A list that is told is told as a whole, so that no option of it is left alone.
          if (!all && condition.kind == Condition::Kind::any_option) {
            return is(condition, wanted, true, Unseen::may_be);
          }
          if (!all && joined.operands.size() > 1) {
            parts.emplace_back([&, wanted] { is(condition, wanted, true, Unseen::may_be); });
          }
          for (const Condition& operand : joined.operands) {
            parts.emplace_back([&, wanted, all] {
              if (all || joined.operands.size() == 1) return may_be(operand, wanted);
              only_way(joined, operand, wanted);
            });
          }
          all_or_one(all, parts);
        },
        [&](Negated negated) { may_be(negated.operand, !wanted); },
        [&](NamedTerm term) { may_be(pack_.terms[term.id.index].when, wanted); },
        [&](const Condition& test) { may_be_test(test, wanted); });
  }

  /// One of several ways, where all others are shut.
  void only_way(Joined joined, const Condition& way, bool wanted) {
    std::vector<Write> parts = {[&, wanted] { may_be(way, wanted); }};
    for (const Condition& other : joined.operands) {
      if (&other == &way) continue;
      parts.emplace_back([&, wanted] { is(other, !wanted, false, Unseen::may_be); });
    }
    all_or_one(true, parts);
  }

  void may_be_test(const Condition& test, bool wanted) {
    const Question& question = pack_.question_of(test.variable);
    const Variable& variable = pack_.variable(test.variable);
    if (!sees(question)) {
      out_.value(true);
      return;
    }
    std::int32_t fitting = 0;
    for (std::int32_t v = variable.min; v <= variable.max; ++v) {
      if (accepts(test, v) == wanted) ++fitting;
    }
    const bool is_usual = accepts(test, variable.default_value) == wanted;
    std::vector<Write> parts;
    if (fitting == 1) {
      parts.emplace_back([&, wanted] {
        out_.begin_object().key("not");
        write_test(test, !wanted);
        out_.end_object();
      });
    } else {
      parts.emplace_back([&, wanted] { is(test, wanted, true, Unseen::may_be); });
    }
    // What is told or inferred there is behind a gate too.
    if (!is_usual && question.when && depth_ < kDeepest) {
      parts.emplace_back([&] {
        ++depth_;
        may_be(*question.when, true);
        --depth_;
      });
    }
    all_or_one(true, parts);
  }

  static constexpr int kDeepest = 8;

  JsonWriter& out_;
  const Pack& pack_;
  Seen seen_;
  int depth_ = 0;
};

}  // namespace

void write_gates(JsonWriter& out, const Pack& pack, Seen seen) {
  GateWriter writer(out, pack, seen);
  for (const Question& question : pack.questions) {
    const bool is_meant = seen == Seen::everything || question.about == About::complaint;
    if (question.when && is_meant) writer.write(question);
  }
}

}  // namespace runready
