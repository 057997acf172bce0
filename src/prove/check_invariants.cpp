#include <algorithm>
#include <functional>
#include <string>
#include <type_traits>
#include <utility>

#include "prove/check.hpp"
#include "prove/compiled_pack.hpp"
#include "rules/condition.hpp"

// An invariant is refuted by the answers in its scope whose outcome fits `if` and not `then`: that
// is one diagram, and the proof is that it is the terminal 0.
//
// Several complaints. Floors, referrals and exclusions of complaints join by maximum and union,
// and each complaint's escalated recommendation is a floor of the joint one. So what says "at
// least" or "excluded" of one complaint holds of all together. "At most" and "offered" need not.
// "Not offered" and "not shown" do if there is not even a more cautious recommendation under which
// the workout or tip could appear, since another complaint may raise the recommendation. An `if`
// that holds of complaints together must hold of one of them: it does if it has upper bounds only
// and at most one thing that some complaint must bring about.

namespace runready {

namespace {

bool says_nothing(const OutcomePattern& pattern) {
  return !pattern.recommend.at_least && !pattern.recommend.at_most && !pattern.referral.at_least &&
         !pattern.referral.at_most && pattern.excludes.empty() && pattern.offers.empty() &&
         pattern.offers_no.empty() && pattern.no_tips.empty();
}

class InvariantProof {
 public:
  InvariantProof(CompiledPack& pack, const Invariant& invariant)
      : pack_(pack), d_(pack.diagrams), invariant_(invariant) {}

  Finding run() {
    Finding finding =
        finding_of(Finding::Verdict::proved, "invariant", invariant_.id, invariant_.span);
    if (follows_from_the_level()) return finding;
    const std::vector<Node> parts = premise_of();
    if (std::ranges::all_of(parts, [](Node part) { return part == kFalse; })) {
      finding.verdict = Finding::Verdict::warning;
      finding.message = "says nothing: no answers meet its condition";
      return finding;
    }
    if (const auto cells = against(parts)) {
      finding.verdict = Finding::Verdict::refuted;
      finding.example = pack_.example_at(*cells);
      finding.message =
          "does not hold: some answers give " + finding.example->found + missed_at(*cells);
      return finding;
    }
    finding.one_complaint =
        !std::ranges::all_of(parts, [&](Node part) { return carries_over(part); });
    return finding;
  }

 private:
  /// ", and tip `stretch` is shown": what is not as it names it. The example says the levels.
  std::string missed_at(const Cells& cells) const {
    const Pack& pack = pack_.pack;
    const OutcomePattern& wanted = *invariant_.then_outcome;
    const Verdict verdict = pack_.verdict_at(cells);
    const auto is_offered = [&](WorkoutId id) {
      return std::ranges::find(verdict.offered, id) != verdict.offered.end();
    };
    std::vector<std::string> missed;
    for (const ActivityId id : wanted.excludes) {
      const std::string& activity = pack.activities[id.index].id;
      if (!verdict.excluded[id.index]) missed.push_back("`" + activity + "` is not excluded");
    }
    for (const auto& group : wanted.offers) {
      if (std::ranges::any_of(group.members, is_offered)) continue;
      missed.push_back("`" + group.name + "` is not offered");
    }
    for (const WorkoutId id : wanted.offers_no) {
      if (is_offered(id)) missed.push_back("`" + pack.workouts[id.index].id + "` is offered");
    }
    for (const TipId id : wanted.no_tips) {
      if (pack_.shows_at(id, cells))
        missed.push_back("tip `" + pack.tips[id.index].id + "` is shown");
    }
    std::string words;
    for (const std::string& one : missed) words += (words.empty() ? ", and " : ", ") + one;
    return words;
  }

  /// The smallest answers at which it does not hold, if there are any.
  std::optional<Cells> against(const std::vector<Node>& parts) {
    if (const auto decided = decided_by_rules(parts)) return decided->smallest;
    std::vector<Node> against;
    for (const Node part : parts) {
      const Node fits = fitting(part, *invariant_.then_outcome);
      against.push_back(d_.apply(Op::except, part, fits));
    }
    return d_.cheapest(d_.any_of(std::move(against)));
  }

