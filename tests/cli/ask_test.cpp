#include "cli/ask.hpp"

#include <deque>

#include "catch.hpp"
#include "support/packs.hpp"

namespace runready::testing {
namespace {

using Line = Terminal::Line;
using Kind = Line::Kind;

/// A terminal whose user has made up their mind, and whose window may change at every line.
class ScriptedTerminal final : public Terminal {
 public:
  explicit ScriptedTerminal(std::deque<Line> lines) : lines_(std::move(lines)) {}

  Line read_line() override {
    if (lines_.empty()) return {Kind::end, ""};
    Line line = lines_.front();
    lines_.pop_front();
    if (line.kind == Kind::text) shown += "<" + line.text + ">\n";
    return line;
  }
  void forget_typed_ahead() override {}
  void write(std::string_view text) override { shown += text; }
  std::size_t width() const override { return columns; }
  std::size_t height() const override { return 0; }

  std::string shown;
  std::size_t columns = 80;

 private:
  std::deque<Line> lines_;
};

std::deque<Line> typed(std::initializer_list<std::string_view> texts) {
  std::deque<Line> lines;
  for (const std::string_view text : texts) lines.push_back({Kind::text, std::string(text)});
  return lines;
}

struct Asked {
  Ending ending;
  std::string shown;
};

Asked asked(std::deque<Line> lines, AskOptions options = {}) {
  const Pack pack = load(base_files());
  Prover prover(pack);
  Interview interview(pack, prover, {});
  ScriptedTerminal terminal(std::move(lines));
  const Ending ending = ask(interview, terminal, options);
  return {ending, terminal.shown};
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

TEST_CASE("an interview goes from how to answer to why it is settled", "[cli]") {
  const Asked done = asked(typed({"", "8", ""}));
  CHECK(done.ending == Ending::settled);
  CHECK(done.shown.starts_with("At any question: ? explains"));
  CHECK(
      done.shown.ends_with("A number from 0 to 24 > <8>\n"
                           "Understood: you slept 8 hours.\n\n"
                           "That was everything that matters today.\n"
                           "Enter for your answer, b to go back, r to see your replies > <>\n\n"));
}

TEST_CASE("the end of input accepts what is settled", "[cli]") {
  CHECK(asked(typed({"", "8"})).ending == Ending::settled);
}

TEST_CASE("q and the end of input quit", "[cli]") {
  CHECK(asked(typed({"2", "q"})).ending == Ending::quit);
  const Asked ended = asked(typed({"2"}));
  CHECK(ended.ending == Ending::quit);
  CHECK(ended.shown.ends_with("Numbers, as in 1,3 > \n"));
}

TEST_CASE("Ctrl-C interrupts on a line of its own", "[cli]") {
  const Asked interrupted = asked({{Kind::interrupted, ""}, {Kind::text, "2"}});
  CHECK(interrupted.ending == Ending::interrupted);
  CHECK(interrupted.shown.ends_with(" > \n"));
}

TEST_CASE("back from Ctrl-Z the question is shown in full", "[cli]") {
  const Asked back = asked({{Kind::text, "?"}, {Kind::resumed, ""}, {Kind::text, "q"}});
  CHECK(has(back.shown,
            "q quits.\nA number, or Enter for: No > \n\nWhat hurts, 1 of about 2\n"
            "Does anything hurt?\n"));
}

TEST_CASE("lines that nobody saw typed are shown", "[cli]") {
  CHECK(has(asked(typed({"x\x1b"}), {.echo = true}).shown, "No > <x\x1b>\nx\\u{1b}\n"));
}

TEST_CASE("it asks at a terminal where nothing was told, and wherever it is told to", "[cli]") {
  Environment terminal;
  terminal.input = InputKind::terminal;
  terminal.errors_are_terminal = true;
  Environment piped = terminal;
  piped.input = InputKind::data;
  Environment logged = terminal;
  logged.errors_are_terminal = false;
  const auto line = [](std::initializer_list<Flag> flags) {
    CommandLine said;
    for (const Flag flag : flags) said.add(flag, "true");
    return said;
  };
  CHECK(is_to_ask(line({}), terminal, false));
  CHECK_FALSE(is_to_ask(line({}), terminal, true));
  CHECK_FALSE(is_to_ask(line({}), piped, false));
  CHECK_FALSE(is_to_ask(line({}), logged, false));
  CHECK_FALSE(is_to_ask(line({Flag::no_input}), terminal, false));
  CHECK_FALSE(is_to_ask(line({Flag::answers}), terminal, false));
  CHECK(is_to_ask(line({Flag::ask}), piped, false));
  CHECK(is_to_ask(line({Flag::ask, Flag::answers}), terminal, true));
}

}  // namespace
}  // namespace runready::testing
