#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "runready/answers.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"
#include "text/json_value.hpp"
#include "text/json_writer.hpp"

/// One reply to and from JSON: `true`, `"limping"`, `4`, `["knee-front", "shin"]`.
namespace runready {

/// `one of its options`, `a whole number from 0 to 10`: what a question takes, for messages.
std::string expected_reply(const Question& question);

/// That a list names nothing where that is no reply.
void report_no_none(Diagnostics& to, Span span, const Question& question, std::string_view found);

/// The option that `json` names; nothing, with diagnostics, if it names none.
std::optional<std::uint32_t> parse_option(const Question& question, const JsonValue& json,
                                          Diagnostics& diagnostics);

/// The value that `json` gives to the variable of a question that is no multi-choice; nothing, with
/// diagnostics as of `read_reply`, if it is none (`null` is none).
std::optional<std::int32_t> parse_value(const Question& question, const JsonValue& json,
                                        Diagnostics& diagnostics);

/// Sets a question's variables to the reply in `json`; `null` leaves them as they are. False, with
/// diagnostics `unknown-option`, `wrong-type`, `out-of-range` or `none-is-no-reply` and nothing
/// set, if it is no reply.
bool read_reply(const Pack& pack, QuestionId question, const JsonValue& json, Replies& into,
                Diagnostics& diagnostics);

/// Whether there is a reply to write: something is known, and of a multi-choice of which not every
/// option is known, something is chosen.
bool has_reply(const Question& question, const Replies& replies);

/// Writes a question's reply; of a multi-choice the chosen options. REQUIRES: has_reply.
void write_reply(JsonWriter& out, const Question& question, const Replies& replies);

}  // namespace runready
