#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "runready/diagnostic.hpp"

/// Files from disk, whole. Whatever cannot be read is a WorldError that names it.
namespace runready {

/// As large as a pack file may be; larger files are not read further.
inline constexpr std::size_t kMaxFileBytes = std::size_t{8} << 20;

/// Appends the files of a pack: the file itself, or the `*.json` of a folder but its
/// `*.schema.json`, in order of name. A folder without any is a WorldError too, and so are more
/// files or bytes, with those that are there, than a pack may have: they are not read.
void read_pack_files(const std::filesystem::path& path, std::vector<SourceFile>& into);

enum class NamedPipe : bool { refused, waited_for };

/// The bytes of a file, or of a pipe that is given on purpose: one that the caller has opened, such
/// as `/dev/stdin` or `<(command)`. A device or a socket is refused at once: it may never end, or
/// never begin. So is a named pipe, unless it is waited for until somebody fills it.
std::string read_file(const std::filesystem::path& path, std::size_t max_bytes = kMaxFileBytes,
                      NamedPipe named_pipe = NamedPipe::refused);

}  // namespace runready
