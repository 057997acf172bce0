#include "terminal/pty.hpp"

#include <csignal>

#include "catch.hpp"
#include "support/process.hpp"

namespace runready::testing {
namespace {

TEST_CASE("keys reach the program and its lines come back", "[terminal]") {
  const ScratchFolder scratch;
  Terminal terminal{{"sh", "-c", "printf 'name? '; read name; echo \"hello $name\""},
                    {.folder = scratch.path()}};
  REQUIRE(terminal.expect("name? "));
  terminal.send("Ada\n");
  CHECK(terminal.expect("hello Ada\r\n"));
  CHECK(terminal.wait() == 0);
}

TEST_CASE("text that does not come is not waited for longer than the program lives", "[terminal]") {
  const ScratchFolder scratch;
  Terminal terminal{{"echo", "something"}, {.folder = scratch.path()}};
  CHECK_FALSE(terminal.expect("anything else"));
  CHECK(terminal.seen() == "something\r\n");
}

TEST_CASE("text is looked for after what was found before", "[terminal]") {
  const ScratchFolder scratch;
  Terminal terminal{{"printf", "one two one"}, {.folder = scratch.path()}};
  CHECK(terminal.expect("one"));
  CHECK(terminal.expect("one"));
  CHECK_FALSE(terminal.expect("one"));
}

TEST_CASE("Ctrl-D is the end of input", "[terminal]") {
  const ScratchFolder scratch;
  Terminal terminal{{"cat"}, {.folder = scratch.path()}};
  terminal.send("line\n");
  CHECK(terminal.expect("line\r\nline\r\n"));
  terminal.send(kCtrlD);
  CHECK(terminal.wait() == 0);
}

TEST_CASE("Ctrl-C interrupts the program", "[terminal]") {
  const ScratchFolder scratch;
  Terminal terminal{{"cat"}, {.folder = scratch.path()}};
  terminal.send("ready\n");
  REQUIRE(terminal.expect("ready\r\nready\r\n"));
  terminal.send(kCtrlC);
  CHECK(terminal.wait() == 128 + SIGINT);
}

TEST_CASE("Ctrl-Z stops the program and SIGCONT lets it go on", "[terminal]") {
  const ScratchFolder scratch;
  Terminal terminal{{"cat"}, {.folder = scratch.path()}};
  terminal.send("ready\n");
  REQUIRE(terminal.expect("ready\r\nready\r\n"));
  terminal.send(kCtrlZ);
  REQUIRE(terminal.stops());
  terminal.signal(SIGCONT);
  terminal.send("again\n");
  CHECK(terminal.expect("again\r\nagain\r\n"));
}

TEST_CASE("the program sees the window's size and is told of a new one", "[terminal]") {
  const ScratchFolder scratch;
  Terminal terminal{
      {"bash", "-c", "trap 'stty size; exit' WINCH; stty size; while :; do sleep 0.1; done"},
      {.folder = scratch.path(), .size = {.rows = 30, .columns = 66}}};
  REQUIRE(terminal.expect("30 66"));
  terminal.resize({.rows = 20, .columns = 40});
  CHECK(terminal.expect("20 40"));
}

TEST_CASE("standard output can be kept apart from the screen", "[terminal]") {
  const ScratchFolder scratch;
  Terminal terminal{{"sh", "-c", "echo result; echo prompt >&2; exit 3"},
                    {.folder = scratch.path(), .output_apart = true}};
  CHECK(terminal.wait() == 3);
  CHECK(terminal.output() == "result\n");
  CHECK(terminal.seen() == "prompt\r\n");
}

TEST_CASE("a terminal that is left without echo is noticed", "[terminal]") {
  const ScratchFolder scratch;
  Terminal tidy{{"true"}, {.folder = scratch.path()}};
  CHECK(tidy.wait() == 0);
  CHECK(tidy.is_as_it_was());
  Terminal untidy{{"stty", "-echo"}, {.folder = scratch.path()}};
  CHECK(untidy.wait() == 0);
  CHECK_FALSE(untidy.is_as_it_was());
}

TEST_CASE("variables can be set for the program", "[terminal]") {
  const ScratchFolder scratch;
  Terminal terminal{{"sh", "-c", "echo $TERM"},
                    {.folder = scratch.path(), .variables = {"TERM=xterm"}}};
  CHECK(terminal.expect("xterm"));
}

}  // namespace
}  // namespace runready::testing
