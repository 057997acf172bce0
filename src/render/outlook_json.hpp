#pragma once

#include "render/fields.hpp"
#include "runready/assessment.hpp"
#include "text/json_writer.hpp"

namespace runready {

/// What further replies could still do, into an open object: `settled`, `range`, `ask_next` and
/// `ask_again_when`, as far as they are wanted. `ask_again_when` is empty where it is urgent to be
/// seen: nothing must then be withdrawn.
void write_outlook(JsonWriter& out, const Pack& pack, const Assessment& assessment,
                   const Outlook& outlook, const Fields& fields);

/// `"range":{"recommendation":[…],"referral":[…]}` into an open object.
void write_range(JsonWriter& out, const OutcomeRange& range, const Fields& fields = {});

}  // namespace runready
