#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "prove/check.hpp"
#include "prove/compiled_pack.hpp"
#include "rules/assess.hpp"
#include "rules/gates.hpp"

// What add-ons may change of the pack they add to. Their rules only add caution, and its own stay
// as they are. But where nothing is offered for a recommendation the next one is given instead, and
// a workout of an add-on may be offered there. Then some answers give less than without the add-on,
// which is refused. What only add-ons ask is at its default: whoever tells it is under the checks
// of what each reply may do.
//
// Nothing can be freed where some workout of the base is out only where that of the add-on is out
// too. That is seen by the rules that exclude them, and then it is so where several things hurt as
// well, since what is offered is offered for each of them. Else answers are looked for.

namespace runready {

namespace {

/// The pack without the rules and workouts of add-ons. Their questions stay, and nothing reads
/// them.
Pack base_of(Pack pack) {
  std::erase_if(pack.rules, [](const Rule& rule) { return rule.added; });
  std::erase_if(pack.workouts, [](const Workout& workout) { return workout.added; });
  return pack;
}

class BaseComparison {
 public:
  explicit BaseComparison(CompiledPack& pack)
      : pack_(pack),
        base_(base_of(pack.pack)),
        compiler_(base_, pack.readings(), pack.diagrams),
        outcome_(base_, std::span(&compiler_, 1), pack.diagrams),
        base_answers_(base_answers()) {}

  Finding prove() {
    Finding finding = finding_of(Finding::Verdict::proved, "base", base_.id, Span{});
    for (std::uint32_t w = 0; w < pack_.pack.workouts.size(); ++w) {
      if (pack_.pack.workouts[w].added) look_at({w}, finding);
    }
    return finding;
  }

 private:
  Node base_answers() {
    std::vector<Node> usual;
    for (std::uint32_t v = 0; v < pack_.pack.variables.size(); ++v) {
      const Variable& variable = pack_.pack.variables[v];
      const Question& question = pack_.pack.question(variable.question);
      const bool is_added =
          question.added || (variable.option && question.options[*variable.option].added);
      if (is_added) usual.push_back(pack_.at_default({v}));
    }
    return pack_.diagrams.all_of(std::move(usual));
  }

  /// Keeps what was found first.
  void look_at(WorkoutId id, Finding& finding) {
    const Workout& workout = pack_.pack.workouts[id.index];
    for (const Recommendation level : workout.offered_for) {
      if (is_offered_beside(level, workout)) continue;
      finding.one_complaint = true;
      const auto cells = less_at(level, id);
      if (!cells || finding.example) continue;
      finding.verdict = Finding::Verdict::refuted;
      finding.span = workout.span;
      finding.example = pack_.example_at(*cells);
      finding.message = "workout `" + workout.id + "` of an add-on is offered where `" + base_.id +
                        "` alone gives " + outcome_words(base_verdict(*cells));
    }
  }

  bool is_for(const Workout& workout, Recommendation level) const {
    return std::ranges::find(workout.offered_for, level) != workout.offered_for.end();
  }

  std::vector<RuleId> rules_excluding(ActivityId id) const {
    std::vector<RuleId> rules;
    for (std::uint32_t r = 0; r < pack_.pack.rules.size(); ++r) {
      const auto& excludes = pack_.pack.rules[r].exclude;
      if (std::ranges::find(excludes, id) != excludes.end()) rules.push_back({r});
    }
    return rules;
  }

  /// Whether one workout of the base is offered for a level wherever another is: what bars it bars
  /// the other.
  bool is_offered_beside(Recommendation level, const Workout& added) const {
    const std::vector<RuleId> bars = rules_excluding(added.activity);
    return std::ranges::any_of(base_.workouts, [&](const Workout& workout) {
      return is_for(workout, level) && (!workout.when || workout.when == added.when) &&
             (!workout.unless || workout.unless == added.unless) &&
             std::ranges::includes(bars, base_rules_excluding(workout.activity));
    });
  }

