// runready-docs FILE.md|SCRIPT.sh...: runs what the documents show.
//
// Every fenced `console` block of a Markdown file is a transcript (tests/support/transcript.hpp)
// whose standard error stands between its standard output, as in a terminal. The blocks of a
// file are run one after the other in one scratch folder that holds copies of rules/ and
// examples/. With RUNREADY_APPROVE=1 in the environment the blocks are rewritten instead.
// A script has only to end with status 0.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

#include "support/paths.hpp"
#include "support/process.hpp"
#include "support/transcript.hpp"

namespace {

using namespace runready::testing;
namespace fs = std::filesystem;

constexpr std::string_view kOpening = "```console\n";
constexpr std::string_view kClosing = "```";

/// Shells say 126 and 127 where a command cannot be run, and more where a signal ended it.
void require_run(const Transcript& block) {
  for (const Step& step : block.steps) {
    if (step.status >= 126) {
      throw std::runtime_error("status " + std::to_string(step.status) + " from `" + step.command +
                               "`\n" + step.out);
    }
  }
}

/// A block shows no status: a terminal does not either.
std::string block_as_run(std::string_view text, const fs::path& folder) {
  Transcript block = replay(parse_transcript(text), {.folder = folder, .merged = true});
  require_run(block);
  for (Step& step : block.steps) step.status = 0;
  return print_transcript(block);
}

std::string document_as_run(std::string_view text, const fs::path& folder) {
  std::string now;
  std::size_t at = 0;
  for (;;) {
    const std::size_t opening = text.find(kOpening, at);
    if (opening == std::string_view::npos) break;
    if (opening > 0 && text[opening - 1] != '\n') {
      throw std::runtime_error("a `console` block is indented: start it at the line's beginning");
    }
    const std::size_t begin = opening + kOpening.size();
    // Found from the newline before it, so that an empty block is seen to end too.
    const std::size_t end = text.find(std::string{"\n"}.append(kClosing), begin - 1);
    if (end == std::string_view::npos) throw std::runtime_error("a `console` block has no end");
    now.append(text.substr(at, begin - at));
    now.append(block_as_run(text.substr(begin, end + 1 - begin), folder));
    at = end + 1;
  }
  return now.append(text.substr(at));
}

void copy_what_documents_name(const fs::path& folder) {
  for (const char* name : {"rules", "examples"}) {
    if (fs::exists(repository() / name)) {
      fs::copy(repository() / name, folder / name, fs::copy_options::recursive);
    }
  }
}

bool is_as_written(const fs::path& path, bool approve) {
  const ScratchFolder scratch;
  copy_what_documents_name(scratch.path());
  const std::string text = read_file(path);
  const std::string now = document_as_run(text, scratch.path());
  if (now == text) return true;
  if (approve) {
    write_file(path, now);
    std::printf("rewritten: %s\n", path.c_str());
    return true;
  }
  std::printf("%s (`tests/run.sh --approve` makes the new lines the shown ones):\n%s\n",
              path.c_str(), difference(text, now).c_str());
  return false;
}

bool script_succeeds(const fs::path& path) {
  const ScratchFolder scratch;
  copy_what_documents_name(scratch.path());
  const std::string program_variable = "RUNREADY_PROGRAM='" + program().string() + "' ";
  const RunResult run = run_shell({.command = program_variable + "bash '" + path.string() + "'",
                                   .folder = scratch.path(),
                                   .merged = true});
  if (run.status == 0) return true;
  std::printf("%s: status %d\n%s", path.c_str(), run.status, run.out.c_str());
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  const char* approve = std::getenv("RUNREADY_APPROVE");
  bool passed = true;
  for (int i = 1; i < argc; ++i) {
    const fs::path path = argv[i];
    try {
      passed &= path.extension() == ".sh"
                    ? script_succeeds(path)
                    : is_as_written(path, approve != nullptr && std::string_view{approve} == "1");
    } catch (const std::exception& error) {
      std::printf("%s: %s\n", argv[i], error.what());
      passed = false;
    }
  }
  return passed ? 0 : 1;
}
