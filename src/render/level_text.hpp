#pragma once

#include <string>
#include <string_view>

#include "runready/pack.hpp"

namespace runready {

/// The text of a group for one level of a scale: `banner.rest`, `referral.see`.
template <class Level>
const std::string& level_text(const Pack& pack, std::string_view group, Level level) {
  return pack.text(std::string(group) + "." + std::string(name(level)));
}

}  // namespace runready
