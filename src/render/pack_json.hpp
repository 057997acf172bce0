#pragma once

#include "render/fields.hpp"
#include "runready/pack.hpp"
#include "text/json_writer.hpp"

namespace runready {

/// "runready-default 2.0.0 with coach-calves 1.0.0 (sha256:0123456789ab)": the first digits of the
/// digest tell an edited copy from the original.
std::string pack_words(const Pack& pack);

/// "2.0.0, coach-calves 1.0.0 (sha256:0123456789ab; runready 0.1.0)": of a pack that is named.
std::string version_words(const Pack& pack);

/// Members that name a pack: id, version, add-ons and digest. REQUIRES: an object is open.
void write_which_pack(JsonWriter& out, const Pack& pack, const Fields& fields = {});

}  // namespace runready
