#include "batch/fast_route.hpp"

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

}  // namespace runready
