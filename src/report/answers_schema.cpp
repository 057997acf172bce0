// A JSON Schema of answers, gates among them: what is told behind a gate that other answers
// shut, or leave open in more than one way, is refused by `infer`, so no generator is to make it.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <vector>

#include "json/json_writer.hpp"
#include "report/json_fields.hpp"
#include "report/questions.hpp"
#include "rules/condition.hpp"
#include "runready/pack.hpp"
#include "runready/version.hpp"

namespace runready {

// Gates in a JSON Schema of answers: what is told behind a gate that other answers shut, or leave
// open in more than one way, is refused by `infer`, so no generator is to make it.

// A schema sees what is told, not what follows from it. So each gate is said three times: it
// certainly has a value by what is told; it has it once what is not told is at its default; and it
// may be made true, since what is not told is inferred where only one value leaves it open. What a
// schema does not see, it lets pass.

namespace {

/// Whose answers a schema looks at.
enum class Seen : std::uint8_t {
  everything,  ///< flat answers
  complaint,   ///< an entry of `complaints`: the runner's are elsewhere
  runner       ///< all answers with `complaints`, whose entries are looked at alone
};

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

/// The members of a list of schemas, all of which hold: one for each question with a gate.
void write_gates(JsonWriter& out, const Pack& pack, Seen seen) {
  GateWriter writer(out, pack, seen);
  for (const Question& question : pack.questions) {
    const bool is_meant = seen == Seen::everything || question.about == About::complaint;
    if (question.when && is_meant) writer.write(question);
  }
}

void write_constants(JsonWriter& out, const Question& question) {
  out.key("oneOf").begin_array();
  for (const Option& option : question.options) {
    out.begin_object().key("const").value(option.id);
    out.key("title").value(option.label).end_object();
  }
  out.end_array();
}

void write_type(JsonWriter& out, const Question& question) {
  switch (question.type) {
    case QuestionType::boolean:
      out.key("type").value("boolean");
      break;
    case QuestionType::choice:
      out.key("type").value("string");
      write_constants(out, question);
      break;
    case QuestionType::integer:
      out.key("type").value("integer").key("minimum").value(question.min);
      out.key("maximum").value(question.max);
      break;
    case QuestionType::multi_choice:
      out.key("type").value("array").key("uniqueItems").value(true);
      if (!question.none_is_reply) out.key("minItems").value(1);
      out.key("items").begin_object().key("type").value("string");
      write_constants(out, question);
      out.end_object();
      break;
  }
}

void write_property(JsonWriter& out, const Pack& pack, const Question& question) {
  out.key(question.id).begin_object().key("title").value(question.ask);
  if (!question.why.empty()) out.key("description").value(question.why);
  write_type(out, question);
  // A never-assumed question has no default that a form may put in by itself.
  if (question.assume && question.type != QuestionType::multi_choice) {
    out.key("default");
    write_default(out, pack, question);
  }
  out.end_object();
}

void write_properties(JsonWriter& out, const Pack& pack, About about) {
  for (const Question& question : pack.questions) {
    if (question.about == about) write_property(out, pack, question);
  }
}

void write_complaints(JsonWriter& out, const Pack& pack) {
  out.key("complaints").begin_object().key("title").value("Things that hurt");
  out.key("description").value("One object for each; instead of the same keys at the top level.");
  out.key("type").value("array").key("maxItems").value(kMaxComplaints);
  out.key("items").begin_object().key("type").value("object");
  out.key("additionalProperties").value(false).key("properties").begin_object();
  out.key("label").begin_object().key("title").value("Your name for it");
  out.key("type").value("string").end_object();
  write_properties(out, pack, About::complaint);
  out.end_object();
  const bool has_gates = std::ranges::any_of(pack.questions, [](const Question& question) {
    return question.about == About::complaint && question.when;
  });
  if (has_gates) {
    out.key("allOf").begin_array();
    write_gates(out, pack, Seen::complaint);
    out.end_array();
  }
  out.end_object().end_object();
}

/// Beside `complaints` nothing is told of a complaint.
void write_either(JsonWriter& out, const Pack& pack) {
  out.begin_object().key("if").begin_object().key("required").begin_array().value("complaints");
  out.end_array().end_object().key("then").begin_object().key("properties").begin_object();
  out.key("label").value(false);
  for (const Question& question : pack.questions) {
    if (question.about == About::complaint) out.key(question.id).value(false);
  }
  out.end_object().end_object().end_object();
}

}  // namespace

std::string answers_schema(const Pack& pack) {
  std::string text;
  JsonWriter out(text);
  out.begin_object().key("$schema").value("https://json-schema.org/draft/2020-12/schema");
  out.key("$id").value("urn:runready:answers:" + pack.id + ":" + pack.version);
  out.key("$comment").value("Made by runready " RUNREADY_VERSION " from " + pack_words(pack));
  out.key("description")
      .value(
          "What fits is not refused, gates included, as long as anything is told. Only where a "
          "gate reads the runner and a complaint, and there are `complaints`, more fits than is "
          "accepted.");
  out.key("title").value("Answers: " + pack.title).key("type").value("object");
  out.key("additionalProperties").value(false).key("properties").begin_object();
  write_properties(out, pack, About::runner);
  write_properties(out, pack, About::complaint);
  write_complaints(out, pack);
  out.key("nothing_else").begin_object().key("title").value("Nothing else is wrong");
  out.key("description").value("Whatever is not mentioned is harmless.");
  out.key("type").value("boolean").key("default").value(false).end_object();
  out.key("id").begin_object().key("title").value("Your own name for these answers");
  out.key("description").value("Echoed in the assessment.");
  out.key("type")
      .begin_array()
      .value("string")
      .value("number")
      .value("null")
      .end_array()
      .end_object();
  out.key("label").begin_object().key("title").value("Your name for what hurts");
  out.key("type").value("string").end_object();
  out.key("$schema").begin_object().key("title").value("This schema, for editors");
  out.end_object().end_object().key("allOf").begin_array();
  write_either(out, pack);
  write_gates(out, pack, Seen::everything);
  write_gates(out, pack, Seen::runner);
  out.end_array().end_object();
  return text;
}

}  // namespace runready
