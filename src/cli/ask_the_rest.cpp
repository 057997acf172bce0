#include "cli/ask_the_rest.hpp"

#include <unistd.h>

#include "cli/open_pack.hpp"
#include "cli/real_terminal.hpp"
#include "cli/shell_words.hpp"
#include "render/flag_words.hpp"
#include "text/utf8.hpp"

namespace runready {

namespace {

/// The program with everything that was said but replies: rules, format, …
std::string program_as_called(const Session& session) {
  constexpr FlagSet kToldAnyway{Flag::answers, Flag::also,  Flag::nothing_else,
                                Flag::ask,     Flag::rules, Flag::add_rules};
  std::string program = program_using(session.settings);
  for (const FlagInfo& flag : all_flags()) {
    if (kToldAnyway.has(flag.flag)) continue;
    for (const std::string& value : session.said.values(flag.flag)) {
      program += " --" + std::string(flag.name);
      if (flag.takes_value()) program += " " + shell_word(value);
    }
  }
  return program;
}

/// On a line of its own and never wrapped, so that it can be copied.
void say_command(Session& session, const std::string& what, const std::string& command) {
  session.err.write(printable(what, true) + "\n  " + command + "\n");
  session.err.flush();
}

}  // namespace

bool is_to_ask(const CommandLine& line, const Environment& environment) {
  if (line.has(Flag::ask)) return true;
  const bool somebody_is_there =
      environment.input == InputKind::terminal && environment.errors_are_terminal;
  return somebody_is_there && !line.has(Flag::no_input) && !line.has(Flag::answers);
}

std::size_t width_now(const Session& session, int descriptor) {
  Environment now = session.environment;
  now.columns = terminal_columns(descriptor);
  return text_width(session.said, now);
}

AskedFor ask_the_rest(Session& session, const Pack& pack, Prover& prover, InterviewStart start) {
  Interview interview(pack, prover, std::move(start));
  const bool is_needed = !interview.is_over();
  RealTerminal terminal(session.err, [&] { return width_now(session, STDERR_FILENO); });
  const AskOptions options{.color = use_color(session.said, session.environment, Stream::errors),
                           .echo = session.environment.input != InputKind::terminal};
  const Ending ending = ask(interview, terminal, options);
  if (ending != Ending::settled) {
    say_command(session, pack.text("interview.quit"),
                command_for(pack, interview.answers(), program_as_called(session)));
  }
  return {is_needed, ending, interview.answers(), interview.standing_kept()};
}

void say_how_to_repeat(Session& session, const Pack& pack, const Answers& answers) {
  session.out.flush();
  say_command(session, pack.text("interview.repeat"),
              command_for(pack, only_notable(pack, answers), program_as_called(session)));
  session.err.write("\n");
  session.err.flush();
}

}  // namespace runready
