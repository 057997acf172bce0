#include "cli/ask_the_rest.hpp"

#include <unistd.h>

#include "cli/open_pack.hpp"
#include "cli/real_terminal.hpp"
#include "model/answers.hpp"
#include "render/flag_words.hpp"
#include "text/shell_words.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

/// The program with everything that was said but replies: rules, format, …; and what is at hand,
/// which another configuration may know otherwise.
std::string program_as_called(const Session& session, const std::vector<std::string>& have) {
  constexpr FlagSet kToldAnyway{Flag::answers, Flag::also,      Flag::nothing_else, Flag::ask,
                                Flag::rules,   Flag::add_rules, Flag::have};
  std::string program = program_using(session.settings);
  for (const FlagInfo& flag : all_flags()) {
    if (kToldAnyway.has(flag.flag)) continue;
    for (const std::string& value : session.said.values(flag.flag)) {
      program += " --" + std::string(flag.name);
      if (flag.takes_value()) program += " " + shell_word(value);
    }
  }
  std::string list;
  for (const std::string& activity : have) list += (list.empty() ? "" : ",") + activity;
  if (!list.empty()) program += " --have " + shell_word(list);
  return program;
}

/// On a line of its own and never wrapped, so that it can be copied.
void say_command(Session& session, const std::string& what, const std::string& command) {
  session.err.write(printable(what, true) + "\n  " + command + "\n");
  session.err.flush();
}

/// Whether there is somebody who could be asked, and nothing was said against it.
bool may_be_asked(const CommandLine& line, const Environment& environment) {
  const bool somebody_is_there =
      environment.input == InputKind::terminal && environment.errors_are_terminal;
  return somebody_is_there && !line.has(Flag::no_input) && !line.has(Flag::answers);
}

}  // namespace

bool is_to_ask(const CommandLine& line, const Environment& environment, bool is_told) {
  return line.has(Flag::ask) || (!is_told && may_be_asked(line, environment));
}

void hint_at_asking(Session& session, const Pack& pack, const Answers& told) {
  if (!may_be_asked(session.said, session.environment)) return;
  session.out.flush();
  say_command(
      session, "\n" + pack.text("interview.hint"),
      command_for(pack, told, program_as_called(session, session.settings.have.value)) + " --ask");
}

std::size_t width_now(const Session& session, int descriptor) {
  Environment now = session.environment;
  now.columns = terminal_columns(descriptor);
  return text_width(session.said, now);
}

AskedFor ask_the_rest(Session& session, const Pack& pack, Prover& prover, InterviewStart start) {
  Interview interview(pack, prover, std::move(start));
  const bool is_needed = !interview.is_over();
  RealTerminal terminal(session.err, STDERR_FILENO,
                        [&] { return width_now(session, STDERR_FILENO); });
  const AskOptions options{.color = use_color(session.said, session.environment, Stream::errors),
                           .echo = session.environment.input != InputKind::terminal};
  const Ending ending = ask(interview, terminal, options);
  if (ending != Ending::settled) {
    // What was told would be answered at once.
    const std::string ask = tells_anything(interview.answers()) ? " --ask" : "";
    say_command(session, pack.text("interview.quit"),
                command_for(pack, interview.answers(),
                            program_as_called(session, session.settings.have.value)) +
                    ask);
  }
  return {is_needed,           ending,
          interview.answers(), interview.standing_kept(),
          interview.carried(), interview.at_hand()};
}

void say_how_to_repeat(Session& session, const Pack& pack, const Answers& answers,
                       const std::vector<std::string>& have) {
  session.out.flush();
  say_command(session, pack.text("interview.repeat"),
              command_for(pack, only_notable(pack, answers), program_as_called(session, have)));
  session.err.write("\n");
  session.err.flush();
}

}  // namespace runready
