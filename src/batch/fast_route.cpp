#include "batch/fast_route.hpp"

#include <algorithm>

#include "rules/condition.hpp"

namespace runready {

namespace {

static_assert(BatchWorker::kPadding >= Dictionary::kPadding);

bool is_too_long(const char* line, const char* next) {
  return next - 1 - line > static_cast<std::ptrdiff_t>(BatchWorker::kMaxLineBytes);
}

}  // namespace

FastRoute::FastRoute(const Pack& pack, bool nothing_else, FastPrinter printer)
    : nothing_else_(pack.questions.size()),
      always_nothing_else_(nothing_else),
      printer_(std::move(printer)),
      rules_(pack, printer_.needs()),
      gates_(pack, rules_.codes()),
      dictionary_(pack, rules_.codes()),
      reader_(pack, rules_.codes(), dictionary_, rules_.default_words()) {}

std::unique_ptr<const FastRoute> FastRoute::make(const Pack& pack, const BatchOptions& options) {
  if (options.strict || !options.keep.empty()) return nullptr;
  auto printer = FastPrinter::make(pack, options.json, options.proof);
  if (!printer) return nullptr;
  std::unique_ptr<const FastRoute> way(
      new FastRoute(pack, options.nothing_else, std::move(*printer)));
  return way->gates_.are_simple() ? std::move(way) : nullptr;
}

FastRoute::Scratch FastRoute::scratch() const {
  Scratch scratch;
  scratch.answers.words = rules_.default_words();
  scratch.verdict = rules_.verdict();
  scratch.worst = rules_.verdict();
  return scratch;
}

const char* FastRoute::answer(const char* line, const Separators& separators, Scratch& scratch,
                              BatchCounts& counts, LineBuffer& out) const {
  const char* const next = reader_.read(line, separators, scratch.answers);
  if (next == nullptr || is_too_long(line, next) || !judge(scratch)) return nullptr;
  print(scratch, counts, out);
  return next;
}

void FastRoute::print(Scratch& scratch, BatchCounts& counts, LineBuffer& out) const {
  printer_.print(scratch.answers, scratch.verdict, conditional(scratch), out);
  count(scratch.verdict, counts);
}

bool FastRoute::judge(Scratch& scratch) const {
  FastAnswers& answers = scratch.answers;
  std::uint64_t& nothing_else = answers.words[nothing_else_];
  const bool may_tell_nothing = (nothing_else & kTold) != 0 && (nothing_else & 1) == 0;
  if (may_tell_nothing || !gates_.open(answers)) return false;
  // What is unknown of a list in part has no word.
  if (answers.has_partial_list && printer_.has_headline()) return false;
  if (always_nothing_else_) nothing_else = 1;
  // All else is told then, and whether the outcome is conditional rests on what is not.
  if ((nothing_else & 1) != 0 && printer_.has_headline() && gates_.leave_untold(answers)) {
    return false;
  }
  rules_.judge(answers.words, gates_.missing(answers), scratch.verdict);
  return true;
}

/// Whether a headline has to say what the outcome rests on.
Conditional FastRoute::conditional(Scratch& scratch) const {
  const FastVerdict& verdict = scratch.verdict;
  const bool nothing_else = (scratch.answers.words[nothing_else_] & 1) != 0;
  if (nothing_else || !printer_.asks_whether_conditional(verdict)) return {};
  const Gates::Assumptions assumptions = gates_.assumptions(scratch.answers);
  if (assumptions.count == 0) return {};
  rules_.judge(scratch.answers.words, assumptions.unknown, scratch.worst);
  const bool could_be_worse = scratch.worst.recommendation > verdict.recommendation ||
                              scratch.worst.referral > verdict.referral;
  return {could_be_worse, assumptions.count};
}

void FastRoute::count(const FastVerdict& verdict, BatchCounts& counts) const {
  ++counts.answered;
  ++counts.recommendations[static_cast<std::size_t>(verdict.recommendation)];
  ++counts.referrals[static_cast<std::size_t>(verdict.referral)];
  if (counts.rules.empty()) return;
  for (const RuleId rule : verdict.rules()) ++counts.rules[rule.index];
}

namespace {

constexpr std::size_t kMostTests = 64;  ///< of a gate, terms inlined

/// The reply to a variable in a word.
std::int32_t reply_in(std::uint64_t word, const Variable& variable) {
  return variable.option ? static_cast<std::int32_t>(word >> *variable.option & 1U)
                         : ReplyCodes::value_in(word);
}

/// The only value that gives a test this truth, if there is just one.
std::optional<std::int32_t> only_value(const Condition& test, const Variable& variable,
                                       bool wanted) {
  std::optional<std::int32_t> only;
  for (std::int32_t value = variable.min; value <= variable.max; ++value) {
    if (accepts(test, value) != wanted) continue;
    if (only) return std::nullopt;
    only = value;
  }
  return only;
}

void collect_reads(const Condition& condition, const Pack& pack, std::vector<VariableId>& reads) {
  for_each_read(
      condition,
      [&](NamedTerm term) { collect_reads(pack.terms[term.id.index].when, pack, reads); },
      [&](const Condition& test) { reads.push_back(test.variable); });
}

}  // namespace

Gates::Gates(const Pack& pack, const ReplyCodes& codes)
    : pack_(pack),
      codes_(codes),
      gate_of_(pack.questions.size(), kNoGate),
      behind_(pack.questions.size()),
      gates_reading_(pack.questions.size()) {
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
    behind_[question.index] = behind_[same->questions.front()];
    same->questions.push_back(question.index);
    return;
  }
  are_simple_ = are_simple_ && sizes.tests(*asked.when) < kMostTests;
  Gate gate;
  gate.when = &*asked.when;
  gate.is_quick = is_quick_test(*asked.when);
  if (gate.is_quick) gate.quick = quick_test(*asked.when);
  gate.questions.push_back(question.index);
  if (are_simple_) find_reads(gate);
  gates_.push_back(std::move(gate));
}

