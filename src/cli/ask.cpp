#include "cli/ask.hpp"

#include "text/utf8.hpp"

namespace runready {

namespace {

Ending ending_of(const Interview& interview) {
  return interview.stage() == Interview::Stage::settled ? Ending::settled : Ending::quit;
}

}  // namespace

Ending ask(Interview& interview, Terminal& terminal, const AskOptions& options) {
  using Kind = Terminal::Line::Kind;
  const auto view = [&] { return TextOptions{terminal.width(), options.color}; };
  terminal.write(interview.opening(view()));
  auto prompt = Interview::Prompt::as_needed;
  while (!interview.is_over()) {
    terminal.write(interview.prompt(view(), prompt));
    prompt = Interview::Prompt::as_needed;
    const Terminal::Line line = terminal.read_line();
    if (options.echo || line.kind != Kind::text) terminal.write(printable(line.text) + "\n");
    if (line.kind == Kind::end) return Ending::quit;
    if (line.kind == Kind::interrupted) return Ending::interrupted;
    if (line.kind == Kind::resumed) {
      prompt = Interview::Prompt::in_full;
    } else {
      terminal.write(interview.take(line.text, view()));
    }
  }
  if (ending_of(interview) == Ending::settled) terminal.write(interview.closing(view()));
  return ending_of(interview);
}

}  // namespace runready
