#pragma once

#include <optional>
#include <span>
#include <vector>

#include "pack/loading.hpp"

/// Headers of packs, and which file belongs to which pack.
namespace runready {

inline constexpr std::string_view kPackFormat = "runready/pack/1";

/// Which files belong to add-on packs, and where the header of the base stands.
struct Layout {
  std::vector<bool> is_add_on;  ///< by file
  std::optional<Span> base;     ///< nothing if there is none
};

/// Reads every header and checks that they fit together: one base, add-ons that add to it.
Layout load_headers(Loading& in, std::span<JsonValue> files);

}  // namespace runready