void Gates::find_reads(Gate& gate) {
  std::vector<VariableId> variables;
  collect_reads(*gate.when, pack_, variables);
  const std::size_t tests = variables.size();
  std::ranges::sort(variables, {}, &VariableId::index);
  const auto repeated = std::ranges::unique(variables);
  variables.erase(repeated.begin(), repeated.end());
  gate.reads_once = variables.size() == tests;
  QuestionSet& behind = behind_[gate.questions.front()];
  for (const VariableId variable : variables) {
    const std::uint32_t question = pack_.variable(variable).question.index;
    if (!gate.reads.empty() && gate.reads.back() == question) continue;
    gate.reads.push_back(question);
    ++gates_reading_[question];
    behind.add(question);
    behind.add(behind_[question]);
  }
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
  return told_truth(*gate.when, answers, truths);
}

Truth Gates::told_truth(const Condition& condition, const FastAnswers& answers,
                        const Truths& truths) const {
  return truth(condition, [&](const Condition& test) {
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
  Truths truths;
  bool all_are_open = false;
  for (bool is_new = true; is_new;) {
    is_new = false;
    all_are_open = true;
    told_truths(answers, truths);
    // A reply that was added may open or shut any of them: they are looked at anew.
    for (std::size_t g = 0; g < gates_.size() && !is_new; ++g) {
      if (truths[g] == Truth::yes || !has_symptom(gates_[g], answers.words.data())) continue;
      all_are_open = false;
      if (truths[g] == Truth::no || !infer(gates_[g], truths, answers, is_new)) return false;
    }
  }
  if (all_are_open) return true;
  // Those that may be open in more than one way are open if the defaults open them.
  Truths assumed;
  assumed_truths(answers, assumed);
  for (std::size_t g = 0; g < gates_.size(); ++g) {
    const bool is_open = truths[g] == Truth::yes || assumed[g] == Truth::yes;
    if (!is_open && has_symptom(gates_[g], answers.words.data())) return false;
  }
  return true;
}

/// Adds the replies without which a gate is certainly shut; `is_new` if any was missing. False if
/// this gate does not show which they are: only where no variable stands in it twice, and none
/// that is open stands behind another, each acts on the gate through its one test alone.
bool Gates::infer(const Gate& gate, const Truths& truths, FastAnswers& answers,
                  bool& is_new) const {
  bool is_forced = false;
  if (!gate.reads_once || !force(*gate.when, true, truths, answers, is_forced)) return false;
  is_new |= is_forced;
  if (is_forced) return true;
  const auto is_open = [&](std::uint32_t q) {
    const bool is_list = pack_.questions[q].type == QuestionType::multi_choice;
    const bool is_known = answers.is_told(q) || (answers.is_inferred(q) && !is_list);
    return !is_known && !is_shut(q, truths);
  };
  return std::ranges::none_of(gate.reads, [&](std::uint32_t q) {
    return is_open(q) && std::ranges::any_of(gate.reads, [&](std::uint32_t other) {
             return is_open(other) && behind_[q].has(other);
           });
  });
}

/// Adds what is needed for a condition that is unknown to become `wanted`: all of what is joined
/// so, and of alternatives the last that is left. False if that cannot be written into a word.
bool Gates::force(const Condition& condition, bool wanted, const Truths& truths,
                  FastAnswers& answers, bool& is_new) const {
  return visit(
      condition,
      [&](Joined joined) {
        const bool needs_all = joined.all == wanted;
        const Condition* last_left = nullptr;
        for (const Condition& operand : joined.operands) {
          if (told_truth(operand, answers, truths) != Truth::unknown) continue;
          if (needs_all && !force(operand, wanted, truths, answers, is_new)) return false;
          if (!needs_all && last_left != nullptr) return true;
          last_left = &operand;
        }
        return needs_all || last_left == nullptr ||
               force(*last_left, wanted, truths, answers, is_new);
      },
      [&](Negated negated) { return force(negated.operand, !wanted, truths, answers, is_new); },
      [&](NamedTerm term) {
        return force(pack_.terms[term.id.index].when, wanted, truths, answers, is_new);
      },
      [&](const Condition& test) { return force_test(test, wanted, answers, is_new); });
}

bool Gates::force_test(const Condition& test, bool wanted, FastAnswers& answers,
                       bool& is_new) const {
  const Variable& variable = pack_.variable(test.variable);
  const Question& question = pack_.question(variable.question);
  const std::optional<std::int32_t> value = only_value(test, variable, wanted);
  if (!value || permits(question, variable, *value)) return true;
  const bool is_list = variable.option.has_value();
  if (is_list && !question.assume) return false;
  if (is_list && *value == 0) {
    // A word has no place for it. It reads as the default does, and if no other gate reads it, it
    // is of no more consequence.
    answers.has_partial_list = true;
    return gates_reading_[variable.question.index] == 1;
  }
  std::uint64_t& word = answers.words[variable.question.index];
  if (!is_list) word = 0;
  answers.has_partial_list |= is_list;
  const std::uint64_t reply =
      is_list ? std::uint64_t{1} << *variable.option : codes_.word(variable.question, *value);
  word |= codes_.marked(variable.question, reply) | kInferred;
  is_new = true;
  return true;
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
