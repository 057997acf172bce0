#include "runready/read_answers.hpp"

#include "model/answers_json.hpp"
#include "text/backticks.hpp"
#include "text/report.hpp"

namespace runready {

namespace {

using Type = JsonValue::Type;

std::string as_written(const JsonValue& value, std::string_view text) {
  return std::string(text.substr(value.span.begin, value.span.end - value.span.begin));
}

/// The `id` as JSON text; of a number just as it was written. Empty, with a diagnostic, if it is
/// neither a string nor a number nor null.
std::string id_json(const JsonValue& id, std::string_view text, Diagnostics& diagnostics) {
  if (id.type == Type::integer || id.type == Type::number || id.type == Type::null) {
    return as_written(id, text);
  }
  std::string out;
  if (id.type == Type::string) {
    append_json_string(out, id.string);
  } else {
    report_error(diagnostics, "wrong-type", id.span,
                 "`id` takes a string or a number, found " + describe(id));
  }
  return out;
}

/// Takes the member with that key out of an object.
std::optional<JsonValue> take(JsonValue& object, std::string_view key) {
  for (auto at = object.members.begin(); at != object.members.end(); ++at) {
    if (at->key != key) continue;
    JsonValue value = std::move(at->value);
    object.members.erase(at);
    return value;
  }
  return std::nullopt;
}

/// What is kept of an object, taken out of it, in the order of the names. A value that is an object
/// or a list is kept as it was written.
std::string take_kept(JsonValue& object, std::string_view text, std::span<const std::string> keep) {
  std::string kept;
  for (const std::string& name : keep) {
    const auto value = take(object, name);
    if (!value) continue;
    if (!kept.empty()) kept += ',';
    append_json_string(kept, name);
    kept += ':' + as_written(*value, text);
  }
  return kept;
}

/// Beside `answers` nothing but the id may stand, what is kept, what the diary keeps with them, and
/// what editors look at.
void report_beside_answers(const JsonValue& object, Diagnostics& diagnostics) {
  for (const JsonMember& member : object.members) {
    if (member.key == "diary" || member.key == "$schema") continue;
    report_error(diagnostics, "misplaced-question", member.key_span,
                 in_backticks(member.key) + " stands beside `answers`", "move it into `answers`");
  }
}

}  // namespace

std::optional<AnswersInput> read_answers(std::string_view json, std::uint32_t file,
                                         const Pack& pack, Diagnostics& diagnostics,
                                         std::span<const std::string> keep) {
  Diagnostics found;
  AnswersInput input;
  std::optional<Answers> answers;
  if (auto value = read_json(json, file, found)) {
    if (const auto id = take(*value, "id")) input.id_json = id_json(*id, json, found);
    input.kept_json = take_kept(*value, json, keep);
    const auto wrapped = take(*value, "answers");
    if (wrapped) report_beside_answers(*value, found);
    answers = parse_answers(wrapped ? *wrapped : *value, pack, found);
  }
  const bool is_right = answers && !has_errors(found);
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
  if (!is_right) return std::nullopt;
  input.answers = std::move(*answers);
  return input;
}

AnswersInput beside_answers(std::string_view json, std::span<const std::string> keep) {
  Diagnostics ignored;
  AnswersInput beside;
  auto value = read_json(json, 0, ignored);
  if (!value) return beside;
  if (const auto id = take(*value, "id")) beside.id_json = id_json(*id, json, ignored);
  beside.kept_json = take_kept(*value, json, keep);
  return beside;
}

std::string to_json(const Pack& pack, const Answers& answers) {
  std::string out;
  JsonWriter writer(out);
  write_answers(writer, pack, answers);
  return out;
}

}  // namespace runready
