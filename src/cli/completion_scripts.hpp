#pragma once

#include <span>

#include "text/embedded_file.hpp"

/// The scripts in completion/: each lets one shell ask this program for what a word may be
/// completed to.
namespace runready {

/// `runready.bash` and so on, in order of name.
std::span<const EmbeddedFile> completion_scripts();

}  // namespace runready
