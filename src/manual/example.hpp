#pragma once

#include <span>

#include "text/embedded_file.hpp"

namespace runready {

/// The file of examples/ that runready-pack(5) shows.
std::span<const EmbeddedFile> manual_example();

}  // namespace runready
