#pragma once

#include <cstddef>
#include <string_view>

#include "pack/loading.hpp"

/// What stands in braces in texts of the pack: `{}`, where a number or another text is put, and the
/// `{row}` and `{cell}` of tables, which are filled in before.
namespace runready {

/// Reports a text that has not as many `{}` as are filled in, and whatever else is in braces.
void check_placeholders(Loading& in, Span span, std::string_view text, std::size_t wanted);

}  // namespace runready
