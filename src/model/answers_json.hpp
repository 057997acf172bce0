#pragma once

#include <optional>

#include "runready/answers.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"
#include "text/json_value.hpp"
#include "text/json_writer.hpp"

/// Answers to and from JSON that is read already: in a pack's cases, in the config.
namespace runready {

/// The answers in an object, flat or with `complaints`. Mistakes as of `read_answers`.
std::optional<Answers> parse_answers(const JsonValue& json, const Pack& pack,
                                     Diagnostics& diagnostics);

/// Writes an answers object in the input's shape.
void write_answers(JsonWriter& out, const Pack& pack, const Answers& answers);

}  // namespace runready
