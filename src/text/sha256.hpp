#pragma once

#include <string>
#include <string_view>

/// SHA-256 (FIPS 180-4), to tell one pack from another.
namespace runready {

/// Of the bytes, in 64 small hexadecimal digits: `sha256("")` begins with `e3b0c442`.
std::string sha256(std::string_view bytes);

}  // namespace runready
