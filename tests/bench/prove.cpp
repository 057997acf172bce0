// What proofs cost, on the default pack and on packs grown from it: `runready-bench-prove`.

#include "runready/prove.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "runready/load.hpp"
#include "support/random_pack.hpp"

namespace runready::testing {

namespace {

/// Milliseconds of this process's CPU time: other work on the machine does not count.
double now() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// The least of some runs.
double best_of(int runs, const std::function<void()>& work) {
  double best = 1e300;
  for (int i = 0; i < runs; ++i) {
    const double start = now();
    work();
    best = std::min(best, now() - start);
  }
  return best;
}

/// One test of a condition turned to a neighbouring option or value: another rule of the kind.
void turn_one_test(const Pack& pack, Condition& condition, Dice& dice) {
  if (!condition.operands.empty())
    return turn_one_test(pack, condition.operands[dice.below(condition.operands.size())], dice);
  if (!is_test(condition.kind)) return;
  const Question& question = pack.question_of(condition.variable);
  if (question.type == QuestionType::multi_choice) {
    condition.variable.index = question.first_variable.index + dice.below(question.variable_count);
  } else if (!condition.values.empty()) {
    std::int32_t& value = condition.values.front();
    value = std::clamp(value + dice.between(-1, 1), question.min, question.max);
  }
}

/// The pack with every rule so many times, each time a little different.
Pack grown(const Pack& pack, int times) {
  Dice dice(1);
  Pack more = pack;
  for (int copy = 1; copy < times; ++copy) {
    for (Rule rule : pack.rules) {
      rule.id += "-" + std::to_string(copy);
      turn_one_test(pack, rule.when, dice);
      more.rules.push_back(std::move(rule));
    }
  }
  return more;
}

Known known_of(const Pack& pack, const Answers& told) {
  Diagnostics wrong;
  std::optional<Known> known = infer(pack, told, wrong);
  if (!known) throw std::runtime_error("contradictory answers");
  return *known;
}

Known nothing_known(const Pack& pack) {
  Answers told;
  told.runner = Replies(pack.variables.size());
  return known_of(pack, told);
}

/// The answers of a pack's case, as a script would pass them.
Known case_known(const Pack& pack, std::size_t index) {
  return known_of(pack, pack.cases[index % pack.cases.size()].answers);
}

Replies& replies_about(const Pack& pack, const Asked& asked, Answers& told) {
  if (pack.question(asked.question).about == About::runner) return told.runner;
  if (told.complaints.empty()) told.complaints.push_back({"", Replies(pack.variables.size())});
  return told.complaints[asked.complaint.value_or(0)].replies;
}

/// Answers the question as a sore runner would who has nothing worse, the slowest to settle.
void answer(const Pack& pack, const Asked& asked, Answers& told) {
  const Question& question = pack.question(asked.question);
  const bool yes = question.type == QuestionType::boolean || question.id == "pattern";
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    const bool is_sore = question.id == "where" && question.options[i].id == "quad";
    replies_about(pack, asked, told)
        .set({question.first_variable.index + i}, yes || is_sore ? 1 : question.default_value);
  }
}

struct Interview {
  int prompts = 0;
  double start = 0;
  double slowest = 0;  ///< of the questions after the first
};

Interview interview(const Pack& pack) {
  Interview took;
  Prover prover(pack);
  Answers told = nothing_known(pack).told;
  while (true) {
    const Known known = known_of(pack, told);
    const double begin = now();
    const Outlook outlook = prover.outlook(known);
    const double time = now() - begin;
    took.prompts == 0 ? void(took.start = time) : void(took.slowest = std::max(took.slowest, time));
    if (outlook.settled) return took;
    ++took.prompts;
    answer(pack, outlook.ask_next[0], told);
  }
}

void print_outlooks(const Pack& pack) {
  Interview took = interview(pack);
  for (int i = 0; i < 4; ++i) {
    const Interview again = interview(pack);
    took.start = std::min(took.start, again.start);
    took.slowest = std::min(took.slowest, again.slowest);
  }
  std::printf(
      "interview, a sore runner: %d prompts; first question %.2f ms, then at most %.3f ms\n",
      took.prompts, took.start, took.slowest);
  double total = 0;
  double worst = 0;
  for (std::size_t i = 0; i < pack.cases.size(); ++i) {
    const Known known = case_known(pack, i);
    const double time = best_of(3, [&] { Prover(pack).outlook(known); });
    total += time;
    worst = std::max(worst, time);
  }
  std::printf("one-shot outlook on each of %zu cases: mean %.2f ms, worst %.2f ms\n",
              pack.cases.size(), total / static_cast<double>(pack.cases.size()), worst);
}

void print_growth(const Pack& pack) {
  std::printf("\n%6s %9s %10s %14s %14s %10s\n", "rules", "check ms", "nodes", "first quest. ms",
              "next quest. ms", "complete");
  for (const int times : {1, 2, 4, 8}) {
    const Pack more = grown(pack, times);
    CheckReport report;
    const double time = best_of(times == 1 ? 5 : 1, [&] { report = check(more); });
    const Interview took = interview(more);
    std::printf("%6zu %9.1f %10zu %14.2f %14.3f %10s\n", more.rules.size(), time, report.nodes,
                took.start, took.slowest, report.complete ? "yes" : "no");
  }
}

int run() {
  Diagnostics found;
  const std::optional<Pack> pack = load_pack(default_pack_files(), found);
  if (!pack) return 3;
  CheckReport report;
  const double time = best_of(5, [&] { report = check(*pack); });
  std::printf("check: %.1f ms, %zu nodes, %.3g answers\n", time, report.nodes,
              report.answers_covered);
  std::printf("compare with itself with each rule twice: %.1f ms\n",
              best_of(3, [&, other = grown(*pack, 2)] { diff(*pack, other); }));
  print_outlooks(*pack);
  print_growth(*pack);
  return 0;
}

}  // namespace

}  // namespace runready::testing

int main() { return runready::testing::run(); }
