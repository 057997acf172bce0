#pragma once

#include <optional>
#include <string>

#include "runready/pack.hpp"
#include "text/json_value.hpp"
#include "text/json_writer.hpp"

/// Conditions to and from JsonLogic.
namespace runready {

/// The condition in `json`; nothing, with diagnostics, if it is not one. Names are looked up in
/// `pack`, of which questions, variables and the ids of terms must be there already.
std::optional<Condition> parse_condition(const JsonValue& json, const Pack& pack,
                                         Diagnostics& diagnostics);

enum class Terms : bool { by_name, inlined };

/// Writes a condition as JsonLogic that parses back to an equal one (with terms by name) or that
/// any JsonLogic engine evaluates (terms inlined).
void write_condition(JsonWriter& out, const Condition& condition, const Pack& pack, Terms terms);

}  // namespace runready
