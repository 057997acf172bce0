#include "batch/gates.hpp"

#include <algorithm>
#include <optional>

#include "condition/evaluate.hpp"

namespace runready {

namespace {

constexpr std::size_t kMostTests = 64;  ///< of a gate, terms inlined

/// The reply to a variable in a word.
std::int32_t reply_in(std::uint64_t word, const Variable& variable) {
  return variable.option ? static_cast<std::int32_t>(word >> *variable.option & 1U)
                         : ReplyCodes::value_in(word);
}

/// The only value that a test accepts, if there is just one.
std::optional<std::int32_t> only_value(const Condition& test, const Variable& variable) {
  std::optional<std::int32_t> only;
  for (std::int32_t value = variable.min; value <= variable.max; ++value) {
    if (!accepts(test, value)) continue;
    if (only) return std::nullopt;
    only = value;
  }
  return only;
}

}  // namespace

Gates::Gates(const Pack& pack, const ReplyCodes& codes)
    : pack_(pack), codes_(codes), gate_of_(pack.questions.size(), kNoGate) {
  const InlinedSizes sizes(pack);
  for (const QuestionId id : pack.gate_order) add(id, sizes);
}

void Gates::add(QuestionId question, const InlinedSizes& sizes) {
  const Question& asked = pack_.question(question);
  if (!asked.assume) never_assumed_.push_back(question.index);
  if (asked.assume && !goes_without_saying(asked)) to_be_told_.push_back(question.index);
  if (!asked.when) return;
  const auto same = std::find_if(gates_.begin(), gates_.end(),
                                 [&](const Gate& gate) { return *gate.when == *asked.when; });
  gate_of_[question.index] = static_cast<std::uint32_t>(same - gates_.begin());
  if (same != gates_.end()) {
    same->questions.push_back(question.index);
    return;
  }
  are_simple_ = are_simple_ && sizes.tests(*asked.when) < kMostTests;
  Gate gate;
  gate.when = &*asked.when;
  gate.is_quick = is_quick_test(*asked.when);
  if (gate.is_quick) gate.quick = quick_test(*asked.when);
  gate.questions.push_back(question.index);
  gate.can_force = are_simple_ && find_forced(*gate.when, gate.forced);
  gates_.push_back(std::move(gate));
}

bool Gates::find_forced(const Condition& condition, std::vector<Forced>& forced) const {
  return visit(
      condition,
      [&](Joined joined) {
        return joined.all && std::ranges::all_of(joined.operands, [&](const Condition& operand) {
                 return find_forced(operand, forced);
               });
      },
      [](Negated) { return false; },
      [&](NamedTerm term) { return find_forced(pack_.terms[term.id.index].when, forced); },
      [&](const Condition& test) { return find_forced_test(test, forced); });
}

/// A test that several values pass forces nothing, but the reply has then to be told.
bool Gates::find_forced_test(const Condition& test, std::vector<Forced>& forced) const {
  const Variable& variable = pack_.variable(test.variable);
  const bool is_again = std::any_of(forced.begin(), forced.end(), [&](const Forced& f) {
    return f.question == variable.question;
  });
  const auto value = only_value(test, variable);
  if (is_again || !value) return false;
  const Question& question = pack_.question(variable.question);
  if (permits(question, variable, *value)) return false;
  if (variable.option && (*value == 0 || !question.assume)) return false;
  forced.push_back({variable.question, variable.option ? std::uint64_t{1} << *variable.option
                                                       : codes_.word(variable.question, *value)});
  return true;
}

template <class TruthOfTest>
Truth Gates::truth(const Condition& condition, const TruthOfTest& truth_of_test) const {
  const auto truth_of = [&](const Condition& part) { return truth(part, truth_of_test); };
  return visit(
      condition, [&](Joined joined) { return join(joined, truth_of); },
      [&](Negated negated) { return negate(truth_of(negated.operand)); },
      [&](NamedTerm term) { return truth_of(pack_.terms[term.id.index].when); },
      [&](const Condition& test) { return truth_of_test(test); });
}

bool Gates::is_shut(std::uint32_t question, const Truths& truths) const {
  return gate_of_[question] != kNoGate && truths[gate_of_[question]] == Truth::no;
}

bool Gates::is_quick_test(const Condition& condition) const {
  if (!is_test(condition.kind)) return false;
  const Variable& variable = pack_.variable(condition.variable);
  return variable.max - variable.min < 64;
}

Gates::QuickTest Gates::quick_test(const Condition& test) const {
  const Variable& variable = pack_.variable(test.variable);
  QuickTest quick;
  quick.question = variable.question.index;
  quick.shift = variable.option.value_or(0);
  quick.bits = variable.option ? 1 : ~std::uint32_t{0};
  quick.least = variable.min;
  for (std::int32_t value = variable.min; value <= variable.max; ++value) {
    quick.accepted |= std::uint64_t{accepts(test, value)} << (value - variable.min);
  }
  return quick;
}

Truth Gates::told_truth(const Gate& gate, const FastAnswers& answers, const Truths& truths) const {
  // Behind a shut gate stands the default, which the words have where nothing was told.
  if (gate.is_quick) {
    const QuickTest& test = gate.quick;
    const std::uint64_t word = answers.words[test.question];
    const std::uint64_t is_chosen = word >> test.shift & 1;
    const bool is_told = (word & kTold) != 0;
    const bool is_inferred = (word & kInferred) != 0 && (!test.is_list() || is_chosen != 0);
    if (!is_told && !is_inferred && !is_shut(test.question, truths)) return Truth::unknown;
    return test.accepts(word) != 0 ? Truth::yes : Truth::no;
  }
  return truth(*gate.when, [&](const Condition& test) {
    const Variable& variable = pack_.variable(test.variable);
    const std::uint32_t question = variable.question.index;
    const std::uint64_t word = answers.words[question];
    const bool is_inferred =
        answers.is_inferred(question) && (!variable.option || (word >> *variable.option & 1U) != 0);
    if (!answers.is_told(question) && !is_inferred && !is_shut(question, truths)) {
      return Truth::unknown;
    }
    return accepts(test, reply_in(word, variable)) ? Truth::yes : Truth::no;
  });
}

void Gates::told_truths(const FastAnswers& answers, Truths& truths) const {
  for (std::size_t g = 0; g < gates_.size(); ++g) {
    truths[g] = told_truth(gates_[g], answers, truths);
  }
}

void Gates::assumed_truths(const FastAnswers& answers, Truths& truths) const {
  const auto of_test = [&](const Condition& test) {
    const Variable& variable = pack_.variable(test.variable);
    const std::uint32_t question = variable.question.index;
    const bool is_missing = !pack_.questions[question].assume && answers.is_silent(question) &&
                            !is_shut(question, truths);
    if (is_missing) return Truth::unknown;
    return accepts(test, reply_in(answers.words[question], variable)) ? Truth::yes : Truth::no;
  };
  for (std::size_t g = 0; g < gates_.size(); ++g) truths[g] = truth(*gates_[g].when, of_test);
}

inline std::uint64_t Gates::any_of(const Gate& gate, const std::uint64_t* words) {
  std::uint64_t any = 0;
  for (const std::uint32_t question : gate.questions) any |= words[question];
  return any;
}

bool Gates::has_symptom(const Gate& gate, const std::uint64_t* words) {
  return (any_of(gate, words) & kSymptom) != 0;
}

/// A gate that a single test decides is open if its reply was told and opens it. No branch depends
/// on the answers, or it would be guessed wrong often.
bool Gates::open(FastAnswers& answers) const {
  const std::uint64_t* const words = answers.words.data();
  std::uint64_t doubtful = 0;
  for (const Gate& gate : gates_) {
    const std::uint64_t word = words[gate.quick.question];
    const std::uint64_t is_told_open = word >> kToldShift & gate.quick.accepts(word);
    doubtful |= any_of(gate, words) & (is_told_open - 1);
  }
  return (doubtful & kSymptom) == 0 || open_by_inference(answers);
}

bool Gates::open_by_inference(FastAnswers& answers) const {
  for (bool is_new = true; is_new;) {
    is_new = false;
    Truths truths;
    told_truths(answers, truths);
    for (std::size_t g = 0; g < gates_.size(); ++g) {
      if (truths[g] == Truth::yes || !has_symptom(gates_[g], answers.words.data())) continue;
      if (truths[g] == Truth::no || !infer(gates_[g], answers)) return false;
      is_new = true;
    }
  }
  return true;
}

/// Adds the replies that open a gate. Whether any was missing.
bool Gates::infer(const Gate& gate, FastAnswers& answers) const {
  if (!gate.can_force) return false;
  bool is_new = false;
  for (const Forced& forced : gate.forced) {
    std::uint64_t& word = answers.words[forced.question.index];
    const bool is_list = pack_.question(forced.question).type == QuestionType::multi_choice;
    const bool has_it = is_list ? (word & forced.word) != 0 : (word & kInferred) != 0;
    if ((word & kTold) != 0 || has_it) continue;
    if (!is_list) word = 0;
    answers.has_partial_list |= is_list;
    word |= codes_.marked(forced.question, forced.word) | kInferred;
    is_new = true;
  }
  return is_new;
}

QuestionSet Gates::missing(const FastAnswers& answers) const {
  QuestionSet missing;
  const auto is_silent = [&](std::uint32_t q) { return answers.is_silent(q); };
  if (std::none_of(never_assumed_.begin(), never_assumed_.end(), is_silent)) return missing;
  Truths truths;
  assumed_truths(answers, truths);
  for (const std::uint32_t q : never_assumed_) {
    if (is_silent(q) && !is_shut(q, truths)) missing.add(q);
  }
  return missing;
}

bool Gates::leave_untold(const FastAnswers& answers) const {
  const auto is_silent = [&](std::uint32_t q) { return answers.is_silent(q); };
  if (std::none_of(to_be_told_.begin(), to_be_told_.end(), is_silent)) return false;
  Truths truths;
  assumed_truths(answers, truths);
  return std::any_of(to_be_told_.begin(), to_be_told_.end(),
                     [&](std::uint32_t q) { return answers.is_silent(q) && !is_shut(q, truths); });
}

Gates::Assumptions Gates::assumptions(const FastAnswers& answers) const {
  Truths told;
  Truths assumed;
  told_truths(answers, told);
  assumed_truths(answers, assumed);
  Assumptions found;
  for (std::uint32_t q = 0; q < pack_.questions.size(); ++q) {
    if (!answers.is_silent(q)) continue;
    if (!is_shut(q, told)) found.unknown.add(q);
    const bool applies = gate_of_[q] == kNoGate || assumed[gate_of_[q]] == Truth::yes;
    if (applies && pack_.questions[q].assume) ++found.count;
  }
  return found;
}

}  // namespace runready
