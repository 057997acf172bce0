#include "cli/output.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/world_error.hpp"

namespace runready {

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;

}  // namespace

void Output::write(std::string_view text) {
  pending_ += text;
  if (pending_.size() >= kBlock) flush();
}

void Output::flush() {
  std::string_view rest = pending_;
  while (!rest.empty() && !is_closed_) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      // Another program made the terminal or pipe that we share with it non-blocking.
      pollfd room{descriptor_, POLLOUT, 0};
      ::poll(&room, 1, -1);
    } else if (errno == EPIPE || (errno != EINTR && failure_ == Failure::is_ignored)) {
      is_closed_ = true;
    } else if (errno != EINTR) {
      is_closed_ = true;  // so that the message about it is the last that is tried
      throw WorldError("cannot write to " + std::string(name_) + ": " + std::strerror(errno));
    }
  }
  pending_.clear();
}

}  // namespace runready
