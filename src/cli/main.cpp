#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <vector>

#include "cli/cli.hpp"
#include "cli/exit_status.hpp"
#include "cli/failure.hpp"
#include "cli/messages.hpp"

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
    status = run(words, read_environment(), out, err);
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
