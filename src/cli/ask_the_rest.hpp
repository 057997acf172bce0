#pragma once

#include <optional>
#include <vector>

#include "cli/ask.hpp"
#include "cli/session.hpp"
#include "runready/interview.hpp"

/// The part of a run in which the program asks for what was not told.
namespace runready {

/// With `--ask`, or if nothing was told, there is somebody to ask and nothing was said against it.
bool is_to_ask(const CommandLine& line, const Environment& environment, bool is_told);

/// Says how to be asked for the rest, if there is somebody who could be.
void hint_at_asking(Session& session, const Pack& pack, const Answers& told);

struct AskedFor {
  bool was_needed = true;  ///< false: all that matters had been told
  Ending ending = Ending::settled;
  Answers answers;                      ///< what was told in the end
  std::vector<QuestionId> from_config;  ///< questions answered as they usually are
  Answers carried;                      ///< of those, what a morning filled in
  std::optional<Interview::AtHand> at_hand;
};

/// Asks what still matters, on standard error. If that is broken off, says how to go on from there.
AskedFor ask_the_rest(Session& session, const Pack& pack, Prover& prover, InterviewStart start);

/// Says how to get the same answer without being asked.
/// `have` are the activities at hand, if that was said.
void say_how_to_repeat(Session& session, const Pack& pack, const Answers& answers,
                       const std::vector<std::string>& have);

/// Columns of a descriptor's terminal as it is now, unless `--width` says otherwise.
std::size_t width_now(const Session& session, int descriptor);

}  // namespace runready
