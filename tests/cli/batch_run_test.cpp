#include "cli/batch_run.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <string>

#include "catch.hpp"
#include "cli/exit_status.hpp"
#include "support/packs.hpp"
#include "support/process.hpp"
#include "support/random_lines.hpp"

using namespace runready;
using namespace runready::testing;

namespace {

struct Ran {
  std::string out;
  BatchCounts counts;
};

Ran run(const Pack& pack, const BatchOptions& options, const std::string& lines,
        std::size_t threads) {
  const ScratchFolder folder;
  const std::string in = folder.path() / "in";
  const std::string out_path = folder.path() / "out";
  write_file(in, lines);
  const int descriptor = open(out_path.c_str(), O_WRONLY | O_CREAT, 0600);
  REQUIRE(descriptor >= 0);
  const Batch batch(pack, options);
  StopRequest stop;
  LineSource source({in}, BatchWorker::kPadding, BatchWorker::kMaxLineBytes, stop);
  Output out(descriptor, "out", Output::Failure::throws);
  std::uint64_t last = 0;
  const auto on_progress = [&](std::uint64_t done, const LineSource&) {
    CHECK(done >= last);
    last = done;
  };
  Ran ran;
  ran.counts = BatchRun(batch, source, out, stop, threads, on_progress).run();
  close(descriptor);
  ran.out = testing::read_file(out_path);
  return ran;
}

/// Where two texts begin to differ, as lines.
std::string first_difference(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    const std::string_view line_a = a.substr(0, a.find('\n') + 1);
    const std::string_view line_b = b.substr(0, b.find('\n') + 1);
    if (line_a != line_b) return std::string(line_a).append(line_b);
    a.remove_prefix(line_a.size());
    b.remove_prefix(line_b.size());
  }
  return std::string(a.empty() ? b : a);
}

}  // namespace

TEST_CASE("several threads give the same lines in the same order as one", "[cli]") {
  const Pack pack = load(measured_files());
  Dice dice(3);
  std::string some;
  for (int i = 0; i < 400; ++i) some += random_line(pack, dice) + "\n";
  std::string lines;
  for (int i = 0; i < 25; ++i) lines += some;
  for (int i = 0; i < 3; ++i) {
    BatchOptions options;
    if (i > 0) options.json = {{"id", "recommendation", "reasons"}, true};
    if (i > 1) options.nothing_else = true;
    const std::string expected = reference_lines(pack, options, lines);
    for (const std::size_t threads : {1U, 4U}) {
      const Ran ran = run(pack, options, lines, threads);
      CAPTURE(i, threads);
      CHECK(first_difference(ran.out, expected).empty());
      CHECK(ran.counts.answered + ran.counts.errors ==
            static_cast<std::uint64_t>(std::count(ran.out.begin(), ran.out.end(), '\n')));
    }
  }
}

TEST_CASE("a line that is too long is refused in its place", "[cli]") {
  const Pack pack = load(measured_files());
  const std::string line = "{\"pain\":4}\n";
  const std::string lines = line + std::string(3'000'000, '[') + "\n" + line;
  for (const std::size_t threads : {1U, 2U}) {
    const Ran ran = run(pack, {.json = {{"recommendation"}, false}}, lines, threads);
    CHECK(ran.out ==
          "{\"recommendation\":\"easy-run\"}\n"
          "{\"line\":2,\"error\":{\"code\":\"line-too-long\",\"message\":\"the line has more than "
          "1048576 bytes\"}}\n"
          "{\"recommendation\":\"easy-run\"}\n");
    CHECK(ran.counts.errors == 1);
  }
}

TEST_CASE("an output that cannot be written ends all threads with its error", "[cli]") {
  const Pack pack = load(measured_files());
  const ScratchFolder folder;
  const std::string in = folder.path() / "in";
  std::string lines;
  for (int i = 0; i < 100'000; ++i) lines += "{\"pain\":4}\n";
  write_file(in, lines);
  for (const std::size_t threads : {1U, 3U}) {
    const int full = open("/dev/full", O_WRONLY);
    REQUIRE(full >= 0);
    const Batch batch(pack, {});
    StopRequest stop;
    LineSource source({in}, BatchWorker::kPadding, BatchWorker::kMaxLineBytes, stop);
    Output out(full, "standard output", Output::Failure::throws);
    BatchRun run(batch, source, out, stop, threads, [](std::uint64_t, const LineSource&) {});
    CHECK_THROWS_AS(run.run(), WorldError);
    close(full);
  }
}
