#include "pack/readers.hpp"
#include "pack/reads.hpp"
#include "text/backticks.hpp"

namespace runready {

namespace {

class Readers {
 public:
  explicit Readers(const Pack& pack)
      : pack_(pack), questions(pack.questions.size()), terms(pack.terms.size()) {}

  void add(const Condition& condition) {
    for_each_read(
        condition, [&](NamedTerm term) { terms[term.id.index] = true; },
        [&](const Condition& test) {
          questions[pack_.variable(test.variable).question.index] = true;
        });
  }

  void add(const std::optional<Condition>& condition) {
    if (condition) add(*condition);
  }

 private:
  const Pack& pack_;

 public:
  std::vector<bool> questions;  ///< by index: whether something reads it
  std::vector<bool> terms;
};

Readers readers_of(const Pack& pack) {
  Readers readers(pack);
  for (const Question& question : pack.questions) readers.add(question.when);
  for (const Term& term : pack.terms) readers.add(term.when);
  for (const Rule& rule : pack.rules) readers.add(rule.when);
  for (const Workout& workout : pack.workouts) {
    readers.add(workout.when);
    readers.add(workout.unless);
  }
  for (const Tip& tip : pack.tips) {
    readers.add(tip.when);
    readers.add(tip.unless);
  }
  readers.add(pack.heart_rate.unless);
  for (const auto& [key, wordings] : pack.wordings) {
    for (const Wording& wording : wordings) readers.add(wording.when);
  }
  return readers;
}

}  // namespace

void warn_unused(Loading& in) {
  const Readers readers = readers_of(in.pack);
  for (std::size_t i = 0; i < in.pack.questions.size(); ++i) {
    const Question& question = in.pack.questions[i];
    if (readers.questions[i]) continue;
    in.warning("unused-question", question.span, "nothing reads " + in_backticks(question.id),
               "let a rule, term or gate read it, or take it out");
  }
  for (std::size_t i = 0; i < in.pack.terms.size(); ++i) {
    const Term& term = in.pack.terms[i];
    if (readers.terms[i]) continue;
    in.warning("unused-term", term.span, "nothing reads " + in_backticks(term.id),
               "let a rule, gate or other term read it, or take it out");
  }
}

}  // namespace runready
