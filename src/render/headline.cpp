#include "render/headline.hpp"

namespace runready {

namespace {

std::string fill(std::string text, std::size_t number) {
  const std::size_t at = text.find("{}");
  if (at != std::string::npos) text.replace(at, 2, std::to_string(number));
  return text;
}

}  // namespace

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
    return fill(report.pack.text(key + ".unsettled"), assessment.assumed_count);
  }
  return report.pack.text(key);
}

}  // namespace runready
