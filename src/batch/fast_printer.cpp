#include "batch/fast_printer.hpp"

#include <algorithm>
#include <bit>

#include "model/answers.hpp"
#include "report/json_fields.hpp"

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

namespace {

constexpr std::size_t kRecommendations = kRecommendationNames.size();
constexpr std::size_t kReferrals = kReferralNames.size();

std::string_view first_key(std::string_view name) { return name.substr(0, name.find('.')); }

/// An assessment of nothing told, to be changed in the one point that is to be printed.
Assessment nothing_told(const Pack& pack) {
  Assessment assessment;
  for (Answers* answers : {&assessment.known.told, &assessment.known.inferred,
                           &assessment.known.both, &assessment.assumed}) {
    *answers = no_answers(pack);
  }
  assessment.known.pack = pack.identity;
  return assessment;
}

}  // namespace

/// Makes a printer, field by field.
class FastPrinter::Maker {
 public:
  Maker(const Pack& pack, const JsonOptions& options, const Proof& proof)
      : pack_(pack), options_(options), proof_(proof), printer_(pack) {}

  std::optional<FastPrinter> make() {
    if (!std::all_of(options_.fields.begin(), options_.fields.end(), is_known)) {
      return std::nullopt;
    }
    for (const std::string_view field : kAssessmentFields) {
      if (is_wanted(field) && !add(field)) return std::nullopt;
    }
    printer_.texts_.append(LineBuffer::kPadding, ' ');
    return std::move(printer_);
  }

 private:
  static bool is_known(const std::string& name) {
    return std::find(std::begin(kAssessmentFields), std::end(kAssessmentFields), first_key(name)) !=
               std::end(kAssessmentFields) &&
           !need_outlook(std::span(&name, 1));
  }

  bool is_wanted(std::string_view field) const {
    if (options_.fields.empty()) {
      const bool is_explained = field == "rules" || field == "sources";
      return !is_explained && !need_outlook(std::vector{std::string(field)});
    }
    return std::any_of(options_.fields.begin(), options_.fields.end(),
                       [&](const std::string& name) { return first_key(name) == field; });
  }

  /// False if the field has no fragments.
  bool add(std::string_view field) {
    if (follows_situation(field)) return false;
    if (field == "id") {
      add_step(StepKind::id).before = keep(",\"id\":");
    } else if (field == "headline") {
      add_headline();
    } else if (field == "reasons") {
      return add_reasons();
    } else if (field == "workout" || field == "alternatives") {
      add_workouts(field);
    } else if (field == "tips") {
      add_tips();
    } else if (field == "recheck_hours") {
      add_recheck();
    } else if (is_by_outcome(field)) {
      add_by_outcome(field);
    } else {
      return false;
    }
    return true;
  }

  /// Whether a text in the field has wordings for situations.
  bool follows_situation(std::string_view field) const {
    return std::any_of(pack_.wordings.begin(), pack_.wordings.end(), [&](const auto& entry) {
      const std::string_view group = first_key(entry.first);
      return (group == "headline" && field == "headline") ||
             (group == "feel-check" && field == "feel_check") ||
             (group == "escalation" && field == "reasons" && !options_.brief);
    });
  }

  static bool is_by_outcome(std::string_view field) {
    return field == "schema" || field == "recommendation" || field == "referral" ||
           field == "feel_check" || field == "pack" || field == "program" || field == "notice";
  }

  Step& add_step(StepKind kind) {
    Step& step = printer_.steps_.emplace_back();
    step.kind = kind;
    return step;
  }

  Fragment keep(std::string_view text) {
    const Fragment fragment{static_cast<std::uint32_t>(printer_.texts_.size()),
                            static_cast<std::uint32_t>(text.size())};
    printer_.texts_ += text;
    return fragment;
  }

  /// The field as `to_json` prints it, with a comma before it; empty if it is left out.
  std::string printed(const Assessment& assessment, std::string_view field,
                      const std::optional<Outlook>& outlook = std::nullopt) const {
    JsonOptions options{{}, options_.brief};
    for (const std::string& name : options_.fields) {
      if (first_key(name) == field) options.fields.push_back(name);
    }
    if (options.fields.empty()) options.fields.emplace_back(field);
    const Report report{pack_, assessment, outlook, {}, proof_, "", false};
    const std::string line = to_json(report, options);
    return line.size() == 2 ? "" : "," + line.substr(1, line.size() - 2);
  }

  /// What stands between the brackets of a field that is a list, with a comma after it.
  std::string entry(const Assessment& assessment, std::string_view field) const {
    const std::string text = printed(assessment, field);
    const std::size_t begin = field.size() + std::string_view(R"(,"":[)").size();
    return text.substr(begin, text.size() - begin - 1) + ",";
  }

  Fragment opening(std::string_view field) { return keep(",\"" + std::string(field) + "\":["); }

  template <class Text>
  std::vector<Fragment> for_each_outcome(Text text) {
    std::vector<Fragment> fragments;
    Assessment assessment = nothing_told(pack_);
    for (std::size_t i = 0; i < kRecommendations * kReferrals; ++i) {
      assessment.recommendation = static_cast<Recommendation>(i / kReferrals);
      assessment.referral = static_cast<Referral>(i % kReferrals);
      fragments.push_back(keep(text(assessment, i)));
    }
    return fragments;
  }

