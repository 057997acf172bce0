#pragma once

#include <string_view>
#include <variant>

#include "runready/outcome.hpp"

namespace runready {

/// What a text of a pack is about, if it is one level of a scale.
using TextLevel = std::variant<std::monostate, Recommendation, Referral>;

/// By the second part of its key: `referral.see`, `banner.run.unsettled`, `report.urgent.worse`.
TextLevel text_level(std::string_view key);

}  // namespace runready
