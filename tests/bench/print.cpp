#include "reference_rules.hpp"

namespace yardstick {

namespace {

constexpr std::array<std::string_view, 4> kRecommendations = {"run", "easy-run", "cross-train",
                                                              "rest"};
constexpr std::array<std::string_view, 5> kReferrals = {"none", "consider", "see", "urgent",
                                                        "emergency"};

}  // namespace

void print(const Advice& advice, std::string& out) {
  out += "{\"recommendation\":\"";
  out += kRecommendations[static_cast<std::size_t>(advice.recommendation)];
  out += "\",\"referral\":\"";
  out += kReferrals[static_cast<std::size_t>(advice.referral)];
  out += "\",\"reasons\":[";
  bool first = true;
  const auto add = [&](std::string_view rule) {
    out += first ? "\"" : ",\"";
    out += rule;
    out += '"';
    first = false;
  };
  if (advice.escalated) add("nothing-offered");
  for (std::size_t i = 0; i < advice.fired; ++i) add(advice.rules[i]);
  out += "]}\n";
}

}  // namespace yardstick
