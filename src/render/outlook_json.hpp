#pragma once

#include "render/fields.hpp"
#include "runready/assessment.hpp"
#include "text/json_writer.hpp"

namespace runready {

/// What further replies could still do, into an open object: `settled`, `range`, `ask_next`,
/// `ask_again_when` and `would_permit`, as far as they are wanted.
void write_outlook(JsonWriter& out, const Pack& pack, const Assessment& assessment,
                   const Outlook& outlook, const Fields& fields);

/// `"range":{"recommendation":[…],"referral":[…]}` into an open object.
void write_range(JsonWriter& out, const OutcomeRange& range, const Fields& fields = {});

}  // namespace runready
