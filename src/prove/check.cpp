#include "prove/check.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pack/digest.hpp"
#include "rules/condition.hpp"

namespace runready {

Proving::Proving(const Pack& pack, std::size_t node_budget)
    : pack_(pack), node_budget_(node_budget), most_steps_(kStepsPerNode * node_budget) {}

std::size_t Proving::nodes() const {
  return earlier_nodes_ + (compiled_ ? compiled_->diagrams.node_count() : 0);
}

std::size_t Proving::steps_taken() const {
  return earlier_steps_ + (compiled_ ? compiled_->diagrams.steps() : 0);
}

/// The pack as it is compiled now, or anew if that is spent.
CompiledPack& Proving::compiled() {
  if (compiled_ && !compiled_->diagrams.is_spent()) return *compiled_;
  earlier_steps_ = steps_taken();
  earlier_nodes_ = nodes();
  compiled_.reset();
  compiled_ = std::make_unique<CompiledPack>(pack_, node_budget_);
  compiled_->diagrams.allow_steps(most_steps_ - earlier_steps_);
  for (const OutcomePart part : too_large_) compiled_->outcome.shun(part);
  return *compiled_;
}

/// Whether that is news: then a way may be found without it.
bool Proving::remember(OutcomePart part) {
  if (std::ranges::find(too_large_, part) != too_large_.end()) return false;
  too_large_.push_back(part);
  return true;
}

std::optional<Proving::Failure> Proving::try_to(const std::function<void(CompiledPack&)>& use) {
  while (!is_over()) {
    CompiledPack& pack = compiled();
    const bool is_new = pack.diagrams.node_count() == 0;
    try {
      use(pack);
      return std::nullopt;
    } catch (const PartTooLarge& failed) {
      if (!remember(failed.part)) return Failure{failed.part};
    } catch (const BudgetExceeded&) {
      if (is_new) return Failure{};
    }
  }
  return Failure{};
}

bool Proving::attempt(const std::function<void(CompiledPack&)>& use) { return !try_to(use); }

Findings Proving::attempt(const std::string& check, const std::string& subject, Span span,
                          const std::function<Findings(CompiledPack&)>& prove) {
  Findings findings;
  const auto failure = try_to([&](CompiledPack& pack) { findings = prove(pack); });
  if (!failure) return findings;
  std::string message = "too large to prove";
  if (failure->part) {
    message += ": it needs " + part_words(pack_, *failure->part) + ", which is too large";
  } else if (is_over()) {
    message = "not tried to the end: the node budget was spent";
  }
  return {finding_of(Finding::Verdict::not_proved, check, subject, span, std::move(message))};
}

// --- Saying what is too large -----------------------------------------------------------------

namespace {

std::string id_of(const Pack& pack, OutcomePart part) {
  switch (part.kind) {
    case OutcomePart::Kind::rule:
      return pack.rules[part.index].id;
    case OutcomePart::Kind::recommendation:
      return std::string(kRecommendationNames[part.index]);
    case OutcomePart::Kind::referral:
      return std::string(kReferralNames[part.index]);
    case OutcomePart::Kind::exclusion:
      return pack.activities[part.index].id;
    case OutcomePart::Kind::workout:
      return pack.workouts[part.index].id;
    case OutcomePart::Kind::tip:
      break;
  }
  return pack.tips[part.index].id;
}

std::string_view kind_name(OutcomePart::Kind kind) {
  switch (kind) {
    case OutcomePart::Kind::rule:
      return "rule";
    case OutcomePart::Kind::recommendation:
      return "recommendation";
    case OutcomePart::Kind::referral:
      return "referral";
    case OutcomePart::Kind::exclusion:
      return "exclusion";
    case OutcomePart::Kind::workout:
      return "workout";
    case OutcomePart::Kind::tip:
      break;
  }
  return "tip";
}

/// Whether a rule has a say in a part. A recommendation is also what nothing is offered for.
bool has_a_say(const Rule& rule, OutcomePart part) {
  switch (part.kind) {
    case OutcomePart::Kind::recommendation:
      return static_cast<std::uint32_t>(rule.recommend) >= part.index || !rule.exclude.empty();
    case OutcomePart::Kind::referral:
      return static_cast<std::uint32_t>(rule.referral) >= part.index;
    case OutcomePart::Kind::exclusion:
      return std::ranges::find(rule.exclude, ActivityId{part.index}) != rule.exclude.end();
    default:
      return false;
  }
}

}  // namespace

std::string part_words(const Pack& pack, OutcomePart part) {
  const std::string of = part.kind == OutcomePart::Kind::exclusion ? " of" : "";
  return std::string(kind_name(part.kind)) + of + " `" + id_of(pack, part) + "`";
}

TooLarge too_large(const Pack& pack, OutcomePart part) {
  TooLarge found{std::string(kind_name(part.kind)), id_of(pack, part), {}, {}, Span{}};
  using Reads = std::pair<RuleId, std::vector<QuestionId>>;
  std::vector<Reads> rules;
  for (std::uint32_t r = 0; r < pack.rules.size(); ++r) {
    const bool is_it = part == OutcomePart{OutcomePart::Kind::rule, r};
    if (is_it) found.span = pack.rules[r].span;
    if (!is_it && !has_a_say(pack.rules[r], part)) continue;
    rules.emplace_back(RuleId{r}, questions_read(pack, pack.rules[r].when));
  }
  constexpr std::size_t kMostRules = 8;
  std::ranges::stable_sort(rules, std::greater(), [](const Reads& r) { return r.second.size(); });
  rules.resize(std::min(rules.size(), kMostRules));
  std::vector<bool> is_read(pack.questions.size(), false);
  for (const auto& [rule, questions] : rules) {
    found.rules.push_back(pack.rule(rule).id);
    for (const QuestionId id : questions) is_read[id.index] = true;
  }
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    if (is_read[q]) found.questions.push_back(pack.questions[q].id);
  }
  return found;
}

