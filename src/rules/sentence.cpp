#include "rules/sentence.hpp"

#include <algorithm>
#include <cassert>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/condition.hpp"
#include "text/words.hpp"

namespace runready {

// A condition becomes a tree of clauses joined by "and" or "or": denials are pushed down to the
// clauses (De Morgan), where packs have words for them, and joints of the same kind are merged.

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

using Words = std::vector<std::string_view>;

Words words_of(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::string spaced(const Words& words, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) text += (text.empty() ? "" : " ") + std::string(words[i]);
  return text;
}

/// How many words all clauses begin with and end with, one at least of each being left between.
std::pair<std::size_t, std::size_t> words_shared(const std::vector<Words>& clauses) {
  if (clauses.size() < 2) return {0, 0};
  const auto shares = [&](const auto& word_of) {
    return std::ranges::all_of(
        clauses, [&](const Words& clause) { return word_of(clause) == word_of(clauses.front()); });
  };
  std::size_t left = std::ranges::min(clauses, {}, &Words::size).size();
  std::size_t end = 0;
  for (; left > 1; --left, ++end) {
    if (!shares([&](const Words& words) { return words[words.size() - 1 - end]; })) break;
  }
  std::size_t begin = 0;
  for (; left > 1; --left, ++begin) {
    if (!shares([&](const Words& words) { return words[begin]; })) break;
  }
  return {begin, end};
}

class Speaker {
 public:
  explicit Speaker(const Pack& pack) : pack_(pack) {}

  Phrase phrase(const Condition& condition, bool denied) const {
    return visit(
        condition,
        [&](Joined join) {
          Phrase whole = joined(join, denied);
          return condition.kind == Kind::any_option && !denied ? shortened(whole) : whole;
        },
        [&](Negated negated) { return phrase(negated.operand, !denied); },
        [&](NamedTerm term) {
          const Clause& clause = pack_.terms[term.id.index].clause;
          return single(denied ? denial(pack_, clause) : clause.says);
        },
        [&](const Condition& test) { return test_phrase(test, denied); });
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
  Phrase joined(Joined of, bool denied) const {
    std::vector<Phrase> parts;
    for (const Condition& operand : of.operands) parts.push_back(phrase(operand, denied));
    return join(of.all != denied ? Phrase::Joint::all : Phrase::Joint::any, std::move(parts));
  }

  /// "your quad or calf hurts" for "your quad hurts or your calf hurts": the words with which all
  /// clauses begin and end are said once, unless what stands between would not be told apart.
  Phrase shortened(const Phrase& whole) const {
    std::vector<Words> clauses;
    for (const Phrase& part : whole.parts) clauses.push_back(words_of(part.text));
    const auto [begin, end] = words_shared(clauses);
    if (begin + end == 0) return whole;
    Phrase middles{Phrase::Joint::any, "", {}};
    for (const Words& clause : clauses) {
      middles.parts.push_back(single(spaced(clause, begin, clause.size() - end)));
      const std::string& middle = middles.parts.back().text;
      const bool joins =
          (" " + middle + " ").find(" " + word(Phrase::Joint::any) + " ") != std::string::npos ||
          (" " + middle + " ").find(" " + word(Phrase::Joint::all) + " ") != std::string::npos;
      if (joins || middles.parts.back().is_compound()) return whole;
    }
    const Words& first = clauses.front();
    std::string text = spaced(first, 0, begin);
    text += (text.empty() ? "" : " ") + inner(middles);
    if (end > 0) text += " " + spaced(first, first.size() - end, first.size());
    return single(text);
  }

  Phrase test_phrase(const Condition& test, bool denied) const {
    switch (pack_.question_of(test.variable).type) {
      case QuestionType::integer:
        return numbers(test, denied);
      case QuestionType::choice:
        return options(test, denied);
      case QuestionType::boolean:
      case QuestionType::multi_choice:
        break;
    }
    return single(clause_of(pack_, test.variable, accepts(test, 1) != denied ? 1 : 0));
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
      case Kind::between:
      case Kind::between_inclusive:
        return range(test, denied);
      case Kind::all_of:
      case Kind::any_of:
      case Kind::any_option:
      case Kind::negation:
      case Kind::term:
      case Kind::holds:
      case Kind::has_option:
      case Kind::one_of:
        break;
    }
    assert(false && "no comparison with numbers");
    return {};
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

std::string sentence(const Rule& rule, const Pack& pack) {
  const std::string when = sentence(rule.written_when(), pack);
  const Condition* unless = rule.written_unless();
  if (unless == nullptr) return when;
  return fill(pack.text("sentence.unless"), {when, sentence(*unless, pack)});
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
