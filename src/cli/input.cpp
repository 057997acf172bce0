#include "cli/input.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/read_pack_files.hpp"
#include "cli/world_error.hpp"

namespace runready {

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;

[[noreturn]] void fail(const std::string& reason) {
  throw WorldError("cannot read standard input: " + reason);
}

}  // namespace

std::string read_standard_input() {
  std::string text;
  for (;;) {
    const std::size_t had = text.size();
    text.resize(had + kBlock);
    const ssize_t got = ::read(STDIN_FILENO, text.data() + had, kBlock);
    text.resize(had + static_cast<std::size_t>(got > 0 ? got : 0));
    if (got == 0) return text;
    if (got < 0 && errno == EAGAIN) {
      // Another program made the pipe that we share with it non-blocking.
      pollfd input{STDIN_FILENO, POLLIN, 0};
      ::poll(&input, 1, -1);
    } else if (got < 0 && errno != EINTR) {
      fail(std::strerror(errno));
    }
    if (text.size() > kMaxFileBytes) {
      fail("it is larger than " + std::to_string(kMaxFileBytes >> 20) + " MiB");
    }
  }
}

}  // namespace runready
