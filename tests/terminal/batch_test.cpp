// The batch as a person sees it who waits for a long one: progress, and Ctrl-C.
#include <algorithm>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "support/process.hpp"
#include "terminal/pty.hpp"

namespace runready::testing {
namespace {

/// A line every tenth of a second, for so many tenths, into a batch whose results are apart.
std::string trickle(int tenths) {
  return "for i in $(seq " + std::to_string(tenths) +
         "); do echo '{\"any_pain\": false}'; sleep 0.1; done | "
         "runready batch --fields recommendation";
}

std::ptrdiff_t lines_in(std::string_view text) {
  return std::count(text.begin(), text.end(), '\n');
}

TEST_CASE("progress comes after two seconds at a terminal and goes away at the end", "[terminal]") {
  const ScratchFolder scratch;
  Terminal terminal{{"bash", "-c", trickle(28)}, {.folder = scratch.path(), .output_apart = true}};
  CHECK(terminal.expect(" lines, "));
  CHECK(terminal.expect(" a second"));
  REQUIRE(terminal.wait() == 0);
  CHECK(terminal.seen().ends_with("\r\x1b[K"));
  CHECK(lines_in(terminal.output()) == 28);
}

TEST_CASE("a short batch shows no progress", "[terminal]") {
  const ScratchFolder scratch;
  Terminal terminal{{"bash", "-c", trickle(3)}, {.folder = scratch.path(), .output_apart = true}};
  REQUIRE(terminal.wait() == 0);
  CHECK(terminal.seen().empty());
}

TEST_CASE("where messages go elsewhere than to a terminal there is no progress", "[terminal]") {
  const ScratchFolder scratch;
  Terminal terminal{{"bash", "-c", trickle(24) + " 2>messages"},
                    {.folder = scratch.path(), .output_apart = true}};
  REQUIRE(terminal.wait() == 0);
  CHECK(terminal.seen().empty());
  CHECK(read_file(scratch.path() / "messages").empty());
}

TEST_CASE("Ctrl-C ends a batch with status 130 and whole lines", "[terminal]") {
  const ScratchFolder scratch;
  const std::string endless =
      "exec runready batch --fields recommendation "
      "< <(yes '{\"any_pain\": false}') >answers";
  Terminal terminal{{"bash", "-c", endless}, {.folder = scratch.path()}};
  REQUIRE(terminal.expect(" lines, "));
  terminal.send(kCtrlC);
  CHECK(terminal.wait() == 130);
  CHECK(terminal.seen().find("stopped at line ") != std::string_view::npos);
  const std::string answers = read_file(scratch.path() / "answers");
  const std::string line = "{\"recommendation\":\"run\"}\n";
  CHECK(answers.size() % line.size() == 0);
  CHECK(answers.ends_with(line));
}

}  // namespace
}  // namespace runready::testing
