#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "runready/answers.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"
#include "runready/render.hpp"

/// What was told: by a file, by flags, and by what stands in the configuration.
namespace runready {

struct Told {
  Answers answers;
  std::string id_json;                       ///< the id in the file, echoed
  std::vector<SourceFile> files;             ///< what the diagnostics point into
  std::vector<QuestionId> from_config = {};  ///< standing replies that were used
  std::vector<QuestionId> set_aside = {};    ///< and those that do not go with what was told
};

/// Reads `--answers` if it is given; FILE `-` is standard input.
Told read_file_answers(const CommandLine& said, const Pack& pack, Diagnostics& diagnostics);

/// Adds what flags tell, `--also` and `--nothing-else` included.
void tell_by_flags(const CommandLine& line, const Pack& pack, Told& told, Diagnostics& diagnostics);

/// Adds the standing replies to questions that were not answered today, but those that contradict
/// what was told, and none if nothing else is the matter: they are set aside.
void add_standing_replies(const Replies& standing, const Pack& pack, Told& told);

/// In place of activities: there is nothing for any of them.
inline constexpr std::string_view kNothingAtHand = "none";

/// The activities at hand, by their ids or tags; nothing if that was not told. Names that are none
/// (`unknown-activity`) are errors where they were given as a flag.
std::optional<std::vector<ActivityId>> activities_at_hand(const Settings& settings,
                                                          const Pack& pack,
                                                          Diagnostics& diagnostics);

}  // namespace runready
