#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

/// JSON Schema as far as this project's schemas use it.
namespace runready::testing {

/// Where and why `value` breaks `schema`, e.g. `/rules/0/id: does not match ^[a-z]`; empty if it
/// does not. References are looked up in `root`, the whole schema. A keyword that is not understood
/// is a failure too, so that nothing in a schema goes unchecked.
std::string schema_mistake(const nlohmann::json& value, const nlohmann::json& schema,
                           const nlohmann::json& root);

}  // namespace runready::testing
