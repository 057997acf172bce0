// JsonLogic as its own documentation has it, for the operators that packs use: what exported
// conditions are compared with. It knows nothing of packs, questions or types.
#pragma once

#include "json/json_value.hpp"

namespace runready::testing {

/// The value of a JsonLogic expression over `data`, an object.
JsonValue reference_jsonlogic(const JsonValue& logic, const JsonValue& data);

/// JsonLogic's truthiness.
bool is_truthy(const JsonValue& value);

}  // namespace runready::testing
