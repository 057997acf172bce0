#pragma once

#include <optional>

#include "json/json_value.hpp"
#include "json/json_writer.hpp"
#include "runready/answers.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"

/// Answers as a whole: compared and joined, read from a text or from JSON that is read already (in
/// a pack's cases, in the config), and written.
namespace runready {

/// Answers in which nothing is told.
Answers no_answers(const Pack& pack);

/// Whether no reply is among them.
bool is_untold(const Replies& replies);

/// Whether there is any reply at all, or it was said that nothing else is wrong.
bool tells_anything(const Answers& answers);

/// The replies that are the same in both, in the shape of the first.
Answers in_both(const Pack& pack, const Answers& answers, const Answers& others);

/// The replies that are not the same in `others`.
Answers without(const Pack& pack, const Answers& answers, const Answers& others);

// Answers to and from JSON that is read already: in a pack's cases, in the config.

/// The answers in an object, flat or with `complaints`. Mistakes as of `read_answers`.
std::optional<Answers> parse_answers(const JsonValue& json, const Pack& pack,
                                     Diagnostics& diagnostics);

/// Writes an answers object in the input's shape.
void write_answers(JsonWriter& out, const Pack& pack, const Answers& answers);

}  // namespace runready
