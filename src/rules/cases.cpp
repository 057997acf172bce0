#include "rules/cases.hpp"

#include <algorithm>

#include "rules/gates.hpp"
#include "rules/reasons.hpp"
#include "rules/sentence.hpp"

namespace runready {

namespace {

template <class Id>
bool contains(const std::vector<Id>& ids, Id id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::string quoted(const std::string& id) { return "`" + id + "`"; }

void add(std::string& list, const std::string& entry) {
  list += (list.empty() ? "" : ", ") + entry;
}

class CaseCheck {
 public:
  CaseCheck(const Pack& pack, const Expectation& expect, const Assessment& assessment,
            const std::vector<Evaluation>& complaints)
      : pack_(pack), expect_(expect), assessment_(assessment), complaints_(complaints) {}

  std::vector<Mismatch> run() {
    check_outcome();
    check_rules();
    check_workouts();
    check_tips();
    return std::move(found_);
  }

 private:
  void check_outcome() {
    const auto differs = [](const auto& wanted, auto got) { return wanted && *wanted != got; };
    if (differs(expect_.recommend, assessment_.recommendation)) {
      add_mismatch("recommendation " + std::string(name(*expect_.recommend)),
                   std::string(name(assessment_.recommendation)), whence_recommendation());
    }
    if (differs(expect_.referral, assessment_.referral)) {
      add_mismatch("referral " + std::string(name(*expect_.referral)),
                   std::string(name(assessment_.referral)), whence_referral());
    }
  }

  /// "by `a`, `b`": the rules that ask for what is given.
  std::string whence_recommendation() const {
    std::string rules;
    for (const Reason& reason : assessment_.reasons) {
      if (reason.recommend != assessment_.recommendation) continue;
      add(rules, reason.rule ? quoted(pack_.rule(*reason.rule).id) : "no workout being left");
    }
    return rules.empty() ? "no rule asks for more" : "by " + rules;
  }

  std::string whence_referral() const {
    std::string rules;
    for (const Reason& reason : assessment_.reasons) {
      if (reason.rule && reason.referral == assessment_.referral) {
        add(rules, quoted(pack_.rule(*reason.rule).id));
      }
    }
    return rules.empty() || assessment_.referral == Referral::none ? "no rule asks for more"
                                                                   : "by " + rules;
  }

  void check_rules() {
    const bool escalates = assessment_.floor != assessment_.recommendation;
    if (expect_.escalates && *expect_.escalates != escalates) {
      add_mismatch(escalates ? "workouts left for " + std::string(name(assessment_.floor))
                             : "no workout left for " + std::string(name(assessment_.floor)),
                   escalates ? "none are left" : "some are left", "offered: " + offered());
    }
    for (const RuleId id : expect_.fires) {
      if (!reason_of(id)) {
        add_mismatch("rule " + quoted(pack_.rule(id).id) + " fires", "it does not", lacking(id));
      }
    }
    for (const RuleId id : expect_.fires_not) {
      if (const Reason* reason = reason_of(id)) {
        add_mismatch("rule " + quoted(pack_.rule(id).id) + " does not fire", "it does",
                     since(*reason));
      }
    }
  }

  const Reason* reason_of(RuleId id) const {
    const auto reason = std::find_if(assessment_.reasons.begin(), assessment_.reasons.end(),
                                     [&](const Reason& r) { return r.rule == id; });
    return reason == assessment_.reasons.end() ? nullptr : &*reason;
  }

  std::string lacking(RuleId id) const {
    Condition pieces;
    pieces.operands = missing_for(pack_, pack_.rule(id).when, complaints_.front());
    return "it would take that " + sentence(pieces, pack_);
  }

  std::string since(const Reason& reason) const {
    std::string clauses;
    const Replies& replies = complaints_[reason.complaint.value_or(0)].replies;
    for (const VariableId id : reason.because_of) {
      add(clauses, clause_of(pack_, id, replies[id]));
    }
    for (const QuestionId id : reason.unknown) {
      add(clauses, quoted(pack_.question(id).id) + " is unanswered");
    }
    return clauses.empty() ? "" : "since " + clauses;
  }

  void check_workouts() {
    for (const auto& group : expect_.offers) {
      if (!has_any(assessment_.offered, group.members)) {
        add_mismatch(quoted(group.name) + " is offered", "it is not", "offered: " + offered());
      }
    }
    for (const WorkoutId id : expect_.offers_no) {
      if (contains(assessment_.offered, id)) {
        add_mismatch("workout " + quoted(pack_.workouts[id.index].id) + " is not offered", "it is",
                     "");
      }
    }
  }

  void check_tips() {
    for (const auto& group : expect_.tips) {
      if (!has_any(assessment_.tips, group.members)) {
        add_mismatch("tip " + quoted(group.name) + " is shown", "it is not", "");
      }
    }
    for (const TipId id : expect_.no_tips) {
      if (contains(assessment_.tips, id)) {
        add_mismatch("tip " + quoted(pack_.tips[id.index].id) + " is not shown", "it is", "");
      }
    }
  }

  template <class Id>
  static bool has_any(const std::vector<Id>& got, const std::vector<Id>& wanted) {
    return std::any_of(wanted.begin(), wanted.end(), [&](Id id) { return contains(got, id); });
  }

  std::string offered() const {
    std::string list;
    for (const WorkoutId id : assessment_.offered) add(list, pack_.workouts[id.index].id);
    return list.empty() ? "nothing" : list;
  }

  void add_mismatch(std::string expected, std::string got, std::string why) {
    found_.push_back({std::move(expected), std::move(got), std::move(why)});
  }

  const Pack& pack_;
  const Expectation& expect_;
  const Assessment& assessment_;
  const std::vector<Evaluation>& complaints_;
  std::vector<Mismatch> found_;
};

/// What a case expects of its assessment and does not get. `complaints` are the evaluations that
/// the assessment rests on.
std::vector<Mismatch> mismatches(const Pack& pack, const Expectation& expect,
                                 const Assessment& assessment,
                                 const std::vector<Evaluation>& complaints) {
  return CaseCheck(pack, expect, assessment, complaints).run();
}

/// More tests than this away, a case is not looked at as a near miss.
constexpr std::size_t kFar = 3;

/// A case with what its complaints come down to. Empty if its answers contradict themselves.
using Evaluated = std::vector<Evaluation>;

Evaluated evaluate_case(const Pack& pack, const Known& known) {
  Evaluated complaints;
  for (const Replies& replies : subjects(pack, known.both)) {
    complaints.push_back(
        evaluate_rules(pack, complete(pack, replies, known.told.nothing_else).replies));
  }
  return complaints;
}

std::vector<Mismatch> contradiction(const Diagnostics& wrong) {
  std::vector<Mismatch> mismatches;
  for (const Diagnostic& diagnostic : wrong) {
    mismatches.push_back({"answers that go together", diagnostic.message, diagnostic.help});
  }
  return mismatches;
}

CaseResult run_case(const Pack& pack, std::size_t index, Evaluated& evaluated) {
  const Case& tested = pack.cases[index];
  Diagnostics wrong;
  const auto known = infer(pack, tested.answers, wrong);
  if (!known) return {index, contradiction(wrong)};
  evaluated = evaluate_case(pack, *known);
  return {index, mismatches(pack, tested.expect, assess(pack, *known), evaluated)};
}

/// Looks at all cases for one rule.
class Coverage {
 public:
  Coverage(const Pack& pack, RuleId rule) : pack_(pack), near_miss_(pack, rule) {
    found_.rule = rule;
  }

  void look_at(std::size_t index, const Evaluated& evaluated) {
    const auto fires = [&](const Evaluation& e) {
      return counts(e.rules[found_.rule.index], Unknowns::harmful);
    };
    if (std::any_of(evaluated.begin(), evaluated.end(), fires)) {
      found_.fired_by.push_back(index);
      return;
    }
    bool is_near = false;
    for (const Evaluation& complaint : evaluated) {
      std::vector<Condition> missing = missing_for(pack_, pack_.rule(found_.rule).when, complaint);
      is_near = is_near || (missing.size() <= kFar && near_miss_.is_near(complaint.replies));
      keep_nearest(index, std::move(missing));
    }
    if (is_near) found_.near_misses.push_back(index);
  }

  RuleCoverage take() {
    if (!found_.fired_by.empty()) {
      found_.nearest.reset();
    } else if (found_.nearest) {
      Condition all;
      all.operands = std::move(fewest_);
      found_.would_take = sentence(all, pack_);
    }
    return std::move(found_);
  }

 private:
  void keep_nearest(std::size_t index, std::vector<Condition> missing) {
    if (found_.nearest && missing.size() >= fewest_.size()) return;
    found_.nearest = index;
    fewest_ = std::move(missing);
  }

  const Pack& pack_;
  NearMiss near_miss_;
  RuleCoverage found_;
  std::vector<Condition> fewest_;
};

}  // namespace

bool CasesReport::passed() const {
  return std::all_of(cases.begin(), cases.end(),
                     [](const CaseResult& result) { return result.mismatches.empty(); });
}

CasesReport run_cases(const Pack& pack) {
  CasesReport report;
  std::vector<Evaluated> evaluated(pack.cases.size());
  for (std::size_t i = 0; i < pack.cases.size(); ++i) {
    report.cases.push_back(run_case(pack, i, evaluated[i]));
  }
  for (std::uint32_t r = 0; r < pack.rules.size(); ++r) {
    Coverage coverage(pack, RuleId{r});
    for (std::size_t i = 0; i < evaluated.size(); ++i) coverage.look_at(i, evaluated[i]);
    report.rules.push_back(coverage.take());
  }
  return report;
}

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
