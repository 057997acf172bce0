#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/situation.hpp"
#include "runready/render.hpp"

/// What comes next, in the words of a report: the session, when to ask again, what would change the
/// answer.
namespace runready {

/// When to ask again, as it follows "Ask again": "tomorrow, Sunday 29 November", "on Thursday 3
/// December", "later today"; "in 24 hours" where the report does not know the day. Empty where
/// nothing need be asked again.
std::string again_words(const Report& report);

/// "Thursday 3 December".
std::string date_words(const Pack& pack, std::chrono::local_days day);

/// A workout in the words of a report.
struct SessionWords {
  std::string title;       ///< "Light seated cycling, 30 to 40 minutes"
  std::string effort;      ///< in plain words; may be empty
  std::string heart_rate;  ///< may be empty
  std::string how;
  std::vector<FactId> sources;
};

SessionWords session_words(const Report& report, WorkoutId id);

/// Beats a minute between which an effort lies, from the maximum of the runner's config or, at 18
/// to 75 years, estimated from the age; nothing where neither is known or figures are not allowed.
std::optional<Interval> heart_rate(const Report& report, const Effort& effort);

// What a report says of the time after: sentences, none where there is nothing to say.

/// What would change the answer: "Run if you walk normally."
std::vector<std::string> would_be_words(const Report& report);

/// Whether what is still open could mean that somebody should be seen sooner.
bool referral_may_rise(const Report& report);

/// When to see someone, or to do so sooner, where no tip says it. REQUIRES: less than urgent.
std::string see_someone_words(const Report& report, const Situation& situation);

/// How firm the answer is: what is open, what stands in the config, what is not proved.
std::vector<std::string> standing_words(const Report& report);

}  // namespace runready