  struct Decided {
    std::optional<Cells> smallest;
  };

  /// The smallest answers at which no rule asks for what is demanded, or some rule for more than is
  /// allowed. The first that a cover leaves are the smallest, as all smaller ones were taken away.
  /// Nothing if that does not decide it: a recommendation may be raised for want of workouts.
  std::optional<Decided> decided_by_rules(const std::vector<Node>& parts) {
    OutcomePattern demands = *invariant_.then_outcome;
    const auto level = std::exchange(demands.recommend.at_least, std::nullopt);
    const auto referral = std::exchange(demands.referral.at_least, std::nullopt);
    const auto excludes = std::exchange(demands.excludes, {});
    const auto most = std::exchange(demands.recommend.at_most, std::nullopt);
    const auto most_referral = std::exchange(demands.referral.at_most, std::nullopt);
    if (!says_nothing(demands)) return std::nullopt;
    Decided found;
    bool is_decided = true;
    const auto keep = [&](const std::optional<Cells>& cells) {
      if (cells && (!found.smallest || d_.is_cheaper(*cells, *found.smallest)))
        found.smallest = cells;
    };
    const auto look = [&](const std::function<bool(const Rule&)>& asks, auto may_be_met) {
      for (const Node part : parts) {
        const auto counts = [&](RuleId id) { return asks(pack_.pack.rule(id)); };
        const Cover covered = cover(pack_, part, counts);
        if (!covered.uncovered) continue;
        is_decided = is_decided && !may_be_met(*covered.uncovered);
        keep(covered.uncovered);
      }
    };
    const auto look_beyond = [&](const std::function<bool(const Rule&)>& asks) {
      for (const Node part : parts) {
        for (const Node fires : fired(part, asks)) keep(d_.cheapest(fires));
      }
    };
    const auto never = [](const Cells&) { return false; };
    if (most) look_beyond([&](const Rule& rule) { return rule.recommend > *most; });
    if (most_referral)
      look_beyond([&](const Rule& rule) { return rule.referral > *most_referral; });
    if (level && *level > Recommendation::run) {
      look([&](const Rule& rule) { return rule.recommend >= *level; },
           [&](const Cells& cells) { return pack_.verdict_at(cells).recommendation >= *level; });
    }
    if (referral && *referral > Referral::none) {
      look([&](const Rule& rule) { return rule.referral >= *referral; }, never);
    }
    for (const ActivityId id : excludes) {
      look(
          [&](const Rule& rule) {
            return std::ranges::find(rule.exclude, id) != rule.exclude.end();
          },
          never);
    }
    for (auto raised = Recommendation::run; most && raised <= *most; raised = step(raised, 1)) {
      if (raised == Recommendation::rest) break;
      for (const Node part : parts) {
        const Node stuck = d_.apply(Op::all, part, pack_.outcome.nothing_offered(raised));
        const auto cells = d_.cheapest(stuck);
        if (cells && (!found.smallest || d_.is_cheaper(*cells, *found.smallest)))
          is_decided = false;
      }
    }
    if (level) least_ = std::max(least_, *level);
    if (!is_decided) return std::nullopt;
    return found;
  }

  /// Whether it says no more than that workouts and tips are not given under a recommendation that
  /// they are not for, and some rule leads there.
  bool follows_from_the_level() {
    if (!invariant_.if_outcome) return false;
    OutcomePattern given = *invariant_.if_outcome;
    least_ = std::exchange(given.recommend.at_least, std::nullopt).value_or(Recommendation::run);
    OutcomePattern denied = *invariant_.then_outcome;
    const auto is_for = [&](auto id) { return !is_beyond(levels_of(pack_.pack, id)); };
    std::erase_if(denied.offers_no, std::not_fn(is_for));
    std::erase_if(denied.no_tips, std::not_fn(is_for));
    if (!says_nothing(given) || !says_nothing(denied)) return false;
    const auto leads_there = [&](const Rule& rule) { return rule.recommend >= least_; };
    return std::ranges::any_of(fired(scope(), leads_there),
                               [](Node part) { return part != kFalse; });
  }

