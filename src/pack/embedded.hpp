// The default pack, compiled into the library, so that the program needs no file to run.
//
// The files of `rules/` (not the schemas), in order of name, byte for byte:
//
//   for (const EmbeddedFile& file : embedded_default_pack()) {
//     parse(file.name, file.text);
//   }
#pragma once

#include <span>
#include <string_view>

namespace runready {

struct EmbeddedFile {
  std::string_view name;  ///< the file's name without a folder: `base.json`
  std::string_view text;
};

/// The texts live as long as the program.
std::span<const EmbeddedFile> embedded_default_pack();

}  // namespace runready
