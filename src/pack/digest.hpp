#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Which pack this is, byte for byte, wherever its files stand and whatever they are called.
namespace runready {

inline constexpr std::string_view kDigestKind = "sha256:";

/// `sha256:…` of what `sha256sum FILE… | cut -d' ' -f1 | sort | sha256sum` gives, from the digests
/// of the files without `sha256:`.
std::string joined_digest(std::vector<std::string> of_files);

}  // namespace runready