  Node scope() {
    const Node scope = invariant_.only ? all_default_but(*invariant_.only) : kTrue;
    if (!invariant_.for_all) return scope;
    return d_.apply(Op::all, scope, pack_.compiler.condition(*invariant_.for_all));
  }

  /// The answers in its scope whose outcome fits `if`: all of them together, or for each rule that
  /// asks for what `if` wants, where that rule fires, which is far less.
  std::vector<Node> premise_of() {
    if (!invariant_.if_outcome) return {scope()};
    std::vector<Node> parts = reached(scope(), *invariant_.if_outcome);
    for (Node& part : parts) {
      least_ = Recommendation::run;
      part = fitting(part, *invariant_.if_outcome);
    }
    return parts;
  }

  /// `scope`, or of it what leads to the level that a pattern wants, each rule's share apart.
  std::vector<Node> reached(Node scope, const OutcomePattern& pattern) {
    const Referral referral = pattern.referral.at_least.value_or(Referral::none);
    const Recommendation level = pattern.recommend.at_least.value_or(Recommendation::run);
    if (referral != Referral::none) {
      return fired(scope, [&](const Rule& rule) { return rule.referral >= referral; });
    }
    if (level == Recommendation::run) return {scope};
    auto parts = fired(scope, [&](const Rule& rule) { return rule.recommend >= level; });
    const Recommendation before = step(level, -1);
    const Node stuck = d_.apply(Op::all, scope, pack_.outcome.nothing_offered(before));
    parts.push_back(pack_.outcome.at_least(before, stuck));
    return parts;
  }

  std::vector<Node> fired(Node scope, const std::function<bool(const Rule&)>& counts) {
    std::vector<Node> parts;
    for (std::uint32_t r = 0; r < pack_.pack.rules.size(); ++r) {
      if (!counts(pack_.pack.rules[r])) continue;
      parts.push_back(d_.apply(Op::all, scope, pack_.outcome.rule({r})));
    }
    return parts;
  }

  /// Where every variable of other questions is at its default.
  Node all_default_but(const std::vector<QuestionId>& only) {
    std::vector<Node> at_default;
    for (std::uint32_t v = 0; v < pack_.pack.variables.size(); ++v) {
      if (std::ranges::find(only, pack_.pack.variable({v}).question) != only.end()) continue;
      at_default.push_back(pack_.at_default({v}));
    }
    return d_.all_of(std::move(at_default));
  }

  /// `where` cut down to where the outcome is of the pattern. Nothing is made for what is not in
  /// `where`, which mostly is small.
  Node fitting(Node where, const OutcomePattern& pattern) {
    JointOutcome& outcome = pack_.outcome;
    where = within(where, pattern.recommend, &Rule::recommend);
    where = within(where, pattern.referral, &Rule::referral);
    for (const ActivityId id : pattern.excludes) {
      where = d_.apply(Op::all, where, outcome.excluded(id));
    }
    for (const auto& group : pattern.offers) {
      std::vector<Node> some;
      for (const WorkoutId id : group.members) some.push_back(outcome.offered(id, where));
      where = d_.any_of(std::move(some));
    }
    for (const WorkoutId id : pattern.offers_no) {
      if (!is_beyond(levels_of(pack_.pack, id))) {
        where = d_.apply(Op::except, where, outcome.offered(id, where));
      }
    }
    for (const TipId id : pattern.no_tips) {
      if (!is_beyond(levels_of(pack_.pack, id))) {
        where = d_.apply(Op::except, where, outcome.shown(id, where));
      }
    }
    return where;
  }

