#include <algorithm>
#include <cmath>
#include <utility>

#include "pack/embedded.hpp"
#include "prove/checks.hpp"
#include "prove/cover.hpp"
#include "prove/proofs.hpp"
#include "runready/prove.hpp"

namespace runready {

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
