#pragma once

#include <string>
#include <string_view>

namespace runready {

/// A word as a shell reads it back: quoted only where it must be.
std::string shell_word(std::string_view word);

}  // namespace runready