  /// Fields of that kind that follow one another become one step.
  void add_by_outcome(std::string_view field) {
    std::vector<Step>& steps = printer_.steps_;
    const bool is_next = !steps.empty() && steps.back().kind == StepKind::by_outcome;
    if (!is_next) add_step(StepKind::by_outcome);
    Step& step = steps.back();
    const std::vector<Fragment> before = step.by_outcome;
    step.by_outcome = for_each_outcome([&](const Assessment& assessment, std::size_t i) {
      const std::string earlier(is_next ? printer_.text(before[i]) : "");
      return earlier + printed(assessment, field);
    });
  }

  void add_headline() {
    printer_.has_headline_ = true;
    add_step(StepKind::headline).by_outcome = for_each_outcome(
        [&](const Assessment& assessment, std::size_t) { return printed(assessment, "headline"); });
    Outlook worse;
    worse.range.most = Recommendation::rest;
    Assessment assessment = nothing_told(pack_);
    for (const auto recommendation : {Recommendation::run, Recommendation::easy_run}) {
      assessment.recommendation = recommendation;
      for (std::size_t count = 0; count <= pack_.questions.size(); ++count) {
        assessment.assumed_count = count;
        const std::string text = printed(assessment, "headline", worse);
        printer_.conditional_headlines_.push_back(keep(text));
      }
    }
  }

  bool add_reasons() {
    const Fields fields(options_.fields);
    const Fields parts = options_.fields.empty() ? Fields() : fields.at("reasons");
    if (!options_.brief && (parts.has("answers") || parts.has("unknown"))) return false;
    Step& step = add_step(StepKind::reasons);
    step.before = opening("reasons");
    step.by_outcome = for_each_outcome([&](Assessment assessment, std::size_t) {
      assessment.reasons = {
          Reason{std::nullopt, std::nullopt, assessment.recommendation, Referral::none, {}, {}}};
      return entry(assessment, "reasons");
    });
    Assessment assessment = nothing_told(pack_);
    for (std::uint32_t r = 0; r < pack_.rules.size(); ++r) {
      const Rule& rule = pack_.rules[r];
      Reason reason{RuleId{r}, std::nullopt, rule.recommend, rule.referral, {}, {}};
      if (rule.reads_complaint) reason.complaint = 0;
      assessment.reasons = {reason};
      step.entries.push_back(keep(entry(assessment, "reasons")));
    }
    return true;
  }

  void add_workouts(std::string_view field) {
    printer_.needs_.heart_rate = true;
    const bool is_first = field == "workout";
    Step& step = add_step(is_first ? StepKind::workout : StepKind::alternatives);
    if (!is_first) step.before = opening(field);
    Assessment assessment = nothing_told(pack_);
    step.none = keep(printed(assessment, field));
    for (std::uint32_t w = 0; w < pack_.workouts.size(); ++w) {
      assessment.offered.assign(is_first ? 1 : 2, WorkoutId{w});
      for (const bool allowed : {false, true}) {
        assessment.heart_rate_allowed = allowed;
        step.entries.push_back(
            keep(is_first ? printed(assessment, field) : entry(assessment, field)));
      }
    }
  }

  void add_tips() {
    printer_.needs_.tips = true;
    Step& step = add_step(StepKind::tips);
    step.before = opening("tips");
    printer_.tips_for_.assign(kRecommendations,
                              std::vector<std::uint64_t>((pack_.tips.size() + 63) / 64));
    Assessment assessment = nothing_told(pack_);
    for (std::uint32_t t = 0; t < pack_.tips.size(); ++t) {
      assessment.tips = {TipId{t}};
      step.entries.push_back(keep(entry(assessment, "tips")));
      const auto& levels = pack_.tips[t].offered_for;
      for (std::size_t level = 0; level < kRecommendations; ++level) {
        const bool fits =
            levels.empty() || std::find(levels.begin(), levels.end(),
                                        static_cast<Recommendation>(level)) != levels.end();
        if (fits) printer_.tips_for_[level][t / 64] |= std::uint64_t{1} << t % 64;
      }
    }
  }

  void add_recheck() {
    printer_.needs_.recheck_hours = true;
    Step& step = add_step(StepKind::recheck_hours);
    Assessment assessment = nothing_told(pack_);
    step.none = keep(printed(assessment, "recheck_hours"));
    for (const Rule& rule : pack_.rules) {
      if (!rule.recheck_hours || step.by_hours.contains(*rule.recheck_hours)) continue;
      assessment.recheck_hours = rule.recheck_hours;
      step.by_hours[*rule.recheck_hours] = keep(printed(assessment, "recheck_hours"));
    }
  }

  const Pack& pack_;
  const JsonOptions& options_;
  const Proof& proof_;
  FastPrinter printer_;
};

std::optional<FastPrinter> FastPrinter::make(const Pack& pack, const JsonOptions& options,
                                             const Proof& proof) {
  return Maker(pack, options, proof).make();
}

}  // namespace runready
