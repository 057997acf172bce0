#pragma once

#include <string>
#include <string_view>

#include "runready/outcome.hpp"

namespace runready {

/// The text of a group for one level of a scale: `banner.rest`, `referral.see`. `texts` is a pack,
/// for the text as it reads without answers, or a situation.
template <class Texts, class Level>
const std::string& level_text(const Texts& texts, std::string_view group, Level level) {
  return texts.text(std::string(group) + "." + std::string(name(level)));
}

}  // namespace runready
