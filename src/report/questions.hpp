#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "json/json_writer.hpp"
#include "runready/answers.hpp"
#include "runready/assessment.hpp"
#include "runready/pack.hpp"

/// The questions of a pack: as text, as JSON, and as the flags that answer them; the JSON Schema of
/// answers is answers_schema.cpp.
namespace runready {

// Answers as the flags that tell them.
//
//     command_for(pack, answers)   // runready --any-pain --where heel --also where=shin,pain=2

/// `--any-pain` for the question `any_pain`.
std::string spelled_flag(const Question& question);

/// What follows the flag in a list of flags: ` REPLY`, ` LIST`, ` NUMBER`, or nothing.
std::string_view flag_value(QuestionType type);

/// The command that tells exactly these answers, for a shell. Lists of which only a part is known
/// are left out: no flag can tell them.
std::string command_for(const Pack& pack, const Answers& answers,
                        std::string_view command = "runready");

/// Answers that settle the outcome, without what goes without saying: replies that are the default
/// are left out, and nothing else is the matter. Questions that are never assumed stay, and what
/// opens the gate of a question that stays.
Answers only_notable(const Pack& pack, const Answers& answers);

// What can be asked, for people, for programs and for form generators.

/// Everything a front end needs to put a question.
void write_question(JsonWriter& out, const Pack& pack, const Question& question);

/// One line: `{"schema":"runready/questions/1",…}`.
std::string questions_json(const Pack& pack);

/// The answers a pack takes, as a JSON Schema (2020-12), on one line. Every reply stands in
/// it with its words, nothing depends on anything else, so forms can be drawn from it.
std::string answers_schema(const Pack& pack);

/// Questions by section with their flags and replies, lines of at most `width` columns.
std::string questions_text(const Pack& pack, std::size_t width);

}  // namespace runready
