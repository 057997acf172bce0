#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "runready/answers.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"

/// From JSON to `Answers`, and the words of single replies. Functions of values, for any number of
/// threads.
///
///     Diagnostics wrong;
///     auto read = read_answers(R"({"gait": "limping"})", 0, pack, wrong);
namespace runready {

/// An answers object with what batch lines may carry beside it.
struct AnswersInput {
  Answers answers;
  std::string id_json;    ///< the `id` told, as JSON text (a string, number or null); empty if none
  std::string kept_json;  ///< members that are kept, as JSON text: `"team":"A","day":3`
};

/// Reads an answers object (flat or with `complaints`), or `{"id": …, "answers": {…}}`; an `id` may
/// also stand among flat answers. Flat answers come out with exactly one complaint. Mistakes have
/// the codes `unknown-question`, `unknown-option`, `wrong-type`, `out-of-range`,
/// `too-many-complaints`, `misplaced-question`, or those of reading JSON. Spans are in file number
/// `file`. Members named in `keep` may stand beside the id, with any value, and are kept.
std::optional<AnswersInput> read_answers(std::string_view json, std::uint32_t file,
                                         const Pack& pack, Diagnostics& diagnostics,
                                         std::span<const std::string> keep = {});

/// The `id` of an answers text and what is kept of it, also where the answers themselves are wrong;
/// empty where the text is not JSON.
AnswersInput beside_answers(std::string_view json, std::span<const std::string> keep = {});

/// Writes an answers object in the input's shape, questions in the order of the pack. Of a
/// multi-choice of which not every option is known only the chosen options.
std::string to_json(const Pack& pack, const Answers& answers);

/// One reply in words of a flag or a prompt: `limping`, `4`, `yes`, `knee-front,shin`, `none`.
/// Ids of options are exact but for large and small letters. Chosen options are added to those
/// already there if `unite`, as for repeated flags. False, with diagnostics and nothing set, if it
/// is no reply to the question: `unknown-option`, `wrong-type`, `out-of-range`. Spans point at
/// nothing.
bool read_reply(const Pack& pack, QuestionId question, std::string_view words, bool unite,
                Replies& into, Diagnostics& diagnostics);

/// The words `read_reply` understands for the reply that stands in `replies`; empty if unanswered.
std::string reply_words(const Pack& pack, QuestionId question, const Replies& replies);

/// Whether the question is fully answered (of a multi-choice: every option is known).
bool is_answered(const Pack& pack, QuestionId question, const Replies& replies);

}  // namespace runready
