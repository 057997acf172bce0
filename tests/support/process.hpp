#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Programs run from outside, as a person or a script would run them.
///
///     const ScratchFolder scratch;
///     const RunResult run = run_shell({.command = "runready --version", .folder =
///     scratch.path()});
namespace runready::testing {

/// A new empty folder that goes with the object.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The variables a tested program is given and no others, as `NAME=value`: PATH with the built
/// `runready` first, `home` as HOME, REPO (the repository), a plain terminal, UTF-8.
/// RUNREADY_TEST_BIN in our own environment names another folder to come first in PATH.
std::vector<std::string> test_environment(const std::filesystem::path& home);

/// What a shell says of a wait status: the exit status, or 128 and the signal.
int shell_status(int wait_status);

struct RunRequest {
  std::string command;                    ///< for bash
  std::optional<std::string> input = {};  ///< standard input; none: nothing, at once at its end
  std::filesystem::path folder;           ///< to run in; also HOME
  bool merged = false;                    ///< standard error goes where standard output goes
  std::chrono::seconds time_limit{120};
};

struct RunResult {
  std::string out;
  std::string err;
  int status = 0;
};

/// Throws std::runtime_error if the command is not done in time (it is then killed).
RunResult run_shell(const RunRequest& request);

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace runready::testing
