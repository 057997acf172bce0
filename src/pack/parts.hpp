#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "pack/loading.hpp"

/// The keys of a pack file as a table: what may stand there and who reads it.
namespace runready {

struct PackPart {
  using Traits = std::uint8_t;
  static constexpr Traits kBaseOnly = 1;     ///< an add-on pack may not have it
  static constexpr Traits kOnce = 2;         ///< only one file may have it
  static constexpr Traits kForChecking = 4;  ///< only `LoadFor::everything` reads it
  static constexpr Traits kForCiting = 8;    ///< `LoadFor::advising` does without
  static constexpr Traits kAddOnOnly = 16;   ///< only an add-on pack may have it

  std::string_view key;
  Traits traits;
  void (*load)(Loading&, JsonValue&);  ///< null: read before the parts
  void (*then)(Loading&) = nullptr;    ///< called when all files' parts of this key were read

  bool is(Traits trait) const { return (traits & trait) != 0; }
  bool is_read_for(LoadFor purpose) const {
    return load != nullptr && (purpose == LoadFor::everything || !is(kForChecking)) &&
           (purpose != LoadFor::advising || !is(kForCiting));
  }
};

/// In the order they are read: what is named stands before what names it.
std::span<const PackPart> pack_parts();

const PackPart* pack_part_named(std::string_view key);
std::span<const std::string_view> pack_part_keys();

}  // namespace runready
