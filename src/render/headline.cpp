#include "render/headline.hpp"

#include "text/fill.hpp"

namespace runready {

bool is_conditional(const Report& report) {
  const Assessment& assessment = report.assessment;
  if (assessment.assumed_count == 0) return false;
  const OutcomeRange range =
      report.outlook ? report.outlook->range : possible_range(report.pack, assessment.known);
  return range.most > assessment.recommendation || range.referral_most > assessment.referral;
}

std::string headline(const Report& report) {
  const Assessment& assessment = report.assessment;
  if (assessment.referral >= Referral::urgent) {
    return report.pack.text("headline." + std::string(name(assessment.referral)));
  }
  const std::string key = "headline." + std::string(name(assessment.recommendation));
  if (assessment.recommendation <= Recommendation::easy_run && is_conditional(report)) {
    const std::size_t count = assessment.assumed_count;
    if (count == 1) return report.pack.text(key + ".unsettled.one");
    return fill(report.pack.text(key + ".unsettled"), {std::to_string(count)});
  }
  return report.pack.text(key);
}

}  // namespace runready
