#include "cli/stop_request.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

namespace runready {

namespace {

// A signal handler reaches only what is global.
std::atomic<bool> is_wanted = false;
std::atomic<bool> is_interrupted = false;
std::array<int, 2> ends = {-1, -1};  // of a pipe, to wake whoever waits for input
struct sigaction before {};          // what was done about Ctrl-C

void want() {
  is_wanted = true;
  [[maybe_unused]] const ssize_t written = ::write(ends[1], "!", 1);
}

extern "C" void on_interrupt(int /*signal*/) {
  const int error = errno;
  is_interrupted = true;
  want();
  errno = error;
}

}  // namespace

StopRequest::StopRequest() {
  is_wanted = is_interrupted = false;
  if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) ends = {-1, -1};
  sigaction(SIGINT, nullptr, &before);
  if (before.sa_handler == SIG_IGN)
    return;  // somebody wants it ignored, as shells of background jobs
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
}

StopRequest::~StopRequest() {
  sigaction(SIGINT, &before, nullptr);
  for (int& end : ends) {
    if (end >= 0) ::close(end);
    end = -1;
  }
}

void StopRequest::make() { want(); }

bool StopRequest::is_made() const { return is_wanted; }

bool StopRequest::is_from_interrupt() const { return is_interrupted; }

int StopRequest::descriptor() const { return ends[0]; }

}  // namespace runready
