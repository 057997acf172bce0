#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"

/// From the text of pack files to a `Pack`, or to everything that is wrong with them.
///
///     std::vector<SourceFile> files = {{"pack.json", text}};
///     Diagnostics found;
///     std::optional<Pack> pack = load_pack(files, found);
namespace runready {

/// Loads a pack from its files, add-on packs included (their files simply follow; a header with
/// `adds_to` names the base). All mistakes are reported at once; a pack is given only if none of
/// them is an error. Span::file is the index into `files`.
std::optional<Pack> load_pack(std::span<const SourceFile> files, Diagnostics& diagnostics);

/// The pack built into the program, as files.
std::vector<SourceFile> default_pack_files();

/// The texts that every pack must have, e.g. `recommendation.run`.
std::span<const std::string_view> required_text_keys();

}  // namespace runready
