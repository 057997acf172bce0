#include "support/transcript.hpp"

#include "catch.hpp"
#include "support/process.hpp"

namespace runready::testing {
namespace {

TEST_CASE("a transcript is read as description, commands and what they print", "[support]") {
  const Transcript transcript = parse_transcript(
      "Two commands.\n"
      "\n"
      "[file a/b.txt]\n"
      "one\n"
      "\n"
      "$ cat a/b.txt <<'END'\n"
      "> more\n"
      ">\n"
      "> END\n"
      "one\n"
      "\n"
      "$ false\n"
      "[stdin]\n"
      "input\n"
      "[stdout]\n"
      "output\n"
      "[stderr]\n"
      "message\n"
      "[status 2]\n");
  CHECK(transcript.description == "Two commands.\n");
  REQUIRE(transcript.steps.size() == 2);
  CHECK(transcript.steps[0] == Step{.files = {{"a/b.txt", "one\n"}},
                                    .command = "cat a/b.txt <<'END'\nmore\n\nEND",
                                    .input = {},
                                    .out = "one\n",
                                    .err = "",
                                    .status = 0});
  CHECK(transcript.steps[1] == Step{.files = {},
                                    .command = "false",
                                    .input = "input\n",
                                    .out = "output\n",
                                    .err = "message\n",
                                    .status = 2});
}

TEST_CASE("a transcript that was printed reads back as it was", "[support]") {
  const std::string tricky =
      GENERATE("", "\n", "\n\n", "no newline", "$ looks like a command\n", "[stderr]\n",
               "[status 3]\n", "\\backslash\n", "…\n", "> quote\n", "text\n\n", "[no newline]\n");
  CAPTURE(tricky);
  const Step step{.files = {{"x", tricky}},
                  .command = "one\ntwo\n\nfour",
                  .input = tricky,
                  .out = tricky,
                  .err = tricky,
                  .status = 1};
  const Transcript transcript{.description = "Why.\n", .steps = {step, step}};
  CHECK(parse_transcript(print_transcript(transcript)) == transcript);
}

TEST_CASE("a mistake in a transcript is reported with its line", "[support]") {
  CHECK_THROWS_WITH(parse_transcript("text\n[status 1]\n"), ContainsSubstring("line 2"));
  CHECK_THROWS_WITH(parse_transcript("$ a\n[status x]\n"), ContainsSubstring("a number"));
  CHECK_THROWS_WITH(parse_transcript("$ a\n[status 1]\nmore\n"), ContainsSubstring("nothing"));
  CHECK_THROWS_WITH(parse_transcript("[file a]\ntext\n"), ContainsSubstring("a command"));
}

TEST_CASE("an ellipsis alone on a line stands for any number of lines", "[support]") {
  CHECK(matches("…\n", ""));
  CHECK(matches("a\n…\nd\n", "a\nb\nc\nd\n"));
  CHECK(matches("a\n…\n", "a\n"));
  CHECK_FALSE(matches("a\n…\nd\n", "a\nb\n"));
  CHECK_FALSE(matches("", "a\n"));
  CHECK_FALSE(matches("a\n", "a"));
}

TEST_CASE("a replay tells what is printed now and keeps what still matches", "[support]") {
  const ScratchFolder scratch;
  const Transcript expected = parse_transcript(
      "[file in.txt]\n1\n2\n3\n\n"
      "$ cat in.txt; echo oops >&2; exit 3\n…\n3\n"
      "$ cat; pwd; printf '\\033[1mbold'\n[stdin]\nread\n");
  const Transcript now = replay(expected, {.folder = scratch.path()});
  CHECK(now.steps[0].out == "…\n3\n");
  CHECK(now.steps[0].err == "oops\n");
  CHECK(now.steps[0].status == 3);
  CHECK(now.steps[1].out == "read\n$PWD\n␛[1mbold");
}

TEST_CASE("a merged replay has both streams in one, in order", "[support]") {
  const ScratchFolder scratch;
  const Transcript now = replay(parse_transcript("$ echo 1; echo 2 >&2; echo 3\n"),
                                {.folder = scratch.path(), .merged = true});
  CHECK(now.steps[0].out == "1\n2\n3\n");
  CHECK(now.steps[0].err.empty());
}

TEST_CASE("a command that does not end is killed", "[support]") {
  const ScratchFolder scratch;
  CHECK_THROWS_WITH(
      run_shell(
          {.command = "sleep 60", .folder = scratch.path(), .time_limit = std::chrono::seconds{1}}),
      ContainsSubstring("not done in time"));
}

TEST_CASE("a difference marks the lines that went and came", "[support]") {
  CHECK(difference("a\nb\nc\n", "a\nc\nd\n") == "  a\n- b\n  c\n+ d\n");
}

}  // namespace
}  // namespace runready::testing