  /// By their places in the whole pack.
  std::vector<RuleId> base_rules_excluding(ActivityId id) const {
    std::vector<RuleId> rules = rules_excluding(id);
    std::erase_if(rules, [&](RuleId rule) { return pack_.pack.rule(rule).added; });
    return rules;
  }

  /// The smallest answers for which the base gives more than a level, for want of workouts, and the
  /// pack gives that level. What is left of all answers is cut down step by step, since what each
  /// step leaves out is large by itself.
  std::optional<Cells> less_at(Recommendation level, WorkoutId id) {
    const Node offered = only_offered(level, id);
    const auto asks_for_more = [&](RuleId rule) { return pack_.pack.rule(rule).recommend > level; };
    const Cover covered = cover(pack_, offered, asks_for_more);
    if (!covered.uncovered) return std::nullopt;
    if (base_verdict(*covered.uncovered).recommendation > level &&
        pack_.verdict_at(*covered.uncovered).recommendation == level) {
      return covered.uncovered;
    }
    const Node less = outcome_.at_least(level, offered);
    return pack_.diagrams.cheapest(
        pack_.diagrams.apply(Op::except, less, pack_.outcome.above(level, less)));
  }

  /// Where nothing of the base is offered for a level, and a workout is.
  Node only_offered(Recommendation level, WorkoutId id) {
    std::vector<const Workout*> barred;
    for (const Workout& workout : base_.workouts) {
      if (is_for(workout, level)) barred.push_back(&workout);
    }
    std::ranges::stable_sort(barred, {}, [&](const Workout* workout) {
      return base_rules_excluding(workout->activity).size();
    });
    Node left = base_answers_;
    for (std::size_t i = 0; i < barred.size() && left != kFalse; ++i) {
      left = where_barred(*barred[i], left);
      if (i == 0) left = where_offered(pack_.pack.workouts[id.index], left);
    }
    if (barred.empty()) left = where_offered(pack_.pack.workouts[id.index], left);
    // Running itself is at hand for a plain run, with or without a workout.
    const bool is_run = level == Recommendation::run;
    if (is_run) {
      left = base_.running ? pack_.diagrams.apply(Op::all, left, outcome_.excluded(*base_.running))
                           : kFalse;
    }
    return left;
  }

  Node where_barred(const Workout& workout, Node where) {
    std::vector<Node> barred;
    for (const RuleId rule : base_rules_excluding(workout.activity)) {
      barred.push_back(pack_.diagrams.apply(Op::all, where, pack_.outcome.rule(rule)));
    }
    if (workout.when) {
      barred.push_back(
          pack_.diagrams.apply(Op::except, where, pack_.compiler.condition(*workout.when, false)));
    }
    if (workout.unless) {
      barred.push_back(
          pack_.diagrams.apply(Op::all, where, pack_.compiler.condition(*workout.unless)));
    }
    return pack_.diagrams.any_of(std::move(barred));
  }

  Node where_offered(const Workout& workout, Node where) {
    for (const RuleId rule : rules_excluding(workout.activity)) {
      where = pack_.diagrams.apply(Op::except, where, pack_.outcome.rule(rule));
    }
    if (workout.when) {
      where = pack_.diagrams.apply(Op::all, where, pack_.compiler.condition(*workout.when, false));
    }
    if (workout.unless) {
      where = pack_.diagrams.apply(Op::except, where, pack_.compiler.condition(*workout.unless));
    }
    return where;
  }

  Verdict base_verdict(const Cells& cells) const {
    const Evaluation evaluation =
        evaluate_rules(base_, effective_replies(base_, replies_at(pack_.readings(), cells)));
    return judge(base_, std::span(&evaluation, 1), Unknowns::harmful);
  }

  CompiledPack& pack_;
  Pack base_;
  Compiler compiler_;
  JointOutcome outcome_;
  Node base_answers_;
};

}  // namespace

Findings check_base(Proving& proving) {
  if (proving.pack().add_ons.empty()) return {};
  return proving.attempt("base", proving.pack().id, Span{}, [](CompiledPack& pack) -> Findings {
    return {BaseComparison(pack).prove()};
  });
}

}  // namespace runready
