#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runready/assessment.hpp"
#include "runready/pack.hpp"
#include "runready/text_options.hpp"

/// An assessment as JSON, as text for a terminal and as Markdown. Pure: the same values give the
/// same bytes.
namespace runready {

/// What a report knows of the runner beside the answers: from the config, never from the pack.
struct Runner {
  std::optional<int> age;               ///< years, 18 to 75 for heart-rate figures
  std::optional<int> max_heart_rate;    ///< beats a minute
  std::vector<ActivityId> have;         ///< activities at hand, sorted; empty: all
  std::vector<QuestionId> from_config;  ///< standing replies used
};

/// Everything a renderer may show.
struct Report {
  const Pack& pack;
  const Assessment& assessment;
  const std::optional<Outlook>& outlook;
  Runner runner;
  bool proved = true;
  std::string id_json;   ///< echoed if not empty
  bool explain = false;  ///< every rule with its truth, sources spelled out
};

/// Top-level keys of the assessment, in printing order. `rules` and `sources` only if they are
/// explained or named; `settled` to `would_permit` only if the report has an outlook.
inline constexpr std::string_view kAssessmentFields[] = {
    "schema",   "id",           "recommendation", "referral",       "headline",     "reasons",
    "workout",  "alternatives", "excluded",       "feel_check",     "tips",         "recheck_hours",
    "settled",  "range",        "ask_next",       "ask_again_when", "would_permit", "answers",
    "inferred", "assumed",      "rules",          "sources",        "pack",         "notice"};

/// Fields to keep, of kAssessmentFields or dotted (`workout.id`, `range.recommendation`); empty:
/// all. `brief` writes reasons as rule ids only.
struct JsonOptions {
  std::vector<std::string> fields;
  bool brief = false;
};

/// One line of JSON without the newline, keys in the order of kAssessmentFields.
std::string to_json(const Report& report, const JsonOptions& options);

std::string to_text(const Report& report, const TextOptions& options);
std::string to_markdown(const Report& report);

}  // namespace runready
