#include "assess/case_checks.hpp"

#include <algorithm>

#include "assess/missing.hpp"
#include "condition/sentence.hpp"

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

}  // namespace

std::vector<Mismatch> mismatches(const Pack& pack, const Expectation& expect,
                                 const Assessment& assessment,
                                 const std::vector<Evaluation>& complaints) {
  return CaseCheck(pack, expect, assessment, complaints).run();
}

}  // namespace runready
