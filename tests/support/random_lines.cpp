#include "support/random_lines.hpp"

#include <array>
#include <iterator>
#include <optional>
#include <vector>

#include "batch/line_buffer.hpp"
#include "model/answers.hpp"
#include "report/json_fields.hpp"
#include "runready/assessment.hpp"
#include "runready/load.hpp"
#include "runready/prove.hpp"
#include "runready/read_answers.hpp"
#include "text/diagnostics.hpp"

namespace runready::testing {

namespace {

/// White space put after every separator of compact JSON whose strings hold none.
std::string spaced(std::string_view json, Dice& dice, bool anywhere) {
  std::string text;
  for (const char c : json) {
    const bool is_separator = c == ',' || c == ':';
    const bool is_bracket = c == '{' || c == '}' || c == '[' || c == ']';
    if (anywhere && (is_separator || is_bracket) && dice.percent(30))
      text += dice.percent(70) ? ' ' : '\t';
    text += c;
    if (anywhere ? (is_separator || is_bracket) && dice.percent(30) : is_separator) text += ' ';
  }
  return text;
}

std::string enveloped(const std::string& json, Dice& dice) {
  constexpr std::array<std::string_view, 8> kIds = {
      R"("ann")", "7", R"("a,b}c")", R"("é")", R"("x\"y")", "1.50", "null", "123456789012345678"};
  const std::string id = R"("id":)" + std::string(kIds[dice.below(kIds.size())]);
  switch (dice.below(4)) {
    case 0:
      return "{" + id + R"(,"answers":)" + json + "}";
    case 1:
      return R"({"answers":)" + json + "," + id + "}";
    case 2:
      return R"({"answers":)" + json + "}";
    default:
      return json == "{}" ? "{" + id + "}" : "{" + id + "," + json.substr(1);
  }
}

/// Replies in another way of writing, and replies that are none.
std::string with_oddity(const std::string& json, const Pack& pack, Dice& dice) {
  const std::string& id = dice.pick(pack.questions).id;
  constexpr std::array<std::string_view, 14> kValues = {
      "null", "4.0", R"("4")", "1e0", "true",        "[]",    R"(["q0a","q0a"])",
      "{}",   "-1",  "007",    "3",   "99999999999", R"("")", "[1]"};
  constexpr std::array<std::string_view, 5> kKeys = {"nothing_else", "label", "complaints",
                                                     "answers", "slep"};
  const std::string key = dice.percent(70) ? id : std::string(kKeys[dice.below(kKeys.size())]);
  const std::string told = '"' + key + "\":" + std::string(kValues[dice.below(kValues.size())]);
  const std::string comma = json == "{}" ? "" : ",";
  return "{" + told + comma + json.substr(1);
}

std::string broken(std::string json, Dice& dice) {
  constexpr std::string_view kBytes = "{}[]:,\"\\ x1\xff\x01\t";
  for (std::uint32_t changes = 1 + dice.below(3); changes > 0; --changes) {
    const std::size_t at = dice.below(json.size() + 1);
    const char byte = kBytes[dice.below(kBytes.size())];
    switch (dice.below(3)) {
      case 0:
        json.insert(at, 1, byte);
        break;
      case 1:
        json.erase(at, 1 + dice.below(3));
        break;
      default:
        json = json.substr(0, at);
        break;
    }
  }
  return json;
}

/// Fields for which there is no fast route.
bool shows_what_was_told(std::string_view field) {
  return field == "answers" || field == "inferred" || field == "assumed" || field == "excluded" ||
         field == "rules" || field == "sources" || need_outlook(std::vector{std::string(field)});
}

}  // namespace

Pack with_texts(Pack pack) {
  for (const std::string_view key : required_text_keys()) {
    pack.texts[std::string(key)] = "text of " + std::string(key) + " {}";
  }
  return pack;
}

