#include "cli/ask.hpp"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "cli/environment.hpp"
#include "cli/exit_status.hpp"
#include "cli/open_pack.hpp"
#include "model/answers.hpp"
#include "report/questions.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace runready {

// Both signals are blocked but for the time of waiting, so that none is lost between looking for
// it and waiting.

namespace {

volatile std::sig_atomic_t was_interrupted = 0;
volatile std::sig_atomic_t was_resumed = 0;

void on_interrupt(int) { was_interrupted = 1; }
void on_resume(int) { was_resumed = 1; }

/// Without SA_RESTART, so that waiting ends.
struct sigaction install(int signal, void (*handler)(int)) {
  struct sigaction now {};
  struct sigaction before {};
  now.sa_handler = handler;
  sigemptyset(&now.sa_mask);
  sigaction(signal, &now, &before);
  return before;
}

bool take_flag(volatile std::sig_atomic_t& flag) {
  const bool was_set = flag != 0;
  flag = 0;
  return was_set;
}

}  // namespace

RealTerminal::RealTerminal(Output& output, int descriptor, std::function<std::size_t()> width)
    : output_(output),
      descriptor_(descriptor),
      width_(std::move(width)),
      old_interrupt_(install(SIGINT, on_interrupt)),
      old_resume_(install(SIGCONT, on_resume)) {
  sigset_t blocked;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGINT);
  sigaddset(&blocked, SIGCONT);
  sigprocmask(SIG_BLOCK, &blocked, &old_mask_);
}

RealTerminal::~RealTerminal() {
  sigaction(SIGINT, &old_interrupt_, nullptr);
  sigaction(SIGCONT, &old_resume_, nullptr);
  sigprocmask(SIG_SETMASK, &old_mask_, nullptr);
}

/// The message about it stands on a line of its own, below the prompt.
void RealTerminal::fail() {
  const std::string reason = std::strerror(errno);
  write("\n");
  throw WorldError("cannot read standard input: " + reason);
}

Terminal::Line RealTerminal::read_line() {
  for (;;) {
    if (const std::size_t end = pending_.find('\n'); end != std::string::npos) {
      return {Line::Kind::text, take_line(end)};
    }
    if (pending_.size() >= kLongestLine) return {Line::Kind::text, std::exchange(pending_, "")};
    if (!wait_for_input()) {
      return {take_flag(was_interrupted) ? Line::Kind::interrupted : Line::Kind::resumed, ""};
    }
    if (read_more()) continue;
    if (pending_.empty()) return {Line::Kind::end, ""};
    return {Line::Kind::text, std::exchange(pending_, "")};
  }
}

void RealTerminal::forget_typed_ahead() {
  if (::isatty(STDIN_FILENO) == 0) return;
  ::tcflush(STDIN_FILENO, TCIFLUSH);
  pending_.clear();
}

bool RealTerminal::wait_for_input() {
  struct pollfd input {
    STDIN_FILENO, POLLIN, 0
  };
  for (;;) {
    if (ppoll(&input, 1, nullptr, &old_mask_) >= 0) return true;
    if (errno != EINTR) fail();
    if (was_interrupted != 0 || take_flag(was_resumed)) return false;
  }
}

bool RealTerminal::read_more() {
  char block[4096];
  const ssize_t got = ::read(STDIN_FILENO, block, sizeof block);
  if (got < 0 && errno != EINTR && errno != EAGAIN) fail();
  if (got > 0) pending_.append(block, static_cast<std::size_t>(got));
  return got != 0;
}

std::string RealTerminal::take_line(std::size_t end) {
  std::string line = pending_.substr(0, end);
  if (line.ends_with('\r')) line.pop_back();
  pending_.erase(0, end + 1);
  return line;
}

std::size_t RealTerminal::height() const { return terminal_lines(descriptor_).value_or(0); }

void RealTerminal::write(std::string_view text) {
  output_.write(text);
  output_.flush();
}

Ending ask(Interview& interview, Terminal& terminal, const AskOptions& options) {
  using Kind = Terminal::Line::Kind;
  const auto view = [&] { return TextOptions{terminal.width(), options.color, terminal.height()}; };
  terminal.write(interview.opening(view()));
  auto shown = Interview::Shown::as_needed;
  bool is_accepted = false;
  while (!interview.is_over() && !is_accepted) {
    terminal.forget_typed_ahead();
    terminal.write(interview.prompt(view(), shown));
    shown = Interview::Shown::as_needed;
    const Terminal::Line line = terminal.read_line();
    if (options.echo || line.kind != Kind::text) terminal.write(printable(line.text) + "\n");
    if (line.kind == Kind::interrupted) return Ending::interrupted;
    if (line.kind == Kind::end) {
      if (!interview.may_end()) return Ending::quit;
      is_accepted = true;
    } else if (line.kind == Kind::resumed) {
      shown = Interview::Shown::in_full;
    } else {
      terminal.write(interview.take(line.text, view()));
    }
  }
  if (!is_accepted && interview.stage() == Interview::Stage::quit) return Ending::quit;
  if (!interview.opening(view()).empty()) terminal.write("\n");
  return Ending::settled;
}

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
