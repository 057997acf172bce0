#pragma once

#include <optional>
#include <span>
#include <vector>

#include "pack/loading.hpp"

/// Headers of packs, and which file belongs to which pack.
namespace runready {

inline constexpr std::string_view kPackFormat = "runready/pack/1";

/// In which order files are read, and where the header of the base stands.
struct Layout {
  std::vector<std::size_t> order;  ///< those of the base, then those of add-ons by the ids of these
  std::optional<Span> base;        ///< nothing if there is none
};

/// Reads every header and checks that they fit together: one base, add-ons that add to it. Says of
/// `in` which files belong to add-ons.
Layout load_headers(Loading& in, std::span<JsonValue> files);

}  // namespace runready
