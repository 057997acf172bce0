#include "assess/cases.hpp"

#include <algorithm>

#include "assess/case_checks.hpp"
#include "assess/knowledge.hpp"
#include "assess/missing.hpp"
#include "assess/near_miss.hpp"
#include "condition/sentence.hpp"

namespace runready {

namespace {

/// More tests than this away, a case is not looked at as a near miss.
constexpr std::size_t kFar = 3;

/// A case with what its complaints come down to. Empty if its answers contradict themselves.
using Evaluated = std::vector<Evaluation>;

Evaluated evaluate_case(const Pack& pack, const Known& known) {
  Evaluated complaints;
  for (const Replies& replies : subjects(pack, known.both)) {
    complaints.push_back(
        evaluate_rules(pack, complete(pack, replies, known.told.nothing_else).replies));
  }
  return complaints;
}

std::vector<Mismatch> contradiction(const Diagnostics& wrong) {
  std::vector<Mismatch> mismatches;
  for (const Diagnostic& diagnostic : wrong) {
    mismatches.push_back({"answers that go together", diagnostic.message, diagnostic.help});
  }
  return mismatches;
}

CaseResult run_case(const Pack& pack, std::size_t index, Evaluated& evaluated) {
  const Case& tested = pack.cases[index];
  Diagnostics wrong;
  const auto known = infer(pack, tested.answers, wrong);
  if (!known) return {index, contradiction(wrong)};
  evaluated = evaluate_case(pack, *known);
  return {index, mismatches(pack, tested.expect, assess(pack, *known), evaluated)};
}

/// Looks at all cases for one rule.
class Coverage {
 public:
  Coverage(const Pack& pack, RuleId rule) : pack_(pack), near_miss_(pack, rule) {
    found_.rule = rule;
  }

  void look_at(std::size_t index, const Evaluated& evaluated) {
    const auto fires = [&](const Evaluation& e) {
      return counts(e.rules[found_.rule.index], Unknowns::harmful);
    };
    if (std::any_of(evaluated.begin(), evaluated.end(), fires)) {
      found_.fired_by.push_back(index);
      return;
    }
    bool is_near = false;
    for (const Evaluation& complaint : evaluated) {
      std::vector<Condition> missing = missing_for(pack_, pack_.rule(found_.rule).when, complaint);
      is_near = is_near || (missing.size() <= kFar && near_miss_.is_near(complaint.replies));
      keep_nearest(index, std::move(missing));
    }
    if (is_near) found_.near_misses.push_back(index);
  }

  RuleCoverage take() {
    if (!found_.fired_by.empty()) {
      found_.nearest.reset();
    } else if (found_.nearest) {
      Condition all;
      all.operands = std::move(fewest_);
      found_.would_take = sentence(all, pack_);
    }
    return std::move(found_);
  }

 private:
  void keep_nearest(std::size_t index, std::vector<Condition> missing) {
    if (found_.nearest && missing.size() >= fewest_.size()) return;
    found_.nearest = index;
    fewest_ = std::move(missing);
  }

  const Pack& pack_;
  NearMiss near_miss_;
  RuleCoverage found_;
  std::vector<Condition> fewest_;
};

}  // namespace

bool CasesReport::passed() const {
  return std::all_of(cases.begin(), cases.end(),
                     [](const CaseResult& result) { return result.mismatches.empty(); });
}

CasesReport run_cases(const Pack& pack) {
  CasesReport report;
  std::vector<Evaluated> evaluated(pack.cases.size());
  for (std::size_t i = 0; i < pack.cases.size(); ++i) {
    report.cases.push_back(run_case(pack, i, evaluated[i]));
  }
  for (std::uint32_t r = 0; r < pack.rules.size(); ++r) {
    Coverage coverage(pack, RuleId{r});
    for (std::size_t i = 0; i < evaluated.size(); ++i) coverage.look_at(i, evaluated[i]);
    report.rules.push_back(coverage.take());
  }
  return report;
}

}  // namespace runready
