#pragma once

#include <string>
#include <string_view>

namespace runready {

/// A word as a shell reads it back: quoted only where it must be, and safe to print. (Escapes in
/// quotes are for the shells that have them, such as bash and zsh.)
std::string shell_word(std::string_view word);

}  // namespace runready
