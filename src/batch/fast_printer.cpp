#include "batch/fast_printer.hpp"

#include <bit>

namespace runready {

namespace {

/// Calls `use` with the number of each bit set, from the lowest on.
template <class Use>
void for_each_bit(const std::vector<std::uint64_t>& words, Use use) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::uint64_t bits = words[i]; bits != 0; bits &= bits - 1) {
      use(i * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
    }
  }
}

std::size_t outcome_number(const FastVerdict& verdict) {
  return static_cast<std::size_t>(verdict.recommendation) * kReferralNames.size() +
         static_cast<std::size_t>(verdict.referral);
}

std::size_t workout_entry(std::size_t workout, const FastVerdict& verdict) {
  return 2 * workout + (verdict.heart_rate_allowed ? 1 : 0);
}

}  // namespace

void FastPrinter::print(const FastAnswers& answers, const FastVerdict& verdict,
                        Conditional conditional, LineBuffer& out) const {
  const std::size_t begin = out.size();
  for (const Step& step : steps_) {
    switch (step.kind) {
      case StepKind::by_outcome:
        put(step.by_outcome[outcome_number(verdict)], out);
        break;
      case StepKind::id:
        if (answers.id_json.empty()) break;
        put(step.before, out);
        out.append(answers.id_json);
        break;
      case StepKind::headline:
        print_headline(step, verdict, conditional, out);
        break;
      case StepKind::reasons:
        print_reasons(step, verdict, out);
        break;
      case StepKind::workout:
        print_workout(step, verdict, out);
        break;
      case StepKind::alternatives:
        print_alternatives(step, verdict, out);
        break;
      case StepKind::tips:
        print_tips(step, verdict, out);
        break;
      case StepKind::recheck_hours:
        print_recheck(step, verdict, out);
        break;
    }
  }
  if (out.size() == begin) out.append(",");
  out.set(begin, '{');  // instead of the first field's comma
  out.append("}\n");
}

void FastPrinter::close_list(LineBuffer& out) {
  if (out.last() == ',') out.drop_last();
  out.append("]");
}

void FastPrinter::print_headline(const Step& step, const FastVerdict& verdict,
                                 Conditional conditional, LineBuffer& out) const {
  if (!conditional.holds || !asks_whether_conditional(verdict)) {
    put(step.by_outcome[outcome_number(verdict)], out);
    return;
  }
  const std::size_t counts = conditional_headlines_.size() / 2;
  const std::size_t first = verdict.recommendation == Recommendation::run ? 0 : counts;
  put(conditional_headlines_[first + conditional.assumed_count], out);
}

void FastPrinter::print_reasons(const Step& step, const FastVerdict& verdict,
                                LineBuffer& out) const {
  put(step.before, out);
  if (verdict.recommendation != verdict.floor) {
    put(step.by_outcome[outcome_number(verdict)], out);
  }
  for (const RuleId rule : verdict.rules()) put(step.entries[rule.index], out);
  close_list(out);
}

void FastPrinter::print_workout(const Step& step, const FastVerdict& verdict,
                                LineBuffer& out) const {
  std::optional<std::size_t> first;
  for_each_bit(verdict.offered, [&](std::size_t workout) {
    if (!first) first = workout;
  });
  put(first ? step.entries[workout_entry(*first, verdict)] : step.none, out);
}

void FastPrinter::print_alternatives(const Step& step, const FastVerdict& verdict,
                                     LineBuffer& out) const {
  put(step.before, out);
  bool is_first = true;
  for_each_bit(verdict.offered, [&](std::size_t workout) {
    if (!is_first) put(step.entries[workout_entry(workout, verdict)], out);
    is_first = false;
  });
  close_list(out);
}

void FastPrinter::print_tips(const Step& step, const FastVerdict& verdict, LineBuffer& out) const {
  put(step.before, out);
  std::vector<std::uint64_t> shown = tips_for_[static_cast<std::size_t>(verdict.recommendation)];
  for (std::size_t i = 0; i < shown.size(); ++i) shown[i] &= ~verdict.barred_tips()[i];
  for_each_bit(shown, [&](std::size_t tip) { put(step.entries[tip], out); });
  close_list(out);
}

void FastPrinter::print_recheck(const Step& step, const FastVerdict& verdict,
                                LineBuffer& out) const {
  put(verdict.recheck_hours ? step.by_hours.at(*verdict.recheck_hours) : step.none, out);
}

}  // namespace runready
