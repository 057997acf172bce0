#include "cli/real_terminal.hpp"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "cli/environment.hpp"
#include "cli/world_error.hpp"

// Both signals are blocked but for the time of waiting, so that none is lost between looking for
// it and waiting.

namespace runready {

namespace {

volatile std::sig_atomic_t was_interrupted = 0;
volatile std::sig_atomic_t was_resumed = 0;

void on_interrupt(int) { was_interrupted = 1; }
void on_resume(int) { was_resumed = 1; }

/// Without SA_RESTART, so that waiting ends.
struct sigaction install(int signal, void (*handler)(int)) {
  struct sigaction now {};
  struct sigaction before {};
  now.sa_handler = handler;
  sigemptyset(&now.sa_mask);
  sigaction(signal, &now, &before);
  return before;
}

bool take_flag(volatile std::sig_atomic_t& flag) {
  const bool was_set = flag != 0;
  flag = 0;
  return was_set;
}

}  // namespace

RealTerminal::RealTerminal(Output& output, int descriptor, std::function<std::size_t()> width)
    : output_(output),
      descriptor_(descriptor),
      width_(std::move(width)),
      old_interrupt_(install(SIGINT, on_interrupt)),
      old_resume_(install(SIGCONT, on_resume)) {
  sigset_t blocked;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGINT);
  sigaddset(&blocked, SIGCONT);
  sigprocmask(SIG_BLOCK, &blocked, &old_mask_);
}

RealTerminal::~RealTerminal() {
  sigaction(SIGINT, &old_interrupt_, nullptr);
  sigaction(SIGCONT, &old_resume_, nullptr);
  sigprocmask(SIG_SETMASK, &old_mask_, nullptr);
}

/// The message about it stands on a line of its own, below the prompt.
void RealTerminal::fail() {
  const std::string reason = std::strerror(errno);
  write("\n");
  throw WorldError("cannot read standard input: " + reason);
}

Terminal::Line RealTerminal::read_line() {
  for (;;) {
    if (const std::size_t end = pending_.find('\n'); end != std::string::npos) {
      return {Line::Kind::text, take_line(end)};
    }
    if (pending_.size() >= kLongestLine) return {Line::Kind::text, std::exchange(pending_, "")};
    if (!wait_for_input()) {
      return {take_flag(was_interrupted) ? Line::Kind::interrupted : Line::Kind::resumed, ""};
    }
    if (read_more()) continue;
    if (pending_.empty()) return {Line::Kind::end, ""};
    return {Line::Kind::text, std::exchange(pending_, "")};
  }
}

void RealTerminal::forget_typed_ahead() {
  if (::isatty(STDIN_FILENO) == 0) return;
  ::tcflush(STDIN_FILENO, TCIFLUSH);
  pending_.clear();
}

bool RealTerminal::wait_for_input() {
  struct pollfd input {
    STDIN_FILENO, POLLIN, 0
  };
  for (;;) {
    if (ppoll(&input, 1, nullptr, &old_mask_) >= 0) return true;
    if (errno != EINTR) fail();
    if (was_interrupted != 0 || take_flag(was_resumed)) return false;
  }
}

bool RealTerminal::read_more() {
  char block[4096];
  const ssize_t got = ::read(STDIN_FILENO, block, sizeof block);
  if (got < 0 && errno != EINTR && errno != EAGAIN) fail();
  if (got > 0) pending_.append(block, static_cast<std::size_t>(got));
  return got != 0;
}

std::string RealTerminal::take_line(std::size_t end) {
  std::string line = pending_.substr(0, end);
  if (line.ends_with('\r')) line.pop_back();
  pending_.erase(0, end + 1);
  return line;
}

std::size_t RealTerminal::height() const { return terminal_lines(descriptor_).value_or(0); }

void RealTerminal::write(std::string_view text) {
  output_.write(text);
  output_.flush();
}

}  // namespace runready
