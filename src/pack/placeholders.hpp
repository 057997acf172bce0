#pragma once

#include <cstddef>
#include <string_view>

#include "pack/loading.hpp"

/// `{}` in texts of the pack: where a number or another text is put.
namespace runready {

std::size_t placeholders_in(std::string_view text);

/// Reports a text that has not as many as are filled in. Empty texts are reported elsewhere.
void check_placeholders(Loading& in, const JsonValue& json, std::string_view text,
                        std::size_t wanted);

}  // namespace runready
