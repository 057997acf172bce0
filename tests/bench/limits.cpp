// The worst case of each limit: what is just allowed, or refused, and what that costs. Prints for
// each the time, the most memory resident and the exit status; fails if one takes more than a
// minute or a gigabyte.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pack/loading.hpp"
#include "runready/pack.hpp"
#include "support/paths.hpp"
#include "support/process.hpp"

namespace {

using namespace runready;
using namespace runready::testing;

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr double kMostSeconds = 60;
constexpr double kMostMebibytes = 1024;

struct Row {
  std::string name;
  std::function<void()> prepare;  ///< writes files into the folder it runs in
  std::string command;            ///< for a shell; `runready` is the built one
};

std::string text_of(std::size_t number) { return std::to_string(number); }

/// A list of so many entries, made of their numbers.
std::string list(std::size_t count, const std::function<std::string(std::size_t)>& entry) {
  std::string text = "[";
  for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : ",\n") + entry(i);
  return text + "]";
}

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  text.reserve(part.size() * count);
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

/// Ids as long as ids may be, that differ in the last bytes only.
std::string long_id(std::size_t number) {
  const std::string digits = text_of(100000 + number);
  return std::string(kMaxIdBytes - digits.size(), 'a') + digits;
}

/// Too far from those for a suggestion, which shows in the last bytes only.
std::string nearly_as(std::size_t number) {
  std::string id = long_id(number);
  for (char& c : id) {
    if (c != 'a') c = static_cast<char>(c - '0' + 'k');
  }
  return id;
}

/// A pack in the folder `pack`: the texts of the default one, what every pack needs, and `more`.
void write_pack(const std::string& more) {
  fs::remove_all("pack");
  fs::create_directory("pack");
  fs::copy(repository() / "tests/pack/texts.json", "pack/texts.json");
  write_file("pack/pack.json", R"({
    "pack": {"format": "runready/pack/1", "id": "p", "version": "1", "title": "P", "language": "en"},
    "sections": [{"id": "s", "title": "S"}], "sources": [{"id": "b", "title": "B"}],
    "facts": [{"id": "F", "text": "!", "from": ["b"], "grade": "popular"}],
    "activities": [{"id": "running", "label": "running"}]})");
  write_file("pack/more.json", "{" + more + "}");
}

std::string question(const std::string& id, const std::string& rest) {
  return R"({"id": ")" + id +
         R"(", "about": "complaint", "section": "s", "ask": "?", "why": "!", )" + rest + "}";
}

std::string rule(std::size_t number, const std::string& when, std::string_view recommend = "rest") {
  return R"({"id": "r)" + text_of(number) + R"(", "when": )" + when + R"(, "recommend": ")" +
         std::string(recommend) + R"(", "because": "!", "sources": ["F"]})";
}

std::string id_of(std::size_t question) { return "q" + text_of(question); }
std::string var(const std::string& id) { return R"({"var": ")" + id + R"("})"; }
std::string option(std::size_t question, std::size_t option) {
  return R"({"in": ["o)" + text_of(option) + R"(", )" + var(id_of(question)) + "]}";
}

/// As many questions with as many options as there may be.
std::string most_questions() {
  const std::string options = list(kMaxOptions, [](std::size_t i) {
    return R"({"id": "o)" + text_of(i) + R"(", "label": "O", "says": "o"})";
  });
  return R"("questions": )" + list(kMaxQuestions, [&](std::size_t q) {
           return question(id_of(q), R"("type": "multi-choice", "options": )" + options);
         });
}

/// As many rules as there may be, each of three options of questions far apart: nothing that a
/// proof could share.
std::string most_rules() {
  return R"("rules": )" + list(kMaxRules, [](std::size_t r) {
           const auto test = [&](std::size_t part) {
             const std::size_t place = r * 7919 + part * 104729;
             return option(place % kMaxQuestions, place / kMaxQuestions % kMaxOptions);
           };
           constexpr std::string_view kAsks[] = {"rest", "cross-train", "easy-run"};
           return rule(r,
                       R"({"or": [{"and": [)" + test(1) + ", " + test(2) + "]}, " + test(3) + "]}",
                       kAsks[r % 3]);
         });
}

/// One rule of pairs that stand far apart: its diagram doubles with each pair.
void write_pairs_far_apart() {
  const std::string pairs = list(kMaxQuestions / 2, [](std::size_t i) {
    return R"({"and": [)" + var(id_of(i)) + ", " + var(id_of(i + kMaxQuestions / 2)) + "]}";
  });
  write_pack(
      R"("questions": )" +
      list(kMaxQuestions,
           [](std::size_t q) { return question(id_of(q), R"("type": "bool", "says": "x")"); }) +
      R"(, "rules": [)" + rule(0, R"({"or": )" + pairs + "}") + "]");
}

