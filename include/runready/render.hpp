#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runready/assessment.hpp"
#include "runready/pack.hpp"
#include "runready/prove.hpp"
#include "runready/text_options.hpp"

/// An assessment as JSON, as text for a terminal, as Markdown and as an HTML page. Pure: the same
/// values give the same bytes, on any number of threads at once.
namespace runready {

/// What a report knows of the runner beside the answers: from the config, never from the pack.
struct Runner {
  std::optional<int> age;                       ///< years, 18 to 75 for heart-rate figures
  std::optional<int> max_heart_rate;            ///< beats a minute
  std::optional<std::vector<ActivityId>> have;  ///< activities at hand, sorted; not told: all
  std::vector<QuestionId> from_config;          ///< standing replies used
};

/// Everything a renderer may show. It borrows the pack, the assessment and the outlook, which must
/// be there as long as it is used, and owns the rest.
struct Report {
  const Pack& pack;
  const Assessment& assessment;
  const std::optional<Outlook>& outlook;
  Runner runner;
  Proof proof = {};      ///< `"proved": true` only where it is of this pack
  std::string id_json;   ///< echoed if not empty
  bool explain = false;  ///< every rule with its truth, sources spelled out
  std::optional<std::chrono::local_seconds> now = {};  ///< names days; without it hours are counted
  std::optional<Answers> from_diary = {};  ///< what of the answers told followed from the diary
  std::string kept_json = {};  ///< members carried through, `"team":"A","day":3`; echoed likewise
};

/// Top-level keys of the assessment, in printing order. `rules` and `sources` only if they are
/// explained or named; `inferred_from_diary` only if something is; `settled` to `would_permit` only
/// if the report has an outlook.
inline constexpr std::string_view kAssessmentFields[] = {"schema",
                                                         "id",
                                                         "recommendation",
                                                         "referral",
                                                         "headline",
                                                         "reasons",
                                                         "workout",
                                                         "alternatives",
                                                         "excluded",
                                                         "feel_check",
                                                         "tips",
                                                         "recheck_hours",
                                                         "settled",
                                                         "range",
                                                         "ask_next",
                                                         "ask_again_when",
                                                         "would_permit",
                                                         "answers",
                                                         "inferred_from_diary",
                                                         "inferred",
                                                         "assumed",
                                                         "rules",
                                                         "sources",
                                                         "pack",
                                                         "program",
                                                         "notice"};

/// Fields to keep, of kAssessmentFields or dotted (`workout.id`, `range.recommendation`); empty:
/// all. `brief` writes reasons as rule ids only.
struct JsonOptions {
  std::vector<std::string> fields;
  bool brief = false;
};

/// One line of JSON without the newline, keys in the order of kAssessmentFields. Throws
/// std::invalid_argument if a field is none, with a suggestion.
std::string to_json(const Report& report, const JsonOptions& options);

/// Begins with the answer; on a screen too small for all of it the answer stands at the end too.
std::string to_text(const Report& report, const TextOptions& options);

/// For a diary or for somebody who treats the runner: with every reply and what was assumed.
std::string to_markdown(const Report& report);

/// The same as one page that needs nothing else.
std::string to_html(const Report& report);

}  // namespace runready
