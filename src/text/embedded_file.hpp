#pragma once

#include <string_view>

/// A file compiled into the program by `embed_files` (src/cmake/EmbedFiles.cmake).
namespace runready {

struct EmbeddedFile {
  std::string_view name;  ///< without a folder: `base.json`
  std::string_view text;
};

}  // namespace runready
