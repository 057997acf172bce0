#include <algorithm>
#include <cmath>
#include <utility>

#include "prove/checks.hpp"
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

Node escalated_in(CompiledPack& pack) {
  std::vector<Node> levels;
  for (const auto level :
       {Recommendation::easy_run, Recommendation::cross_train, Recommendation::rest}) {
    levels.push_back(pack.diagrams.apply(Op::except, pack.outcome.at_least(level),
                                         pack.outcome.floor_at_least(level)));
  }
  return pack.diagrams.any_of(std::move(levels));
}

/// How many different complete answers there are, and who is told more than the rules ask.
void count_answers(CompiledPack& pack, CheckReport& report) {
  const Node once = pack.counted_once();
  const long double share = pack.diagrams.share(once);
  const Node escalated = escalated_in(pack);
  const auto cells = pack.diagrams.cheapest(escalated);
  const Node escalated_once = pack.diagrams.apply(Op::all, once, escalated);
  const long double escalated_share = pack.diagrams.share(escalated_once);
  const long double covered = share * pack.diagrams.answers();
  report.counted = true;
  report.answers_covered = static_cast<double>(
      std::min<long double>(std::isnan(covered) ? kMoreAnswers : covered, kMoreAnswers));
  report.escalated_share = share > 0 ? static_cast<double>(escalated_share / share) : 0;
  if (cells) report.escalated_example = pack.example_at(*cells);
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

CheckReport check(const Pack& pack, std::size_t node_budget) {
  Proving proving(pack, node_budget);
  CheckReport report;
  const auto add = [&](Findings found) {
    std::ranges::move(found, std::back_inserter(report.findings));
  };
  for (const auto part : {check_outcome_invariants, check_directions, check_permits, check_gentler,
                          check_reach, check_effects}) {
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
  return report;
}

}  // namespace runready
