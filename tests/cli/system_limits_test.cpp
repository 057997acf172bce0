// What limits of the system leave: a message and status 1, or the answer.
#include <string>

#include "catch.hpp"
#include "support/packs.hpp"
#include "support/process.hpp"

// Sanitizers need more memory and stack than a limit that tells anything would leave.
#ifdef __SANITIZE_ADDRESS__
#define RUNREADY_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define RUNREADY_SANITIZED
#endif
#endif

namespace runready::testing {
namespace {

/// Of a command of the program, run in a folder in which `pack` holds what the tests have made.
struct Limited {
  explicit Limited(const ScratchFolder& folder) : folder_(folder) {}

  RunResult run(const std::string& limit, const std::string& words,
                const std::string& input = "") const {
    return run_shell({.command = "ulimit -c 0; ulimit " + limit + "; runready " + words,
                      .input = input,
                      .folder = folder_.path()});
  }

 private:
  const ScratchFolder& folder_;
};

bool is_told_as_out_of_memory(const RunResult& run) {
  return run.status == 1 && run.err.find("error: out of memory") != std::string::npos;
}

/// Questions and rules, so many that chains of them would take a deep stack.
std::string list(std::size_t count, const std::function<std::string(std::size_t)>& entry) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : ",\n") + entry(i);
  return "[" + text + "]";
}

std::string rule_reading(const std::string& when) {
  return R"([{"id": "r", "when": )" + when +
         R"(, "recommend": "rest", "because": "!", "sources": ["B2"]}])";
}

/// So many lists of 60 options each, all of which one rule reads.
[[maybe_unused]] std::string wide_addition(std::size_t lists) {
  const auto id = [](std::size_t q, std::size_t o) {
    return "m" + std::to_string(q) + "-" + std::to_string(o);
  };
  const std::string questions = list(lists, [&](std::size_t q) {
    const auto option = [&](std::size_t o) {
      return R"({"id": ")" + id(q, o) + R"(", "label": "L", "says": "s"})";
    };
    return R"({"id": "m)" + std::to_string(q) +
           R"(", "about": "runner", "section": "day", "type": "multi-choice", "ask": "?",
             "why": "!", "options": )" +
           list(60, option) + "}";
  });
  const std::string all = list(60 * lists, [&](std::size_t i) {
    return R"({"in": [")" + id(i / 60, i % 60) + R"(", {"var": "m)" + std::to_string(i / 60) +
           R"("}]})";
  });
  return R"({"questions": )" + questions + R"(, "rules": )" +
         rule_reading(R"({"and": )" + all + "}") + "}";
}

/// So many terms, each of which reads the next.
[[maybe_unused]] std::string chained_addition(std::size_t terms) {
  const std::string chain = list(terms, [&](std::size_t i) {
    const std::string next = i + 1 == terms ? "any_pain" : "t" + std::to_string(i + 1);
    return R"({"id": "t)" + std::to_string(i) + R"(", "says": "x", "when": {"!": {"var": ")" +
           next + R"("}}})";
  });
  return R"({"terms": )" + chain + R"(, "rules": )" + rule_reading(R"({"var": "t0"})") + "}";
}

[[maybe_unused]] void write_pack(const ScratchFolder& folder, const std::string& addition) {
  std::filesystem::create_directory(folder.path() / "pack");
  std::size_t number = 0;
  for (const SourceFile& file : base_and(addition)) {
    write_file(folder.path() / "pack" / (std::to_string(number++) + ".json"), file.text);
  }
}

}  // namespace

TEST_CASE("out of memory is told by its message and status 1 together", "[cli]") {
  CHECK(is_told_as_out_of_memory({"", "runready: error: out of memory\n", 1}));
  CHECK_FALSE(is_told_as_out_of_memory({"", "runready: error: out of memory\n", 134}));
  CHECK_FALSE(is_told_as_out_of_memory({"", "Aborted\n", 1}));
}

#ifndef RUNREADY_SANITIZED

TEST_CASE("where memory is short there is a message and status 1, or the answer", "[cli]") {
  const ScratchFolder folder;
  const Limited limited(folder);
  for (const int mebibytes : {64, 32, 16}) {
    const std::string limit = "-v " + std::to_string(mebibytes * 1024);
    for (const char* words :
         {"rules check", "rules diff $REPO/rules", "rules show", "rules test", "questions --json",
          "--gait limping --json", "next", "batch --jobs 16", "--help"}) {
      CAPTURE(mebibytes, words);
      const RunResult run = limited.run(limit, words, "{\"gait\": \"limping\"}\n");
      CAPTURE(run.status, run.err);
      CHECK((run.status == 0 || is_told_as_out_of_memory(run)));
    }
  }
}

TEST_CASE("a proof for which memory is short says so", "[cli]") {
  const ScratchFolder folder;
  const RunResult run = Limited(folder).run("-v 20000", "rules check");
  CAPTURE(run.err);
  CHECK(is_told_as_out_of_memory(run));
  CHECK(run.out.empty());
}

TEST_CASE("a batch goes on with the threads it gets", "[cli]") {
  const ScratchFolder folder;
  std::string lines;
  for (int i = 0; i < 100'000; ++i) lines += "{\"pain\": 4}\n";
  const RunResult run =
      Limited(folder).run("-v 65536", "batch --jobs 64 --fields recommendation", lines);
  CAPTURE(run.err);
  CHECK(run.status == 0);
  CHECK(std::count(run.out.begin(), run.out.end(), '\n') == 100'000);
}

TEST_CASE("a stack of one MiB is enough, however wide or chained a pack is", "[cli]") {
  for (const std::string& addition : {wide_addition(150), chained_addition(4000)}) {
    const ScratchFolder folder;
    write_pack(folder, addition);
    for (const char* words :
         {"rules check pack", "rules show --json --rules pack r", "rules graph --rules pack",
          "questions --rules pack", "--rules pack --no-proof --any-pain --json"}) {
      CAPTURE(words);
      const RunResult run = Limited(folder).run("-s 1024", words);
      CAPTURE(run.err);
      CHECK(run.status <= 4);
    }
  }
}

#endif

}  // namespace runready::testing
