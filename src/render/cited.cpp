#include "render/cited.hpp"

#include <algorithm>

#include "render/choices.hpp"

namespace runready {

std::vector<FactId> cited_facts(const Report& report) {
  const Pack& pack = report.pack;
  std::vector<FactId> facts;
  const auto add = [&](const std::vector<FactId>& some) {
    facts.insert(facts.end(), some.begin(), some.end());
  };
  for (const Reason& reason : report.assessment.reasons) {
    if (reason.rule) add(pack.rule(*reason.rule).sources);
  }
  for (const WorkoutId id : choices(report).shown) add(pack.workouts[id.index].sources);
  for (const TipId id : report.assessment.tips) add(pack.tips[id.index].sources);
  if (report.assessment.recommendation <= Recommendation::easy_run) add(pack.feel_check.sources);
  std::sort(facts.begin(), facts.end());
  facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
  return facts;
}

}  // namespace runready