/// Blocks of activities, each gentler than all those of the blocks before it.
void write_long_order() {
  constexpr std::size_t kBlock = 64;
  const auto tags = [](std::size_t count) {
    return list(count, [](std::size_t t) { return "\"#t" + text_of(t) + "\""; });
  };
  write_pack(R"("activities": )" +
             list(kMaxEntries - 1,
                  [&](std::size_t a) {
                    const std::size_t block = a / kBlock;
                    std::string entry = R"({"id": "a)" + text_of(a) +
                                        R"(", "label": "A", "tags": ["t)" + text_of(block) +
                                        R"("])";
                    if (block > 0) entry += R"(, "gentler_than": )" + tags(block);
                    return entry + "}";
                  }) +
             R"(, "questions": [)" + question("q", R"("type": "bool", "says": "x")") +
             R"(], "rules": [)" + rule(0, var("q")) + "]");
}

/// Gates as large as gates may be when their terms are written out, on every question.
void write_largest_gates() {
  const std::string terms = list(13, [](std::size_t t) {
    const std::string before = var("t" + text_of(t - 1));
    return R"({"id": "t)" + text_of(t) + R"(", "says": "x", "when": )" +
           (t == 0 ? var("any") : R"({"and": [)" + before + ", " + before + "]}") + "}";
  });
  const std::string last = var("t12");
  write_pack(R"("terms": )" + terms + R"(, "questions": [)" +
             R"({"id": "any", "about": "runner", "section": "s", "type": "bool", "ask": "?",
                 "says": "x", "why": "!"}, )" +
             list(kMaxQuestions - 1,
                  [&](std::size_t q) {
                    return question(id_of(q), R"("type": "bool", "says": "x", "when": )" + last);
                  })
                 .substr(1) +
             R"(, "rules": [)" + rule(0, var("q0")) + "]");
}

/// Each question opens the next by one of as many integers as there may be.
void write_widest_ranges() {
  const auto widest = [](std::size_t q) {
    const std::string gate =
        q == 0 ? "" : R"(, "when": {"==": [)" + var(id_of(q - 1)) + ", 99998]}";
    return question(id_of(q), R"("type": "integer", "says": "{}", "range": [0, 99999],
                                 "default": 0)" +
                                  gate);
  };
  const std::string last = id_of(kMaxQuestions - 1);
  write_pack(R"("questions": )" + list(kMaxQuestions, widest) + R"(, "rules": [)" +
             rule(0, R"({">": [)" + var(last) + ", 5]}") + "]");
  write_file("answers.json", R"({")" + last + R"(": 7})");
}

/// Names that are nearly those of as many entries as there may be.
void write_nearly_right_names() {
  const std::string facts = list(kMaxEntries - 1, [](std::size_t i) {
    return R"({"id": ")" + long_id(i) + R"(", "text": "!", "from": ["b"], "grade": "popular"})";
  });
  const std::string names = list(400, [](std::size_t i) { return "\"" + nearly_as(i) + "\""; });
  write_pack(R"("facts": )" + facts + R"(, "questions": [)" +
             question("q", R"("type": "bool", "says": "x")") + R"(], "rules": [{"id": "r",
             "when": {"var": "q"}, "recommend": "rest", "because": "!", "sources": )" +
             names + "}]");
}

void write_all_replies() {
  std::string replies;
  for (std::size_t q = 0; q < kMaxQuestions; ++q) {
    replies += (q == 0 ? "\"" : ", \"") + id_of(q) + R"(": ["o1", "o2"])";
  }
  const std::string complaints =
      list(kMaxComplaints, [&](std::size_t) { return "{" + replies + "}"; });
  write_file("answers.json", R"({"complaints": )" + complaints + "}");
}

void write_64_files(std::size_t bytes) {
  write_pack("");
  for (std::size_t i = 0; i < 61; ++i) {
    write_file("pack/x" + text_of(i) + ".json",
               R"({"cases": [)" + repeated("0,", bytes / 2) + "0]}");
  }
}

