#include <string_view>

#include "runready/load.hpp"

namespace runready {

namespace {

constexpr std::string_view kTextKeys[] = {
    "escalation.because",
    "feel-check.go-on-if",
    "feel-check.stop-if",
    "headline.cross-train",
    "headline.easy-run",
    "headline.easy-run.unsettled",
    "headline.emergency",
    "headline.rest",
    "headline.run",
    "headline.run.unsettled",
    "headline.urgent",
    "notice",
    "recommendation.cross-train",
    "recommendation.easy-run",
    "recommendation.rest",
    "recommendation.run",
    "referral.consider",
    "referral.emergency",
    "referral.none",
    "referral.see",
    "referral.urgent",
    "reply.no",
    "reply.none",
    "reply.yes",
    "sentence.and",
    "sentence.at-least",
    "sentence.at-most",
    "sentence.between",
    "sentence.less-than",
    "sentence.more-than",
    "sentence.not",
    "sentence.or",
    "sentence.other-than",
};

}  // namespace

std::span<const std::string_view> required_text_keys() { return kTextKeys; }

}  // namespace runready