std::string random_line(const Pack& pack, Dice& dice) {
  const std::size_t complaints = dice.percent(90) ? 1 : dice.below(4);
  Answers told = random_answers(pack, dice, complaints, 10 + dice.below(90));
  told.nothing_else = dice.percent(10);
  std::string json = to_json(pack, told);
  if (dice.percent(10)) json = with_oddity(json, pack, dice);
  if (dice.percent(25)) json = enveloped(json, dice);
  if (dice.percent(30)) json = spaced(json, dice, false);
  if (dice.percent(20)) json = spaced(json, dice, true);
  if (dice.percent(10)) json = broken(json, dice);
  if (dice.percent(5)) json += "\r";
  if (dice.percent(3)) json = dice.percent(50) ? "" : " \t";
  return json;
}

BatchOptions random_options(Dice& dice) {
  constexpr std::array<std::string_view, 14> kParts = {
      "reasons.rule",   "reasons.because",     "reasons.complaint",    "reasons.answers",
      "workout.id",     "workout.effort.zone", "alternatives.how",     "tips.text",
      "excluded.rules", "pack.proved",         "range.recommendation", "feel_check.stop_if",
      "sources.fact",   "rules.truth"};
  BatchOptions options;
  if (dice.percent(85)) {
    const std::uint32_t some = 5 + dice.below(60);
    const bool is_fast = dice.percent(70);
    for (const std::string_view field : kAssessmentFields) {
      const bool is_costly = need_outlook(std::vector{std::string(field)});
      const bool is_wanted = dice.percent(is_costly ? some / 12 : some);
      if (is_wanted && !(is_fast && shows_what_was_told(field))) {
        options.json.fields.emplace_back(field);
      }
    }
    for (const std::string_view part : kParts) {
      if (!is_fast && dice.percent(some / 6)) options.json.fields.emplace_back(part);
    }
    if (options.json.fields.empty()) options.json.fields.emplace_back("recommendation");
  }
  options.json.brief = dice.percent(70);
  options.nothing_else = dice.percent(20);
  options.strict = dice.percent(3);
  if (dice.percent(20)) options.keep = {"team", "when"};
  return options;
}

std::string reference_line(const Pack& pack, const BatchOptions& options, std::string_view line,
                           std::uint64_t number) {
  if (line.find_first_not_of(" \t\r") == std::string_view::npos) return "";
  Diagnostics found;
  AnswersInput beside = beside_answers(line, options.keep);
  const auto refused = [&] {
    return error_json(found, number, beside.id_json, beside.kept_json) + "\n";
  };
  auto input = read_answers(line, 0, pack, found, options.keep);
  if (!input) return refused();
  Answers& told = input->answers;
  told.nothing_else = told.nothing_else || options.nothing_else;
  if (!tells_anything(told)) {
    report_error(found, "nothing-told", Span{}, "nothing was told",
                 "`\"nothing_else\": true` says that nothing is wrong");
    return refused();
  }
  const auto known = infer(pack, told, found);
  if (!known) return refused();
  const auto& fields = options.json.fields;
  std::optional<Outlook> outlook;
  if (options.strict || (!fields.empty() && need_outlook(fields))) {
    Prover prover(pack);
    outlook = prover.outlook(*known);
    if (options.strict && !outlook->settled) return "not settled\n";
  }
  if (fields.empty()) outlook.reset();
  const Assessment assessment = assess(pack, *known);
  Report report{pack, assessment, outlook, {}, options.proof, beside.id_json, false};
  report.kept_json = beside.kept_json;
  return to_json(report, options.json) + "\n";
}

std::string reference_lines(const Pack& pack, const BatchOptions& options, std::string_view lines) {
  std::string text;
  for (std::uint64_t number = 1; !lines.empty(); ++number) {
    const std::size_t end = lines.find('\n');
    text += reference_line(pack, options, lines.substr(0, end), number);
    lines.remove_prefix(end + 1);
  }
  return text;
}

std::string answered(const Pack& pack, const BatchOptions& options, std::string_view lines) {
  const std::string padding(BatchWorker::kPadding, ' ');
  const std::string padded = padding + std::string(lines) + padding;
  const Batch batch(pack, options);
  BatchWorker worker(batch);
  LineBuffer out;
  worker.answer(std::string_view(padded).substr(padding.size(), lines.size()), 1, out);
  return std::string(out.view());
}

}  // namespace runready::testing
