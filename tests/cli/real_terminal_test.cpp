#include <unistd.h>

#include <array>
#include <csignal>

#include "catch.hpp"
#include "cli/ask.hpp"

using namespace runready;
using Kind = Terminal::Line::Kind;

namespace {

/// Standard input is a pipe while this lives.
class PipedInput {
 public:
  PipedInput() : old_(dup(STDIN_FILENO)) {
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    into_ = ends[1];
  }
  ~PipedInput() {
    end();
    dup2(old_, STDIN_FILENO);
    close(old_);
  }
  void type(const std::string& text) const {
    REQUIRE(write(into_, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
  }
  void end() {
    if (into_ >= 0) close(into_);
    into_ = -1;
  }

 private:
  int old_;
  int into_ = -1;
};

}  // namespace

TEST_CASE("lines come one by one, a last one without its end too", "[cli]") {
  PipedInput input;
  Output out(STDERR_FILENO, "standard error", Output::Failure::is_ignored);
  RealTerminal terminal(out, STDERR_FILENO, [] { return std::size_t{72}; });
  input.type("one\r\n\ntwo");
  input.end();
  CHECK(terminal.read_line() == Terminal::Line{Kind::text, "one"});
  CHECK(terminal.read_line() == Terminal::Line{Kind::text, ""});
  CHECK(terminal.read_line() == Terminal::Line{Kind::text, "two"});
  CHECK(terminal.read_line() == Terminal::Line{Kind::end, ""});
  CHECK(terminal.read_line() == Terminal::Line{Kind::end, ""});
  CHECK(terminal.width() == 72);
}

TEST_CASE("Ctrl-C and coming back from Ctrl-Z end the waiting, not the program", "[cli]") {
  const PipedInput input;
  Output out(STDERR_FILENO, "standard error", Output::Failure::is_ignored);
  struct sigaction before {};
  sigaction(SIGINT, nullptr, &before);
  {
    RealTerminal terminal(out, STDERR_FILENO, [] { return std::size_t{80}; });
    raise(SIGINT);
    CHECK(terminal.read_line().kind == Kind::interrupted);
    raise(SIGCONT);
    CHECK(terminal.read_line().kind == Kind::resumed);
    input.type("on\n");
    CHECK(terminal.read_line() == Terminal::Line{Kind::text, "on"});
  }
  struct sigaction now {};
  sigaction(SIGINT, nullptr, &now);
  CHECK(now.sa_handler == before.sa_handler);
}

TEST_CASE("a line that does not end comes in pieces", "[cli]") {
  PipedInput input;
  Output out(STDERR_FILENO, "standard error", Output::Failure::is_ignored);
  RealTerminal terminal(out, STDERR_FILENO, [] { return std::size_t{80}; });
  constexpr std::size_t kPipe = 60'000;
  input.type(std::string(kPipe, 'x'));
  input.end();
  std::size_t got = 0;
  for (Terminal::Line line = terminal.read_line(); line.kind == Kind::text;
       line = terminal.read_line()) {
    CHECK(line.text.size() <= RealTerminal::kLongestLine + 4096);
    got += line.text.size();
  }
  CHECK(got == kPipe);
}
