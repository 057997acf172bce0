// compare [--rounds N] [--wall] ([--input FILE] NAME=COMMAND)...
//
// Runs commands in turn, N times over, so that whatever else the machine does falls on all of
// them alike, and prints for each the best and the median of processor time (user and system, of
// all its threads; elapsed time with --wall), the most memory resident, and the ratio of its best
// to that of each command before it. A command is split at spaces; no shell is started. It reads
// the input named last before it and writes to nowhere.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

extern char** environ;

namespace {

struct Candidate {
  std::string name;
  std::vector<std::string> words;
  const char* input;
  std::vector<double> milliseconds;
  long kilobytes = 0;
  int status = 0;
};

struct Order {
  int rounds = 10;
  bool wall = false;
  std::vector<Candidate> candidates;
};

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "compare: error: %s\n", message.c_str());
  std::exit(2);
}

Candidate candidate_of(std::string_view text, const char* input) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) fail("not NAME=COMMAND: " + std::string(text));
  Candidate candidate;
  candidate.name = text.substr(0, equals);
  candidate.input = input;
  std::istringstream command{std::string(text.substr(equals + 1))};
  for (std::string word; command >> word;) candidate.words.push_back(word);
  return candidate;
}

double milliseconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

void run(const Order& order, Candidate& candidate) {
  std::vector<char*> words;
  for (std::string& word : candidate.words) words.push_back(word.data());
  words.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, candidate.input, O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  const auto begin = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (posix_spawn(&child, words[0], &files, nullptr, words.data(), environ) != 0) {
    fail("cannot run " + candidate.words[0]);
  }
  posix_spawn_file_actions_destroy(&files);
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  const std::chrono::duration<double, std::milli> elapsed =
      std::chrono::steady_clock::now() - begin;
  candidate.milliseconds.push_back(order.wall ? elapsed.count()
                                              : milliseconds_of(used.ru_utime) +
                                                    milliseconds_of(used.ru_stime));
  candidate.kilobytes = std::max(candidate.kilobytes, used.ru_maxrss);
  candidate.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void print(const Order& order) {
  std::printf("%-22s %10s %10s %9s  %s\n", order.wall ? "elapsed, ms" : "processor time, ms",
              "best", "median", "MiB", "times that of");
  for (std::size_t i = 0; i < order.candidates.size(); ++i) {
    const Candidate& at = order.candidates[i];
    std::printf("%-22s %10.2f %10.2f %9.1f ", at.name.c_str(), at.milliseconds.front(),
                at.milliseconds[at.milliseconds.size() / 2],
                static_cast<double>(at.kilobytes) / 1024);
    for (std::size_t j = 0; j < i; ++j) {
      const Candidate& other = order.candidates[j];
      std::printf(" %s %.2f", other.name.c_str(),
                  at.milliseconds.front() / other.milliseconds.front());
    }
    if (at.status != 0) std::printf("  (status %d)", at.status);
    std::printf("\n");
  }
}

Order order_of(int argc, char** argv) {
  Order order;
  const char* input = "/dev/null";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const bool has_next = i + 1 < argc;
    if (word == "--wall") {
      order.wall = true;
    } else if (word == "--rounds" && has_next) {
      order.rounds = std::atoi(argv[++i]);
    } else if (word == "--input" && has_next) {
      input = argv[++i];
    } else {
      order.candidates.push_back(candidate_of(word, input));
    }
  }
  return order;
}

}  // namespace

int main(int argc, char** argv) {
  Order order = order_of(argc, argv);
  for (int round = 0; round < order.rounds; ++round) {
    for (Candidate& candidate : order.candidates) run(order, candidate);
  }
  for (Candidate& candidate : order.candidates) {
    std::sort(candidate.milliseconds.begin(), candidate.milliseconds.end());
  }
  print(order);
}
