#pragma once

#include <span>
#include <string_view>

#include "pack/loading.hpp"

/// The keys of a pack file as a table: what may stand there and who reads it.
namespace runready {

struct PackPart {
  std::string_view key;
  bool in_add_ons;                     ///< whether an add-on pack may have it
  bool when_running;                   ///< whether a start that only assesses needs it
  bool once;                           ///< whether only one file may have it
  void (*load)(Loading&, JsonValue&);  ///< null: read before the parts, or not at all
  void (*then)(Loading&) = nullptr;    ///< called when all files' parts of this key were read
};

/// In the order they are read: what is named stands before what names it.
std::span<const PackPart> pack_parts();

const PackPart* pack_part_named(std::string_view key);
std::span<const std::string_view> pack_part_keys();

}  // namespace runready