std::vector<Row> rows() {
  const std::string use = "runready --rules pack --no-proof ";
  const auto largest = [] { write_pack(most_questions() + ", " + most_rules()); };
  const auto nothing = [] {};
  return {
      {"answers of 8 MiB",
       [] { write_file("a", "{\"id\": \"" + repeated("x", (8 << 20) - 16) + "\"}"); },
       "runready --answers a --json"},
      {"answers past 8 MiB", nothing, "runready --answers /dev/zero"},
      {"answers past 8 MiB through a pipe", nothing, "runready next < /dev/zero"},
      {"a million values", [] { write_file("a", "[" + repeated("0,", 1 << 20) + "0]"); },
       "runready --answers a"},
      {"100,000 brackets", [] { write_file("a", repeated("[", 100000)); }, "runready --answers a"},
      {"a configuration past 8 MiB", nothing, "runready --config /dev/zero --pain 2"},
      {"rules past 8 MiB", nothing, "runready --rules /dev/zero --pain 2"},
      {"64 files of 64 KiB, all mistakes", [] { write_64_files(64 << 10); },
       "runready rules check pack"},
      {"64 files of 1 MiB", [] { write_64_files(1 << 20); }, "runready rules check pack"},
      {"a folder of 10,000 files",
       [] {
         write_pack("");
         for (int i = 0; i < 10000; ++i) write_file("pack/x" + std::to_string(i) + ".json", "{}");
       },
       "runready rules check pack"},
      {"400 names nearly those of 4096 entries", write_nearly_right_names,
       "runready rules check pack"},
      {"256 largest gates: --json", write_largest_gates, "runready questions --rules pack --json"},
      {"256 largest gates: check", nothing, "runready rules check pack"},
      {"256 widest ranges: infer", write_widest_ranges, use + "--answers answers.json --json"},
      {"256 widest ranges: check", nothing, "runready rules check pack"},
      {"4096 activities in one order: check", write_long_order, "runready rules check pack"},
      {"128 pairs far apart: check", write_pairs_far_apart, "runready rules check pack"},
      {"the same: one reply: next", [] { write_file("answers.json", R"({"q3": true})"); },
       "runready next --rules pack --no-proof --answers answers.json"},
      {"256 x 60 options, 8192 rules: check", largest, "runready rules check pack"},
      {"the same: questions --json", nothing, "runready questions --rules pack --json"},
      {"the same: graph", nothing, "runready rules graph --rules pack"},
      {"the same: rules show", nothing, "runready rules show --rules pack r17 r4711"},
      {"the same: diff", nothing, "runready rules diff pack pack"},
      {"the same, 8 complaints, all told: check", write_all_replies,
       use + "--answers answers.json --format text --explain"},
      {"the same: one reply: next", [] { write_file("answers.json", R"({"q3": ["o1"]})"); },
       "runready next --rules pack --no-proof --answers answers.json"},
      {"the same: one reply: batch",
       [] { write_file("lines", repeated("{\"q3\":[\"o1\"]}\n", 100)); },
       "runready batch --rules pack --no-proof lines"},
      {"a batch line of 1 MiB",
       [] { write_file("lines", "{\"id\":\"" + repeated("x", (1 << 20) - 20) + "\"}\n"); },
       "runready batch lines"},
      {"a batch line past 1 MiB, without end", nothing, "runready batch /dev/zero"},
      {"10,000 mistyped flags", [] { write_file("words", repeated("--gaitt\n", 10000)); },
       "runready $(cat words)"},
      {"10,000 --also", [] { write_file("words", repeated("--also where=shin\n", 10000)); },
       "runready $(cat words)"},
      {"typed lines of 1 MiB", [] { write_file("typed", repeated("x", 4 << 20)); },
       "runready --ask < typed"},
  };
}

struct Cost {
  double seconds = 0;
  double mebibytes = 0;
  int status = 0;
};

Cost run(const std::string& command) {
  const auto begin = Clock::now();
  const pid_t child = fork();
  if (child == 0) {
    const std::string line = "exec </dev/null >/dev/null 2>&1; ulimit -t 300; exec " + command;
    execl("/bin/bash", "bash", "-c", line.c_str(), nullptr);
    _exit(126);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const std::chrono::duration<double> taken = Clock::now() - begin;
  return {taken.count(), static_cast<double>(usage.ru_maxrss) / 1024, shell_status(status)};
}

}  // namespace

/// Names of rows, or parts of them, choose.
int main(int argc, char** argv) {
  const ScratchFolder scratch;
  fs::current_path(scratch.path());
  const std::string path = program().parent_path().string() + ":" + std::getenv("PATH");
  setenv("PATH", path.c_str(), 1);
  setenv("HOME", scratch.path().c_str(), 1);
  bool all_bounded = true;
  std::printf("%-44s %9s %9s  status\n", "worst case", "seconds", "MiB");
  for (const Row& row : rows()) {
    row.prepare();
    if (argc > 1 && row.name.find(argv[1]) == std::string::npos) continue;
    const Cost cost = run(row.command);
    const bool is_bounded =
        cost.seconds < kMostSeconds && cost.mebibytes < kMostMebibytes && cost.status < 126;
    all_bounded = all_bounded && is_bounded;
    std::printf("%-44s %9.2f %9.1f  %d%s\n", row.name.c_str(), cost.seconds, cost.mebibytes,
                cost.status, is_bounded ? "" : "  NOT BOUNDED");
    std::fflush(stdout);
  }
  return all_bounded ? 0 : 1;
}
