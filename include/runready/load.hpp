#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"

/// From the text of pack files to a `Pack`, or to everything that is wrong with them. Functions of
/// values, for any number of threads.
///
///     std::vector<SourceFile> files = {{"pack.json", text}};
///     Diagnostics found;
///     std::optional<Pack> pack = load_pack(files, found);
namespace runready {

/// Of a pack and its add-ons together.
inline constexpr std::size_t kMaxPackFiles = 64;
inline constexpr std::size_t kMaxPackBytes = std::size_t{16} << 20;

/// How much of a pack is wanted. To give assessments of a pack that was checked before neither
/// invariants nor cases are needed, and, unless it is explained what rests on which source
/// (`explaining`), no more than the ids of facts. What is not needed is left out unread.
enum class LoadFor : std::uint8_t { everything, explaining, advising };

/// Loads a pack from its files, add-on packs included (their files simply follow: a file whose
/// header has `adds_to` begins an add-on, to which the files up to the next such header belong,
/// and those before it in the same folder where no other header stands).
/// All mistakes are reported at once; a pack is given only if none of them is an error. Span::file
/// is the index into `files`.
std::optional<Pack> load_pack(std::span<const SourceFile> files, Diagnostics& diagnostics,
                              LoadFor purpose = LoadFor::everything);

/// The pack built into the program, as files.
std::vector<SourceFile> default_pack_files();

/// The pack built into the program with add-ons: what `load_pack` gives of its files and theirs,
/// and sooner if it is only to advise, since that much was prepared when the program was built.
std::optional<Pack> load_default_pack(Diagnostics& diagnostics,
                                      LoadFor purpose = LoadFor::everything,
                                      std::span<const SourceFile> add_ons = {});

/// The texts that every pack must have, e.g. `recommendation.run`.
std::span<const std::string_view> required_text_keys();

}  // namespace runready
