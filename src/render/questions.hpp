#pragma once

#include <optional>
#include <string>

#include "runready/assessment.hpp"
#include "runready/pack.hpp"
#include "text/json_writer.hpp"

/// What can be asked, for people, for programs and for form generators.
namespace runready {

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
