#include "model/text_level.hpp"

namespace runready {

TextLevel text_level(std::string_view key) {
  key.remove_prefix(std::min(key.find('.'), key.size() - 1) + 1);
  const std::string_view word = key.substr(0, key.find('.'));
  if (const auto recommendation = recommendation_named(word)) return *recommendation;
  if (const auto referral = referral_named(word)) return *referral;
  return {};
}

}  // namespace runready
