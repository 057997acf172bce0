#pragma once

#include <span>

#include "text/embedded_file.hpp"

/// The default pack, compiled into the library, so that the program needs no file to run.
///
///     for (const EmbeddedFile& file : embedded_default_pack()) parse(file.name, file.text);
namespace runready {

/// The files of `rules/` but the schemas, in order of name, byte for byte. They live as long as
/// the program.
std::span<const EmbeddedFile> embedded_default_pack();

}  // namespace runready
