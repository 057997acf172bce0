#include "support/process.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <thread>

#include "support/paths.hpp"

extern char** environ;

namespace runready::testing {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// The tools that watch a program are steered by variables too.
bool is_of_a_tool(std::string_view variable) {
  constexpr std::array<std::string_view, 5> kPrefixes = {"ASAN_", "UBSAN_", "LSAN_", "GCOV_",
                                                         "LLVM_"};
  for (const std::string_view prefix : kPrefixes) {
    if (variable.starts_with(prefix)) return true;
  }
  return false;
}

std::string variable(const char* name, const std::string& otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : value;
}

/// Only async-signal-safe calls from here on: this is the child after fork.
void become(const RunRequest& request, const std::array<fs::path, 3>& streams,
            const std::vector<char*>& variables) {
  setpgid(0, 0);
  const int in = open(streams[0].c_str(), O_RDONLY | O_CLOEXEC);
  const int out = open(streams[1].c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const int err = request.merged
                      ? out
                      : open(streams[2].c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (in < 0 || out < 0 || err < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0 ||
      chdir(request.folder.c_str()) != 0) {
    _exit(126);
  }
  const std::array<const char*, 4> words = {"bash", "-c", request.command.c_str(), nullptr};
  execve("/bin/bash", const_cast<char* const*>(words.data()), variables.data());
  _exit(126);
}

int wait_for(pid_t child, const RunRequest& request) {
  const Clock::time_point end = Clock::now() + request.time_limit;
  int status = 0;
  for (auto pause = std::chrono::microseconds{200}; waitpid(child, &status, WNOHANG) == 0;) {
    if (Clock::now() > end) {
      kill(-child, SIGKILL);
      waitpid(child, &status, 0);
      throw std::runtime_error("not done in time: " + request.command);
    }
    std::this_thread::sleep_for(pause);
    if (pause < std::chrono::milliseconds{5}) pause *= 2;
  }
  return shell_status(status);
}

}  // namespace

ScratchFolder::ScratchFolder() {
  std::string name = (fs::temp_directory_path() / "runready-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) fail(name);
  path_ = fs::canonical(name);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::vector<std::string> test_environment(const fs::path& home) {
  const std::string bin = variable("RUNREADY_TEST_BIN", program().parent_path().string());
  std::vector<std::string> variables = {
      "PATH=" + bin + ":" + variable("PATH", "/usr/bin:/bin"),
      "HOME=" + home.string(),
      "REPO=" + repository().string(),
      "LC_ALL=C.UTF-8",
      "TERM=dumb",
      "RUNREADY_NOW=2026-11-28T06:30",
  };
  for (char** entry = environ; *entry != nullptr; ++entry) {
    if (is_of_a_tool(*entry)) variables.emplace_back(*entry);
  }
  return variables;
}

int shell_status(int wait_status) {
  return WIFSIGNALED(wait_status) ? 128 + WTERMSIG(wait_status) : WEXITSTATUS(wait_status);
}

RunResult run_shell(const RunRequest& request) {
  const ScratchFolder files;
  const std::array<fs::path, 3> streams = {
      request.input ? files.path() / "in" : fs::path{"/dev/null"}, files.path() / "out",
      files.path() / "err"};
  if (request.input) write_file(streams[0], *request.input);
  std::vector<std::string> variables = test_environment(request.folder);
  std::vector<char*> pointers;
  pointers.reserve(variables.size() + 1);
  for (std::string& entry : variables) pointers.push_back(entry.data());
  pointers.push_back(nullptr);

  const pid_t child = fork();
  if (child < 0) fail("fork");
  if (child == 0) become(request, streams, pointers);
  RunResult result;
  result.status = wait_for(child, request);
  result.out = read_file(streams[1]);
  if (!request.merged) result.err = read_file(streams[2]);
  return result;
}

std::string read_file(const fs::path& path) {
  std::ifstream stream{path, std::ios::binary};
  if (!stream) fail(path.string());
  return {std::istreambuf_iterator<char>{stream}, {}};
}

void write_file(const fs::path& path, std::string_view text) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream stream{path, std::ios::binary};
  stream << text << std::flush;
  if (!stream) fail(path.string());
}

}  // namespace runready::testing
