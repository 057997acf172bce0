#include "assess/near_miss.hpp"

#include <algorithm>

#include "assess/knowledge.hpp"

namespace runready {

NearMiss::NearMiss(const Pack& pack, RuleId rule)
    : pack_(pack),
      rule_(pack.rule(rule)),
      reads_term_(pack.terms.size(), false),
      reads_gate_(pack.questions.size(), false) {
  look_at(rule_.when);
}

void NearMiss::look_at(const Condition& condition) {
  for_each_read(
      condition,
      [&](NamedTerm term) {
        if (reads_term_[term.id.index]) return;
        reads_term_[term.id.index] = true;
        look_at(pack_.terms[term.id.index].when);
      },
      [&](const Condition& test) {
        add_trials(test);
        // Behind a gate that another reply shuts stands the default.
        const QuestionId question = pack_.variable(test.variable).question;
        const auto& gate = pack_.question(question).when;
        if (!gate || reads_gate_[question.index]) return;
        reads_gate_[question.index] = true;
        look_at(*gate);
      });
}

// A test changes its truth only at the values it names and beside them.
void NearMiss::add_trials(const Condition& test) {
  const Variable& variable = pack_.variable(test.variable);
  const auto add = [&](std::int32_t value) {
    if (value < variable.min || value > variable.max) return;
    const bool is_known = std::any_of(trials_.begin(), trials_.end(), [&](const Trial& trial) {
      return trial.variable == test.variable && trial.value == value;
    });
    if (!is_known) trials_.push_back({test.variable, value});
  };
  if (test.values.empty()) {
    add(0);
    add(1);
  }
  for (const std::int32_t value : test.values) {
    for (const std::int32_t step : {-1, 0, 1}) add(value + step);
  }
}

bool NearMiss::is_near(const Replies& replies) const {
  Replies changed = replies;
  for (const Trial& trial : trials_) {
    const std::int32_t before = replies[trial.variable];
    if (before == trial.value) continue;
    changed.set(trial.variable, trial.value);
    const bool would_fire = holds(effective_replies(pack_, changed));
    changed.set(trial.variable, before);
    if (would_fire) return true;
  }
  return false;
}

bool NearMiss::holds(const Replies& replies) const {
  TermTruths terms(pack_.terms.size(), Truth::unknown);
  for (const TermId id : pack_.term_order) {
    if (reads_term_[id.index]) {
      terms[id.index] = evaluate(pack_.terms[id.index].when, replies, terms);
    }
  }
  return evaluate(rule_.when, replies, terms) == Truth::yes;
}

}  // namespace runready