  /// Whether what is recommended everywhere is past all of the runs.
  bool is_beyond(const std::vector<Within>& runs) const {
    return std::ranges::all_of(runs, [&](const Within& run) { return run.last < least_; });
  }

  template <class Level>
  Node within(Node where, const Bounds<Level>& bounds, Level Rule::*asked) {
    if (bounds.at_most) {
      where = d_.apply(Op::except, where, pack_.outcome.above(*bounds.at_most, where));
    }
    if (!bounds.at_least) return where;
    if constexpr (std::is_same_v<Level, Recommendation>) {
      least_ = std::max(least_, *bounds.at_least);
    }
    if (is_asked_for(where, *bounds.at_least, asked)) return where;
    return pack_.outcome.at_least(*bounds.at_least, where);
  }

  /// Whether rules ask for at least a level everywhere in `where`. That mostly takes a rule or two
  /// to see, and all of them joined to deny.
  template <class Level>
  bool is_asked_for(Node where, Level level, Level Rule::*asked) {
    const auto asks = [&](RuleId id) { return pack_.pack.rule(id).*asked >= level; };
    return !cover(pack_, where, asks).uncovered;
  }

  bool carries_over(Node premise) {
    const OutcomePattern& then = *invariant_.then_outcome;
    if (then.recommend.at_most || then.referral.at_most || !then.offers.empty()) return false;
    if (invariant_.if_outcome && !holds_of_one(*invariant_.if_outcome)) return false;
    for (const WorkoutId id : then.offers_no) {
      const auto& levels = pack_.pack.workouts[id.index].offered_for;
      if (may_appear(premise, pack_.outcome.available(id), levels)) return false;
    }
    for (const TipId id : then.no_tips) {
      const auto& levels = pack_.pack.tips[id.index].offered_for;
      if (may_appear(premise, pack_.outcome.allowed(id), levels)) return false;
    }
    return true;
  }

  /// Whether such an outcome of several complaints is one of some of them alone. Escalation may be
  /// nobody's alone; and what two different complaints bring about is no outcome of either.
  bool holds_of_one(const OutcomePattern& pattern) const {
    std::size_t brought_about = pattern.excludes.size();
    if (pattern.referral.at_least) ++brought_about;
    if (invariant_.for_all && reads_complaint(*invariant_.for_all)) ++brought_about;
    return brought_about <= 1 && !pattern.recommend.at_least && pattern.offers.empty() &&
           pattern.offers_no.empty() && pattern.no_tips.empty();
  }

  bool reads_complaint(const Condition& condition) const {
    return std::ranges::any_of(questions_read(pack_.pack, condition), [&](QuestionId id) {
      return pack_.pack.question(id).about == About::complaint;
    });
  }

  /// Whether what is allowed could appear under this recommendation or a more cautious one.
  bool may_appear(Node premise, Node allowed, const std::vector<Recommendation>& levels) {
    const auto highest = levels.empty() ? Recommendation::rest : *std::ranges::max_element(levels);
    if (highest < least_) return false;
    const Node here = d_.apply(Op::all, premise, allowed);
    return d_.apply(Op::except, here, pack_.outcome.above(highest, here)) != kFalse;
  }

  CompiledPack& pack_;
  Diagrams& d_;
  const Invariant& invariant_;
  /// What is recommended at least wherever a pattern fitted so far. Of a part of the premise that
  /// does not fit it says nothing, and nothing more is asked of that.
  Recommendation least_ = Recommendation::run;
};

}  // namespace

Findings check_outcome_invariants(Proving& proving) {
  Findings findings;
  for (const Invariant& invariant : proving.pack().invariants) {
    if (!invariant.then_outcome) continue;
    std::ranges::move(proving.attempt("invariant", invariant.id, invariant.span,
                                      [&](CompiledPack& pack) -> Findings {
                                        return {InvariantProof(pack, invariant).run()};
                                      }),
                      std::back_inserter(findings));
  }
  return findings;
}

}  // namespace runready
