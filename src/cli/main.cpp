#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <memory>
#include <string>
#include <vector>

#include "cli/environment.hpp"
#include "cli/exit_status.hpp"
#include "cli/session.hpp"

namespace {

/// A closed standard descriptor would be given to the next file opened, and results be written
/// into it: an unusable one takes its place, so that using it fails.
void keep_standard_descriptors() {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
    if (fcntl(descriptor, F_GETFD) != -1) continue;
    [[maybe_unused]] const int lowest_free =
        open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

/// The time of day, or the one to take for it.
std::unique_ptr<runready::Clock> clock_of(const runready::Environment& environment) {
  const std::string told = environment.now.value_or("");
  if (told.empty()) return std::make_unique<runready::SystemClock>();
  if (const auto now = runready::read_local_time(told)) {
    return std::make_unique<runready::StoppedClock>(*now);
  }
  throw runready::WorldError("RUNREADY_NOW is no time such as 2026-11-28T06:30: " + told);
}

}  // namespace

int main(int argc, char** argv) {
  using namespace runready;
  keep_standard_descriptors();
  std::signal(SIGPIPE, SIG_IGN);
  Output out(STDOUT_FILENO, "standard output", Output::Failure::throws);
  Output err(STDERR_FILENO, "standard error", Output::Failure::is_ignored);
  int status = kDone;
  try {
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    const Environment environment = read_environment();
    status = run(words, environment, *clock_of(environment), out, err);
    err.flush();
    out.flush();
  } catch (...) {
    const Failure failure = failure_being_handled();
    print_error(err, failure.message, failure.help);
    status = kWorldFailed;
  }
  err.flush();
  return status;
}
