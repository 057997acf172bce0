#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>
#include <thread>

#include "catch.hpp"
#include "cli/files.hpp"

using namespace runready;

namespace {

struct Pipe {
  Pipe() { REQUIRE(pipe(ends.data()) == 0); }
  ~Pipe() {
    close(ends[0]);
    close(ends[1]);
  }
  std::array<int, 2> ends{};
};

}  // namespace

TEST_CASE("text is written when flushed, in order", "[cli]") {
  const Pipe pipe;
  Output out(pipe.ends[1], "the pipe", Output::Failure::throws);
  out.write("one ");
  out.write("two");
  out.flush();
  std::array<char, 32> read_back{};
  CHECK(read(pipe.ends[0], read_back.data(), read_back.size()) == 7);
  CHECK(std::string(read_back.data()) == "one two");
}

TEST_CASE("a full disk is an error that names what could not be written", "[cli]") {
  const int full = open("/dev/full", O_WRONLY);
  REQUIRE(full >= 0);
  Output out(full, "standard output", Output::Failure::throws);
  out.write("text");
  CHECK_THROWS_WITH(out.flush(), "cannot write to standard output: No space left on device");
  Output messages(full, "standard error", Output::Failure::is_ignored);
  messages.write("text");
  messages.flush();
  CHECK(messages.is_closed());
  close(full);
}

TEST_CASE("when the reader has gone the output ends quietly", "[cli]") {
  std::signal(SIGPIPE, SIG_IGN);
  Pipe pipe;
  close(pipe.ends[0]);
  pipe.ends[0] = -1;
  Output out(pipe.ends[1], "standard output", Output::Failure::throws);
  out.write("text");
  out.flush();
  CHECK(out.is_closed());
  out.write("more");
  out.flush();
  std::signal(SIGPIPE, SIG_DFL);
}

TEST_CASE("a pipe that takes no more for now is waited for", "[cli]") {
  const Pipe pipe;
  REQUIRE(fcntl(pipe.ends[1], F_SETFL, O_NONBLOCK) == 0);
  constexpr std::size_t kMuch = std::size_t{1} << 20;
  std::size_t got = 0;
  std::thread reader([&] {
    std::array<char, 4096> block{};
    while (got < kMuch) {
      const ssize_t read_now = read(pipe.ends[0], block.data(), block.size());
      if (read_now <= 0) break;
      got += static_cast<std::size_t>(read_now);
    }
  });
  Output out(pipe.ends[1], "standard output", Output::Failure::throws);
  out.write(std::string(kMuch, 'x'));
  out.flush();
  reader.join();
  CHECK(got == kMuch);
}
