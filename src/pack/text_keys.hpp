#pragma once

#include <cstddef>
#include <string_view>

#include "runready/load.hpp"

/// The closed list of texts shown to people: every pack has each of them.
namespace runready {

/// Whether a text may have wordings for situations: those of a report may, as far as they depend on
/// the answers; the others are read apart from any.
enum class Says : bool { always_the_same, what_fits };

struct TextKey {
  std::string_view key;
  std::size_t placeholders;  ///< how many `{}` the text has, filled in when it is shown
  Says says = Says::always_the_same;
};

/// Null if there is no such text.
const TextKey* text_key_named(std::string_view key);

}  // namespace runready
