#include "condition/sentence.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

// A condition becomes a tree of clauses joined by "and" or "or": denials are pushed down to the
// clauses (De Morgan), where packs have words for them, and joints of the same kind are merged.

namespace runready {

namespace {

using Kind = Condition::Kind;

/// One clause, or several joined.
struct Phrase {
  enum class Joint : std::uint8_t { none, all, any };

  Joint joint = Joint::none;
  std::string text;           ///< of a single clause
  std::vector<Phrase> parts;  ///< two or more, none with the same joint

  bool is_joined() const { return joint != Joint::none; }

  /// Whether it would run together with what stands beside it in a list.
  bool is_compound() const { return is_joined() || text.find(',') != std::string::npos; }
};

/// The pattern with `{}` replaced.
std::string filled(std::string_view pattern, std::string_view with) {
  const std::size_t at = pattern.find("{}");
  if (at == std::string_view::npos) return std::string(pattern);
  return std::string(pattern.substr(0, at)) + std::string(with) +
         std::string(pattern.substr(at + 2));
}

std::string denial(const Pack& pack, const Clause& clause) {
  return clause.says_not.empty() ? filled(pack.text("sentence.not"), clause.says) : clause.says_not;
}

Phrase single(std::string text) { return {Phrase::Joint::none, std::move(text), {}}; }

Phrase join(Phrase::Joint joint, std::vector<Phrase> parts) {
  Phrase joined{joint, "", {}};
  for (Phrase& part : parts) {
    if (part.joint == joint) {
      std::move(part.parts.begin(), part.parts.end(), std::back_inserter(joined.parts));
    } else {
      joined.parts.push_back(std::move(part));
    }
  }
  if (joined.parts.size() == 1) return std::move(joined.parts.front());
  return joined;
}

class Speaker {
 public:
  explicit Speaker(const Pack& pack) : pack_(pack) {}

  Phrase phrase(const Condition& condition, bool denied) const {
    switch (condition.kind) {
      case Kind::all_of:
      case Kind::any_of:
        return joined(condition, denied);
      case Kind::negation:
        return phrase(condition.operands.front(), !denied);
      case Kind::term: {
        const Clause& clause = pack_.terms[condition.term.index].clause;
        return single(denied ? denial(pack_, clause) : clause.says);
      }
      default:
        return test(condition, denied);
    }
  }

  std::string spoken(const Phrase& phrase) const {
    const bool is_nested = std::any_of(phrase.parts.begin(), phrase.parts.end(),
                                       [](const Phrase& part) { return part.is_compound(); });
    if (!is_nested) return inner(phrase);
    std::string out;
    for (const Phrase& part : phrase.parts) {
      if (!out.empty()) out += ", " + word(phrase.joint) + " ";
      out += inner(part);
    }
    return out;
  }

 private:
  Phrase joined(const Condition& condition, bool denied) const {
    std::vector<Phrase> parts;
    for (const Condition& operand : condition.operands) parts.push_back(phrase(operand, denied));
    const bool is_all = (condition.kind == Kind::all_of) != denied;
    return join(is_all ? Phrase::Joint::all : Phrase::Joint::any, std::move(parts));
  }

  Phrase test(const Condition& test, bool denied) const {
    switch (pack_.question_of(test.variable).type) {
      case QuestionType::integer:
        return numbers(test, denied);
      case QuestionType::choice:
        return options(test, denied);
      default:
        return single(clause_of(pack_, test.variable, accepts(test, 1) != denied ? 1 : 0));
    }
  }

