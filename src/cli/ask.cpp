#include "cli/ask.hpp"

#include "text/utf8.hpp"

namespace runready {

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

}  // namespace runready
