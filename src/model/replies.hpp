#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "json/json_value.hpp"
#include "json/json_writer.hpp"
#include "runready/answers.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"

/// One reply to a question, whatever its type: the options it names, to and from JSON, and as the
/// runner saw it at the prompt.
namespace runready {

// Options of a choice or multi-choice question: as told, as chosen, as mistyped.

/// The ids of a question's options, for suggestions.
std::vector<std::string_view> option_ids(const Question& question);

/// The option somebody names, in large or small letters.
std::optional<std::uint32_t> option_called(const Question& question, std::string_view id);

/// An option of a list that is asked beside those of the pack.
Option labelled_option(std::string label, std::string group = {});

/// Makes the list of chosen options complete: the others are told not to hold.
void choose(const Question& question, const std::vector<bool>& chosen, Replies& into);

/// The options of a multi-choice that are told to hold, ascending.
std::vector<std::uint32_t> chosen_options(const Question& question, const Replies& replies);

/// Reports `unknown-option`, with a suggestion unless there is other help.
void report_unknown_option(Diagnostics& to, Span span, const Question& question,
                           std::string_view told, std::string help = {});

// One reply to and from JSON: `true`, `"limping"`, `4`, `["knee-front", "shin"]`.

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

// Replies as the runner saw them at the prompt.

/// "Shin; Heel", "None of these", "Yes", "I limp", "4". `values` holds one for each variable of the
/// question; of a multi-choice unknown options count as not chosen. Empty if nothing is known.
std::string reply_label(const Pack& pack, const Question& question,
                        std::span<const std::int32_t> values);

/// The same of the reply that stands in `replies`.
std::string reply_label(const Pack& pack, const Question& question, const Replies& replies);

/// What to call one of several complaints: the runner's own label, else the reply to the first
/// list about it ("Heel"), else its number.
std::string complaint_name(const Pack& pack, const Answers& answers, std::size_t complaint);

/// "a, b and c", with the pack's word for "and".
std::string enumeration(const Pack& pack, const std::vector<std::string>& parts);

}  // namespace runready
