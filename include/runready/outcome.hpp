#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// The two scales an assessment is given on, from least to most cautious. Comparing with `<` is
/// comparing caution; the names are those of packs and of JSON.
namespace runready {

enum class Recommendation : std::uint8_t { run, easy_run, cross_train, rest };
enum class Referral : std::uint8_t { none, consider, see, urgent, emergency };

inline constexpr std::array<std::string_view, 4> kRecommendationNames = {"run", "easy-run",
                                                                         "cross-train", "rest"};
inline constexpr std::array<std::string_view, 5> kReferralNames = {"none", "consider", "see",
                                                                   "urgent", "emergency"};

constexpr std::string_view name(Recommendation r) {
  return kRecommendationNames[static_cast<std::size_t>(r)];
}
constexpr std::string_view name(Referral r) { return kReferralNames[static_cast<std::size_t>(r)]; }

std::optional<Recommendation> recommendation_named(std::string_view name);
std::optional<Referral> referral_named(std::string_view name);

}  // namespace runready
