#pragma once

#include "render/fields.hpp"
#include "runready/pack.hpp"
#include "text/json_writer.hpp"

namespace runready {

/// Members that name a pack: id, version, add-ons and digest. REQUIRES: an object is open.
void write_which_pack(JsonWriter& out, const Pack& pack, const Fields& fields = {});

}  // namespace runready
