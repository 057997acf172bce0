#pragma once

#include <string>

#include "runready/pack.hpp"

/// A pack back as one file of JSON.
namespace runready {

/// Loading what is written gives the same pack again, but for spans and for which file an entry
/// came from; a merged pack comes out as one that adds to nothing.
std::string write_pack(const Pack& pack);

}  // namespace runready
