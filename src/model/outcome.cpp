#include "runready/outcome.hpp"

#include <algorithm>
#include <span>

namespace runready {

namespace {

template <class Level>
std::optional<Level> level_named(std::span<const std::string_view> names, std::string_view wanted) {
  const auto at = std::find(names.begin(), names.end(), wanted);
  if (at == names.end()) return std::nullopt;
  return static_cast<Level>(at - names.begin());
}

}  // namespace

std::optional<Recommendation> recommendation_named(std::string_view name) {
  return level_named<Recommendation>(kRecommendationNames, name);
}

std::optional<Referral> referral_named(std::string_view name) {
  return level_named<Referral>(kReferralNames, name);
}

}  // namespace runready
