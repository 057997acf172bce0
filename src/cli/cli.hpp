#pragma once

#include <span>
#include <string>

#include "cli/clock.hpp"
#include "cli/environment.hpp"
#include "cli/output.hpp"

/// The program without its edges: from the words of the command line to an exit status.
namespace runready {

/// Throws WorldError.
int run(std::span<const std::string> words, const Environment& environment, const Clock& clock,
        Output& out, Output& err);

}  // namespace runready
