#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/session.hpp"
#include "runready/answers.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"
#include "runready/render.hpp"

/// What was told: by a file, by what stands in the configuration, and by the flags that are made
/// from the pack, one for each question.
namespace runready {

/// The flags that answer questions, made from the pack in use, and what they tell.
struct QuestionFlag {
  QuestionId question;
  std::string spelled;
  bool takes_value = true;
  bool denies = false;  ///< the `--no-` form of a bool question
};

/// Two flags for a bool question, one for any other; in pack order.
std::vector<QuestionFlag> question_flags(const Pack& pack);

/// Tells what flags say. They take the place of what was told before, key by key; lists of
/// repeated flags unite. Flags about a complaint mean the only one there is.
/// Mistakes: `given-twice`, `which-complaint` and those of `read_reply`.
void apply_replies(const Pack& pack, std::span<const ReplyFlag> flags, Answers& answers,
                   Diagnostics& diagnostics);

/// Adds a complaint from the value of `--also`: `where=heel+arch,pain=2`, at its end if wanted
/// `label=left foot`. Mistakes: `also-syntax`,
/// `unknown-question`, `misplaced-question`, `given-twice`, `too-many-complaints` and those of
/// `read_reply`. A first complaint of which nothing was told is replaced.
void apply_also(const Pack& pack, std::string_view pairs, Answers& answers,
                Diagnostics& diagnostics);

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