Findings check_unused(const Pack& pack) {
  std::vector<bool> term_read(pack.terms.size(), false);
  std::vector<bool> question_read(pack.questions.size(), false);
  for_each_condition(pack, [&](const Condition& condition) {
    for_each_read(
        condition, [&](NamedTerm term) { term_read[term.id.index] = true; },
        [&](const Condition& test) {
          question_read[pack.variable(test.variable).question.index] = true;
        });
  });
  Findings findings;
  const auto warn = [&](const std::string& id, Span span, const std::string& kind) {
    findings.push_back(finding_of(Finding::Verdict::warning, "unused", id, span,
                                  "nothing reads the " + kind + " `" + id + "`"));
  };
  for (std::size_t t = 0; t < term_read.size(); ++t) {
    if (!term_read[t]) warn(pack.terms[t].id, pack.terms[t].span, "term");
  }
  for (std::size_t q = 0; q < question_read.size(); ++q) {
    if (!question_read[q]) warn(pack.questions[q].id, pack.questions[q].span, "question");
  }
  return findings;
}

Finding finding_of(Finding::Verdict verdict, std::string check, std::string subject, Span span,
                   std::string message) {
  Finding finding;
  finding.verdict = verdict;
  finding.check = std::move(check);
  finding.subject = std::move(subject);
  finding.message = std::move(message);
  finding.span = span;
  return finding;
}

namespace {

constexpr Recommendation kOffering[] = {Recommendation::run, Recommendation::easy_run,
                                        Recommendation::cross_train};

/// Answers, if there are any, that are told more than the rules ask because nothing is offered for
/// what they ask. Mostly the smallest for which nothing is offered are such; else a rule asks for
/// the level there and none for more.
std::optional<Cells> escalated(CompiledPack& pack) {
  for (const auto level : kOffering) {
    const auto cells = pack.diagrams.cheapest(pack.outcome.nothing_offered(level));
    if (!cells) continue;
    const Verdict verdict = pack.verdict_at(*cells);
    if (verdict.recommendation > verdict.floor) return cells;
  }
  for (const auto level : kOffering) {
    const auto asks_for_more = [&](RuleId id) { return pack.pack.rule(id).recommend > level; };
    std::vector<Node> asked;
    if (level == Recommendation::run) asked.push_back(kTrue);
    for (std::uint32_t r = 0; r < pack.pack.rules.size(); ++r) {
      if (pack.pack.rules[r].recommend == level) asked.push_back(pack.outcome.rule({r}));
    }
    for (const Node some : asked) {
      const Node stuck = pack.diagrams.apply(Op::all, pack.outcome.nothing_offered(level), some);
      const Cover found = cover(pack, stuck, asks_for_more);
      if (found.uncovered) return found.uncovered;
    }
  }
  return std::nullopt;
}

/// How many different complete answers there are, and an example of who is told more than the rules
/// ask.
void count_answers(CompiledPack& pack, CheckReport& report) {
  const long double covered = pack.diagrams.share(pack.counted_once()) * pack.diagrams.answers();
  report.answers_covered = static_cast<double>(
      std::min<long double>(std::isnan(covered) ? kMoreAnswers : covered, kMoreAnswers));
  if (const auto cells = escalated(pack)) report.escalated_example = pack.example_at(*cells);
  report.counted = true;
}

int weight(Finding::Verdict verdict) {
  switch (verdict) {
    case Finding::Verdict::refuted:
      return 0;
    case Finding::Verdict::not_proved:
      return 1;
    case Finding::Verdict::warning:
      return 2;
    case Finding::Verdict::proved:
      return 3;
  }
  return 3;
}

}  // namespace

bool CheckReport::refuted() const {
  return std::ranges::any_of(
      findings, [](const Finding& f) { return f.verdict == Finding::Verdict::refuted; });
}

Proof proof_of_built_in() {
#ifdef RUNREADY_PROVED_BY_BUILD
  return Proofs::of(default_pack_digest());
#else
  return {};
#endif
}

CheckReport check(const Pack& pack, std::size_t node_budget) {
  Proving proving(pack, node_budget);
  CheckReport report;
  const auto add = [&](Findings found) {
    std::ranges::move(found, std::back_inserter(report.findings));
  };
  for (const auto part : {check_outcome_invariants, check_directions, check_permits, check_gentler,
                          check_base, check_reach, check_effects}) {
    add(part(proving));
  }
  add(check_unused(pack));
  std::ranges::stable_sort(report.findings, {}, [](const Finding& f) { return weight(f.verdict); });
  report.complete = std::ranges::none_of(
      report.findings, [](const Finding& f) { return f.verdict == Finding::Verdict::not_proved; });
  for (const OutcomePart part : proving.too_large()) {
    report.too_large.push_back(too_large(pack, part));
  }
  proving.attempt([&](CompiledPack& compiled) { count_answers(compiled, report); });
  report.nodes = proving.nodes();
  if (pack.is_whole && report.complete && !report.refuted()) report.proof = Proofs::of(pack.digest);
  return report;
}

}  // namespace runready
