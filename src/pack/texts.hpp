#pragma once

#include <cstddef>
#include <string_view>

#include "pack/loading.hpp"
#include "runready/load.hpp"

/// The closed list of texts shown to people: every pack has each of them, with as many `{}` as are
/// filled in.
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

// What stands in braces in texts of the pack: `{}`, where a number or another text is put, and the
// `{row}` and `{cell}` of tables, which are filled in before.

/// Reports a text that has not as many `{}` as are filled in, and whatever else is in braces.
void check_placeholders(Loading& in, Span span, std::string_view text, std::size_t wanted);

}  // namespace runready
