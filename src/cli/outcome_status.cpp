#include "cli/outcome_status.hpp"

#include <array>

#include "cli/exit_status.hpp"

namespace runready {

int outcome_status(const Assessment& assessment, const std::optional<Outlook>& outlook) {
  constexpr std::array<int, 4> kByRecommendation = {0, 10, 20, 30};
  constexpr int kUrgent = 40;
  constexpr int kEmergency = 50;
  if (assessment.referral == Referral::emergency) return kEmergency;
  if (assessment.referral == Referral::urgent) return kUrgent;
  const bool is_run = assessment.recommendation == Recommendation::run;
  if (is_run && !outlook->settled) return kUndecided;
  return kByRecommendation[static_cast<std::size_t>(assessment.recommendation)];
}

}  // namespace runready
