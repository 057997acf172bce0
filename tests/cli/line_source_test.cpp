#include "cli/line_source.hpp"

#include <unistd.h>

#include <array>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "support/process.hpp"

using namespace runready;
using namespace runready::testing;

namespace {

constexpr std::size_t kPadding = 16;
constexpr std::size_t kMaxLine = std::size_t{1} << 18;

/// All blocks of files with these texts; `!` stands for a line that was passed over.
std::vector<std::string> blocks_of(const std::vector<std::string>& texts) {
  const ScratchFolder folder;
  std::vector<std::string> paths;
  for (const std::string& text : texts) {
    paths.push_back(folder.path() / std::to_string(paths.size()));
    write_file(paths.back(), text);
  }
  const StopRequest stop;
  LineSource source(paths, kPadding, kMaxLine, stop);
  std::vector<std::string> blocks;
  LineSource::Block block;
  while (source.fill(block)) {
    blocks.emplace_back(block.is_cut ? "!" : block.lines());
  }
  CHECK_FALSE(source.fill(block));
  return blocks;
}

std::string joined(const std::vector<std::string>& blocks) {
  std::string all;
  for (const std::string& block : blocks) all += block;
  return all;
}

using Blocks = std::vector<std::string>;

}  // namespace

TEST_CASE("blocks hold whole lines, and the last line need not end with a newline", "[cli]") {
  CHECK(blocks_of({"a\nb\n"}) == Blocks{"a\nb\n"});
  CHECK(blocks_of({"a\nb"}) == Blocks{"a\nb\n"});
  CHECK(blocks_of({""}).empty());
  CHECK(blocks_of({"\n\n"}) == Blocks{"\n\n"});
}

TEST_CASE("files follow one another; no line reaches from one into the next", "[cli]") {
  CHECK(joined(blocks_of({"a\nb", "", "c\n", "d"})) == "a\nb\nc\nd\n");
}

TEST_CASE("an input of many blocks comes out as it went in", "[cli]") {
  std::string text;
  for (int i = 0; i < 100'000; ++i)
    text += std::to_string(i) + std::string(std::size_t(i % 40), 'x') + "\n";
  const std::vector<std::string> blocks = blocks_of({text, text});
  CHECK(blocks.size() > 10);
  CHECK(joined(blocks) == text + text);
  for (const std::string& block : blocks) {
    CHECK(block.back() == '\n');
    CHECK(block.size() <= LineSource::kBlockBytes);
  }
}

TEST_CASE("long lines are given whole, lines too long are passed over", "[cli]") {
  const std::string long_line = std::string(200'000, 'y') + "\n";
  CHECK(joined(blocks_of({"a\n" + long_line + "b\n"})) == "a\n" + long_line + "b\n");
  const std::string too_long(5'000'000, 'z');
  CHECK(joined(blocks_of({"a\n" + too_long + "\nb\n"})) == "a\n!b\n");
  CHECK(joined(blocks_of({"a\n" + too_long, "b"})) == "a\n!b\n");
}

TEST_CASE("what is there is given out before waiting for more", "[cli]") {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const int before = dup(STDIN_FILENO);
  dup2(ends[0], STDIN_FILENO);
  {
    const StopRequest stop;
    LineSource source({"-"}, kPadding, kMaxLine, stop);
    LineSource::Block block;
    REQUIRE(write(ends[1], "one\ntw", 6) == 6);
    REQUIRE(source.fill(block));
    CHECK(block.lines() == "one\n");
    CHECK_FALSE(block.is_full);
    REQUIRE(write(ends[1], "o\n", 2) == 2);
    REQUIRE(source.fill(block));
    CHECK(block.lines() == "two\n");
  }
  dup2(before, STDIN_FILENO);
  close(before);
  close(ends[0]);
  close(ends[1]);
}

TEST_CASE("who waits for input notices that it is wished to stop", "[cli]") {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const std::string path = "/dev/fd/" + std::to_string(ends[0]);
  StopRequest stop;
  LineSource source({path}, kPadding, kMaxLine, stop);
  LineSource::Block block;
  std::thread other([&] { stop.make(); });
  CHECK_FALSE(source.fill(block));
  other.join();
  CHECK_FALSE(stop.is_from_interrupt());
  close(ends[0]);
  close(ends[1]);
}

TEST_CASE("a file that cannot be read is named, and the others go on", "[cli]") {
  const ScratchFolder scratch;
  const std::string path = scratch.path() / "a";
  write_file(path, "a\nb\n");
  const StopRequest stop;
  LineSource::Block block;
  LineSource source({"/nowhere/x", path, "/", path}, kPadding, kMaxLine, stop);
  std::string all;
  while (source.fill(block)) all += block.lines();
  CHECK(all == "a\nb\na\nb\n");
  CHECK(source.failures() == Blocks{"cannot read `/nowhere/x`: No such file or directory",
                                    "cannot read `/`: Is a directory"});
}

TEST_CASE("the size of the input is known where all of it are files", "[cli]") {
  const ScratchFolder folder;
  const std::string path = folder.path() / "a";
  write_file(path, "12345\n");
  const StopRequest stop;
  CHECK(LineSource({path, path}, kPadding, kMaxLine, stop).bytes_in_all() == 12U);
  CHECK_FALSE(LineSource({path, "/dev/null"}, kPadding, kMaxLine, stop).bytes_in_all());
}

TEST_CASE("a line without end is given up", "[cli]") {
  const StopRequest stop;
  LineSource source({"/dev/zero"}, kPadding, kMaxLine, stop);
  LineSource::Block block;
  while (source.fill(block)) CHECK(block.is_cut);
  REQUIRE(source.failures().size() == 1);
  CHECK(source.failures().front().ends_with("so these are no lines of answers"));
}
