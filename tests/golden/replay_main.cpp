// runready-golden FILE...: replays whole-command transcripts and reports what is printed
// differently. With RUNREADY_APPROVE=1 in the environment the files are rewritten instead.
// The format: tests/support/transcript.hpp.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include "support/process.hpp"
#include "support/transcript.hpp"

namespace {

using namespace runready::testing;

bool is_as_written(const std::string& path, bool approve) {
  const std::string text = read_file(path);
  const Transcript expected = parse_transcript(text);
  const ScratchFolder scratch;
  const std::string now = print_transcript(replay(expected, {.folder = scratch.path()}));
  if (now == text) return true;
  if (approve) {
    write_file(path, now);
    std::printf("rewritten: %s\n", path.c_str());
    return true;
  }
  std::printf("%s (`tests/run.sh --approve` makes the new lines the expected ones):\n%s\n",
              path.c_str(), difference(text, now).c_str());
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  const char* approve = std::getenv("RUNREADY_APPROVE");
  bool passed = true;
  for (int i = 1; i < argc; ++i) {
    try {
      passed &= is_as_written(argv[i], approve != nullptr && std::string{approve} == "1");
    } catch (const std::exception& error) {
      std::printf("%s: %s\n", argv[i], error.what());
      passed = false;
    }
  }
  return passed ? 0 : 1;
}
