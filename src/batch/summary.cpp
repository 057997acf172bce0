#include "batch/summary.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "fmt/format.h"

namespace runready {

namespace {

/// `  limping                        1,234   1.2 %`
std::string row(std::string_view name, std::uint64_t count, std::uint64_t of) {
  const double share = of == 0 ? 0 : 100 * static_cast<double>(count) / static_cast<double>(of);
  return fmt::format("  {:<32} {:>13} {:>6.1f} %\n", name, grouped(count), share);
}

}  // namespace

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

std::string summary_text(const Pack& pack, const BatchCounts& counts) {
  std::string text =
      fmt::format("{} answered, {} refused\n", grouped(counts.answered), grouped(counts.errors));
  if (counts.answered == 0) return text;
  text += "recommendation\n";
  for (std::size_t i = 0; i < counts.recommendations.size(); ++i) {
    text += row(kRecommendationNames[i], counts.recommendations[i], counts.answered);
  }
  text += "referral\n";
  for (std::size_t i = 0; i < counts.referrals.size(); ++i) {
    text += row(kReferralNames[i], counts.referrals[i], counts.answered);
  }
  std::vector<std::pair<std::uint64_t, std::string_view>> rules;
  for (std::size_t i = 0; i < counts.rules.size(); ++i) {
    if (counts.rules[i] > 0) rules.emplace_back(counts.rules[i], pack.rules[i].id);
  }
  std::stable_sort(rules.begin(), rules.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  text += "rules that counted\n";
  for (const auto& [count, rule] : rules) text += row(rule, count, counts.answered);
  return text;
}

}  // namespace runready
