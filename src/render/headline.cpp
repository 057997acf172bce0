#include "render/headline.hpp"

#include "render/level_text.hpp"
#include "text/fill.hpp"

namespace runready {

bool is_conditional(const Report& report) {
  const Assessment& assessment = report.assessment;
  if (assessment.assumed_count == 0) return false;
  const OutcomeRange range =
      report.outlook ? report.outlook->range : possible_range(report.pack, assessment.known);
  return range.most > assessment.recommendation || range.referral_most > assessment.referral;
}

std::string headline(const Report& report, const Situation& situation) {
  const Assessment& assessment = report.assessment;
  if (assessment.referral >= Referral::urgent) {
    return level_text(situation, "headline", assessment.referral);
  }
  const std::string key = "headline." + std::string(name(assessment.recommendation));
  if (assessment.recommendation <= Recommendation::easy_run && is_conditional(report)) {
    const std::size_t count = assessment.assumed_count;
    if (count == 1) return situation.text(key + ".unsettled.one");
    return fill(situation.text(key + ".unsettled"), {std::to_string(count)});
  }
  return situation.text(key);
}

}  // namespace runready
