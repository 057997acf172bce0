#pragma once

#include <string_view>

#include "cli/environment.hpp"
#include "runready/prove.hpp"

/// Packs proved before, so that an add-on is proved once and not at every start.
///
/// Of each a file in `$XDG_CACHE_HOME/runready` (else `~/.cache/runready`), named by the program's
/// version and the pack's digest: the proof holds of exactly these bytes. A folder that cannot be
/// read or written only costs time.
namespace runready {

/// Of nothing if no proof of that digest is remembered.
Proof remembered_proof(const Environment& environment, std::string_view digest);

/// REQUIRES: the pack of that digest was proved.
void remember_as_proved(const Environment& environment, std::string_view digest);

}  // namespace runready
