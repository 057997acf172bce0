#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/embedded_file.hpp"

/// Which pack this is, byte for byte, wherever its files stand and whatever they are called; and
/// the default pack, compiled into the library, so that the program needs no file to run.
///
///     for (const EmbeddedFile& file : embedded_default_pack()) parse(file.name, file.text);
namespace runready {

// SHA-256 (FIPS 180-4), to tell one pack from another.

/// Of the bytes, in 64 small hexadecimal digits: `sha256("")` begins with `e3b0c442`.
std::string sha256(std::string_view bytes);

inline constexpr std::string_view kDigestKind = "sha256:";

/// `sha256:…` of what `sha256sum FILE… | cut -d' ' -f1 | sort | sha256sum` gives, from the digests
/// of the files without `sha256:`.
std::string joined_digest(std::vector<std::string> of_files);

/// The files of `rules/` but the schemas, in order of name, byte for byte. They live as long as
/// the program.
std::span<const EmbeddedFile> embedded_default_pack();

/// What advising needs of them, as CBOR (see src/prepare); empty where it could not be prepared.
std::string_view prepared_default_pack();

/// The digest of the files; empty where they could not be prepared.
std::string_view default_pack_digest();

}  // namespace runready
