#include "pack/text_keys.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace runready {

namespace {

// Sorted by key.
constexpr TextKey kTextKeys[] = {
    {"escalation.because", 0},
    {"feel-check.go-on-if", 0},
    {"feel-check.stop-if", 0},
    {"headline.cross-train", 0},
    {"headline.easy-run", 0},
    {"headline.easy-run.unsettled", 1},
    {"headline.emergency", 0},
    {"headline.rest", 0},
    {"headline.run", 0},
    {"headline.run.unsettled", 1},
    {"headline.urgent", 0},
    {"notice", 0},
    {"recommendation.cross-train", 0},
    {"recommendation.easy-run", 0},
    {"recommendation.rest", 0},
    {"recommendation.run", 0},
    {"referral.consider", 0},
    {"referral.emergency", 0},
    {"referral.none", 0},
    {"referral.see", 0},
    {"referral.urgent", 0},
    {"reply.no", 0},
    {"reply.none", 0},
    {"reply.yes", 0},
    {"sentence.and", 0},
    {"sentence.at-least", 1},
    {"sentence.at-most", 1},
    {"sentence.between", 2},
    {"sentence.less-than", 1},
    {"sentence.more-than", 1},
    {"sentence.not", 1},
    {"sentence.or", 0},
    {"sentence.other-than", 1},
};

constexpr auto kKeys = [] {
  std::array<std::string_view, std::size(kTextKeys)> keys;
  std::ranges::transform(kTextKeys, keys.begin(), &TextKey::key);
  return keys;
}();

static_assert(std::ranges::is_sorted(kKeys));

}  // namespace

const TextKey* text_key_named(std::string_view key) {
  const auto* found = std::ranges::lower_bound(kTextKeys, key, {}, &TextKey::key);
  return found != std::end(kTextKeys) && found->key == key ? found : nullptr;
}

std::span<const std::string_view> required_text_keys() { return kKeys; }

}  // namespace runready
