#pragma once

#include <cstddef>
#include <string_view>

#include "runready/load.hpp"

/// The closed list of texts shown to people: every pack has each of them.
namespace runready {

struct TextKey {
  std::string_view key;
  std::size_t placeholders;  ///< how many `{}` the text has, filled in when it is shown
};

/// Null if there is no such text.
const TextKey* text_key_named(std::string_view key);

}  // namespace runready
