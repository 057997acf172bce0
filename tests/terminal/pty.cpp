#include "terminal/pty.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>
#include <utility>

#include "support/process.hpp"

namespace runready::testing {
namespace {

using Clock = std::chrono::steady_clock;

void require(bool succeeded, const char* what) {
  if (!succeeded) throw std::system_error(errno, std::generic_category(), what);
}

struct Pipe {
  Descriptor read;
  Descriptor write;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  require(pipe2(ends.data(), O_CLOEXEC) == 0, "pipe");
  return {Descriptor{ends[0]}, Descriptor{ends[1]}};
}

winsize to_winsize(WindowSize size) {
  return {.ws_row = size.rows, .ws_col = size.columns, .ws_xpixel = 0, .ws_ypixel = 0};
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  pointers.reserve(strings.size() + 1);
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// What the leader sends to us: the program's id first, then each change of its state.
struct Report {
  pid_t program;
  int wait_status;
};

/// What both sides of the fork need, made before it: afterwards only plain system calls are safe.
struct Launch {
  const char* folder;
  std::vector<char*> words;
  std::vector<char*> variables;
  int slave;
  int out;  ///< -1: the terminal
  int status;
};

[[noreturn]] void run_program(const Launch& launch) {
  setpgid(0, 0);
  tcsetpgrp(launch.slave, getpid());
  for (const int ignored : {SIGTTOU, SIGHUP, SIGPIPE}) ::signal(ignored, SIG_DFL);
  dup2(launch.slave, 0);
  dup2(launch.out < 0 ? launch.slave : launch.out, 1);
  dup2(launch.slave, 2);
  if (chdir(launch.folder) == 0)
    execvpe(launch.words[0], launch.words.data(), launch.variables.data());
  _exit(127);
}

/// The session's leader plays the shell: its job is not orphaned, so SIGTSTP can stop it.
[[noreturn]] void lead_session(const Launch& launch) {
  setsid();
  ioctl(launch.slave, TIOCSCTTY, 0);
  ::signal(SIGTTOU, SIG_IGN);
  ::signal(SIGHUP, SIG_IGN);
  const pid_t program = fork();
  if (program == 0) run_program(launch);
  setpgid(program, program);
  Report report{program, 0};
  const auto send = [&] { return write(launch.status, &report, sizeof report) == sizeof report; };
  bool listening = send();
  while (listening && waitpid(program, &report.wait_status, WUNTRACED) == program) {
    listening = send() && WIFSTOPPED(report.wait_status);
  }
  _exit(0);
}

/// Reads what is there. False at its end.
bool append_available(int from, std::string& to) {
  std::array<char, 4096> buffer{};
  const ssize_t count = read(from, buffer.data(), buffer.size());
  if (count > 0) to.append(buffer.data(), static_cast<std::size_t>(count));
  return count > 0;
}

/// Of two with one name a program may take either, so there must not be two.
void set_variable(std::vector<std::string>& variables, const std::string& variable) {
  const std::string name = variable.substr(0, variable.find('=') + 1);
  std::erase_if(variables, [&](const std::string& other) { return other.starts_with(name); });
  variables.push_back(variable);
}

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ >= 0) close(number_);
}

Terminal::Terminal(const std::vector<std::string>& words, const TerminalOptions& options) {
  const winsize size = to_winsize(options.size);
  int master = -1;
  int slave = -1;
  require(openpty(&master, &slave, nullptr, nullptr, &size) == 0, "openpty");
  master_ = Descriptor{master};
  slave_ = Descriptor{slave};
  for (const int end : {master, slave}) fcntl(end, F_SETFD, FD_CLOEXEC);
  require(tcgetattr(slave, &before_) == 0, "tcgetattr");
  start(words, options);
}

void Terminal::start(const std::vector<std::string>& words, const TerminalOptions& options) {
  std::vector<std::string> word_copies = words;
  std::vector<std::string> variable_copies = test_environment(options.folder);
  // `env` starts the program, so that it is looked up in the PATH of its own environment.
  word_copies.insert(word_copies.begin(), "/usr/bin/env");
  for (const std::string& variable : options.variables) set_variable(variable_copies, variable);
  Pipe status = make_pipe();
  Pipe apart = options.output_apart ? make_pipe() : Pipe{};
  leader_ = fork();
  require(leader_ >= 0, "fork");
  if (leader_ == 0) {
    lead_session({.folder = options.folder.c_str(),
                  .words = pointers(word_copies),
                  .variables = pointers(variable_copies),
                  .slave = slave_.number(),
                  .out = apart.write.number(),
                  .status = status.write.number()});
  }
  status_ = std::move(status.read);
  apart_ = std::move(apart.read);
  while (program_ < 0 && take_in(kPatience)) continue;
}

Terminal::~Terminal() {
  if (program_ > 0 && !ended_) kill(program_, SIGKILL);
  status_ = Descriptor{};
  if (leader_ > 0) waitpid(leader_, nullptr, 0);
}

bool Terminal::take_in(Milliseconds patience) {
  std::array<pollfd, 3> waiting = {{{.fd = master_.number(), .events = POLLIN, .revents = 0},
                                    {.fd = apart_.number(), .events = POLLIN, .revents = 0},
                                    {.fd = status_.number(), .events = POLLIN, .revents = 0}}};
  if (poll(waiting.data(), waiting.size(), static_cast<int>(patience.count())) <= 0) return false;
  if (waiting[0].revents != 0) append_available(master_.number(), seen_);
  if (waiting[1].revents != 0 && !append_available(apart_.number(), output_)) {
    apart_ = Descriptor{};
  }
  if (waiting[2].revents == 0) return true;

  Report report{};
  if (read(status_.number(), &report, sizeof report) != sizeof report) {
    status_ = Descriptor{};
  } else if (program_ < 0) {
    program_ = report.program;
  } else if (WIFSTOPPED(report.wait_status)) {
    stopped_ = true;
  } else {
    ended_ = shell_status(report.wait_status);
  }
  return true;
}

void Terminal::send(std::string_view keys) {
  require(write(master_.number(), keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()),
          "write to the terminal");
}

bool Terminal::expect(std::string_view text, Milliseconds patience) {
  const Clock::time_point end = Clock::now() + patience;
  for (;;) {
    const std::size_t at = seen_.find(text, found_);
    if (at != std::string::npos) {
      found_ = at + text.size();
      return true;
    }
    const auto left = std::chrono::duration_cast<Milliseconds>(end - Clock::now());
    // What an ended program printed is all there already: then there is nothing to wait for.
    if (left.count() <= 0 || !take_in(ended_ ? Milliseconds{0} : left)) return false;
  }
}

void Terminal::resize(WindowSize size) {
  const winsize native = to_winsize(size);
  require(ioctl(master_.number(), TIOCSWINSZ, &native) == 0, "TIOCSWINSZ");
}

void Terminal::signal(int number) { require(kill(program_, number) == 0, "kill"); }

std::optional<int> Terminal::wait(Milliseconds patience) {
  const Clock::time_point end = Clock::now() + patience;
  while (!ended_ && Clock::now() < end) {
    take_in(std::chrono::duration_cast<Milliseconds>(end - Clock::now()));
  }
  while (ended_ && take_in(Milliseconds{0})) continue;
  return ended_;
}

bool Terminal::stops(Milliseconds patience) {
  const Clock::time_point end = Clock::now() + patience;
  while (!stopped_ && !ended_ && Clock::now() < end) {
    take_in(std::chrono::duration_cast<Milliseconds>(end - Clock::now()));
  }
  return std::exchange(stopped_, false);
}

bool Terminal::is_as_it_was() const {
  termios now{};
  require(tcgetattr(slave_.number(), &now) == 0, "tcgetattr");
  return now.c_iflag == before_.c_iflag && now.c_oflag == before_.c_oflag &&
         now.c_cflag == before_.c_cflag && now.c_lflag == before_.c_lflag &&
         std::memcmp(now.c_cc, before_.c_cc, sizeof now.c_cc) == 0;
}

}  // namespace runready::testing
