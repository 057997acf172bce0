#pragma once

#include <span>
#include <string_view>

#include "text/embedded_file.hpp"

/// The default pack, compiled into the library, so that the program needs no file to run.
///
///     for (const EmbeddedFile& file : embedded_default_pack()) parse(file.name, file.text);
namespace runready {

/// The files of `rules/` but the schemas, in order of name, byte for byte. They live as long as
/// the program.
std::span<const EmbeddedFile> embedded_default_pack();

/// What advising needs of them, as CBOR (see src/prepare); empty where it could not be prepared.
std::string_view prepared_default_pack();

/// The digest of the files; empty where they could not be prepared.
std::string_view default_pack_digest();

}  // namespace runready