  /// Options that are meant are named; options that are not meant are denied, unless few are left.
  Phrase options(const Condition& test, bool denied) const {
    const bool is_denial = (test.kind == Kind::not_equal) != denied;
    const Question& question = pack_.question_of(test.variable);
    std::vector<Phrase> meant;
    std::vector<Phrase> not_meant;
    for (std::int32_t value = question.min; value <= question.max; ++value) {
      const Clause& clause = question.options[static_cast<std::size_t>(value)].clause;
      if (accepts(test, value) != denied) {
        meant.push_back(single(clause.says));
      } else {
        not_meant.push_back(single(denial(pack_, clause)));
      }
    }
    constexpr std::size_t kFew = 2;
    const bool names = !is_denial || (meant.size() <= kFew && !meant.empty());
    return names ? join(Phrase::Joint::any, std::move(meant))
                 : join(Phrase::Joint::all, std::move(not_meant));
  }

  Phrase numbers(const Condition& test, bool denied) const {
    const std::int32_t first = test.values[0];
    switch (test.kind) {
      case Kind::equal:
      case Kind::not_equal:
        return (test.kind == Kind::equal) != denied ? number(test, "", first)
                                                    : number(test, "sentence.other-than", first);
      case Kind::less:
      case Kind::greater_equal:
        return number(
            test, (test.kind == Kind::less) != denied ? "sentence.less-than" : "sentence.at-least",
            first);
      case Kind::greater:
      case Kind::less_equal:
        return number(
            test,
            (test.kind == Kind::greater) != denied ? "sentence.more-than" : "sentence.at-most",
            first);
      default:
        return range(test, denied);
    }
  }

  Phrase range(const Condition& test, bool denied) const {
    const std::int32_t margin = test.kind == Kind::between ? 1 : 0;
    const std::int32_t low = test.values[0] + margin;
    const std::int32_t high = test.values[1] - margin;
    if (denied) {
      return join(Phrase::Joint::any, {number(test, "sentence.less-than", low),
                                       number(test, "sentence.more-than", high)});
    }
    if (low == high) return number(test, "", low);
    const std::string from = filled(pack_.text("sentence.between"), std::to_string(low));
    return single(about(test, filled(from, std::to_string(high))));
  }

  /// "your pain is 4 or more": a number in a pattern of the pack, in the question's clause.
  Phrase number(const Condition& test, std::string_view pattern, std::int32_t value) const {
    const std::string digits = std::to_string(value);
    return single(about(test, pattern.empty() ? digits : filled(pack_.text(pattern), digits)));
  }

  std::string about(const Condition& test, std::string_view amount) const {
    return filled(pack_.question_of(test.variable).clause.says, amount);
  }

  std::string word(Phrase::Joint joint) const {
    return pack_.text(joint == Phrase::Joint::all ? "sentence.and" : "sentence.or");
  }

  /// "a, b and c"; what is compound again within stands in parentheses.
  std::string inner(const Phrase& phrase) const {
    if (!phrase.is_joined()) return phrase.text;
    std::string out;
    for (std::size_t i = 0; i < phrase.parts.size(); ++i) {
      const Phrase& part = phrase.parts[i];
      if (i > 0) out += i + 1 == phrase.parts.size() ? " " + word(phrase.joint) + " " : ", ";
      out += part.is_compound() ? "(" + inner(part) + ")" : part.text;
    }
    return out;
  }

  const Pack& pack_;
};

}  // namespace

std::string sentence(const Condition& condition, const Pack& pack) {
  const Speaker speaker(pack);
  return speaker.spoken(speaker.phrase(condition, false));
}

std::string clause_of(const Pack& pack, VariableId variable, std::int32_t value) {
  const Question& question = pack.question_of(variable);
  switch (question.type) {
    case QuestionType::integer:
      return filled(question.clause.says, std::to_string(value));
    case QuestionType::choice:
      return question.options[static_cast<std::size_t>(value)].clause.says;
    case QuestionType::boolean:
      return value != 0 ? question.clause.says : denial(pack, question.clause);
    case QuestionType::multi_choice:
      break;
  }
  const std::uint32_t option = variable.index - question.first_variable.index;
  const Clause& clause = question.options[option].clause;
  return value != 0 ? clause.says : denial(pack, clause);
}

}  // namespace runready
