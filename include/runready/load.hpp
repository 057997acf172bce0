#pragma once

#include <cstddef>
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

/// Of a pack and its add-ons together.
inline constexpr std::size_t kMaxPackFiles = 64;
inline constexpr std::size_t kMaxPackBytes = std::size_t{16} << 20;

/// How much of a pack is wanted. `running` leaves out invariants and cases unread: for a pack that
/// was checked before, when only assessments are to be given.
enum class LoadFor : bool { everything, running };

/// Loads a pack from its files, add-on packs included (their files simply follow: a file whose
/// header has `adds_to` begins an add-on, to which the files up to the next such header belong,
/// and those before it in the same folder where no other header stands).
/// All mistakes are reported at once; a pack is given only if none of them is an error. Span::file
/// is the index into `files`.
std::optional<Pack> load_pack(std::span<const SourceFile> files, Diagnostics& diagnostics,
                              LoadFor purpose = LoadFor::everything);

/// The pack built into the program, as files.
std::vector<SourceFile> default_pack_files();

/// The texts that every pack must have, e.g. `recommendation.run`.
std::span<const std::string_view> required_text_keys();

}  // namespace runready
