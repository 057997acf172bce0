// What a pack allows: what is gentler than what is allowed, and what marks `permits` do.

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "prove/check.hpp"
#include "prove/compiled_pack.hpp"

namespace runready {

// A pack says which activities are gentler than which. Where an answer allows the one, no rule may
// then forbid the other: a run day never forbids a walk. Running is allowed by a recommendation.
//
// What is proved for one complaint holds for several: together they exclude what one of them
// excludes, and recommend nothing that one of them does not.

namespace {

class GentlerChecks {
 public:
  explicit GentlerChecks(CompiledPack& pack) : pack_(pack) {}

  Finding prove(ActivityId id) {
    using enum Finding::Verdict;
    const Activity& activity = pack_.pack.activities[id.index];
    std::optional<Cells> smallest;
    ActivityId allowed;
    for (const ActivityId than : activity.gentler_than) {
      const auto cells = smallest_allowed(than, pack_.outcome.excluded(id));
      if (!cells || (smallest && pack_.diagrams.cost(*cells) >= pack_.diagrams.cost(*smallest)))
        continue;
      smallest = cells;
      allowed = than;
    }
    if (!smallest) return finding_of(proved, "gentler", activity.id, activity.span);
    Finding finding = finding_of(refuted, "gentler", activity.id, activity.span,
                                 "is excluded" + excluding_rules(id, *smallest) + " where `" +
                                     pack_.pack.activities[allowed.index].id +
                                     "`, than which it is gentler, is allowed");
    finding.example = pack_.example_at(*smallest);
    return finding;
  }

 private:
  /// The smallest answers in `where` for which an activity is allowed. What a cover leaves first is
  /// that, unless a recommendation is raised there for want of workouts.
  std::optional<Cells> smallest_allowed(ActivityId id, Node where) {
    const bool runs = id == pack_.pack.running;
    if (!runs) where = pack_.diagrams.apply(Op::except, where, pack_.outcome.excluded(id));
    const Recommendation forbids = runs ? Recommendation::cross_train : Recommendation::rest;
    const auto asks = [&](RuleId rule) { return pack_.pack.rule(rule).recommend >= forbids; };
    const Cover covered = cover(pack_, where, asks);
    if (!covered.uncovered) return std::nullopt;
    if (pack_.verdict_at(*covered.uncovered).recommendation < forbids) return covered.uncovered;
    return pack_.diagrams.cheapest(
        pack_.diagrams.apply(Op::except, where, pack_.outcome.at_least(forbids, where)));
  }

  /// " by `sore-shin` and `swollen`"
  std::string excluding_rules(ActivityId id, const Cells& cells) {
    std::string rules;
    for (const RuleId rule : pack_.rules_firing_at(cells)) {
      const auto& excludes = pack_.pack.rule(rule).exclude;
      if (std::ranges::find(excludes, id) == excludes.end()) continue;
      rules += (rules.empty() ? " by `" : " and `") + pack_.pack.rule(rule).id + "`";
    }
    return rules;
  }

  CompiledPack& pack_;
};

}  // namespace

Findings check_gentler(Proving& proving) {
  Findings findings;
  for (std::uint32_t a = 0; a < proving.pack().activities.size(); ++a) {
    const Activity& activity = proving.pack().activities[a];
    if (activity.gentler_than.empty()) continue;
    const auto prove_one = [&](CompiledPack& pack) -> Findings {
      return {GentlerChecks(pack).prove({a})};
    };
    std::ranges::move(proving.attempt("gentler", activity.id, activity.span, prove_one),
                      std::back_inserter(findings));
  }
  return findings;
}

// What each mark `permits` does: which rules a marked reply switches off that would fire without
// it, and answers for which it allows more. A mark that allows nothing is worth a word.

namespace {

/// A reply that is marked, or a question that is marked as a whole.
struct Mark {
  QuestionId question;
  std::optional<std::uint32_t> option;
};

std::vector<Mark> marks_of(const Pack& pack) {
  std::vector<Mark> marks;
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const Question& question = pack.questions[q];
    if (question.permits) marks.push_back({{q}, std::nullopt});
    for (std::uint32_t i = 0; i < question.options.size(); ++i) {
      if (question.options[i].permits) marks.push_back({{q}, i});
    }
  }
  return marks;
}

/// "`warmup` `better`" without its backticks: what the finding is about.
std::string name_of(const Pack& pack, const Mark& mark) {
  const Question& question = pack.question(mark.question);
  return mark.option ? question.id + " " + question.options[*mark.option].id : question.id;
}

class PermitCheck {
 public:
  PermitCheck(CompiledPack& pack, const Mark& mark)
      : pack_(pack), mark_(mark), without_(pack.diagrams.levels().size(), kFree) {
    const Question& question = pack.pack.question(mark.question);
    std::vector<Node> told;
    for (const VariableId id : variables()) {
      const std::uint32_t level = pack.readings()[id.index].level;
      without_[level] = pack.diagrams.levels()[level].default_cell;
      told.push_back(is_marked(question, id));
    }
    Diagrams& d = pack.diagrams;
    const Node together = d.all_of(pack.told_together(mark.question));
    where_ = d.all_of({d.any_of(std::move(told)), together, d.restrict(together, without_)});
  }

  Finding prove() {
    using enum Finding::Verdict;
    const Question& question = pack_.pack.question(mark_.question);
    Finding finding = finding_of(proved, "permits", name_of(pack_.pack, mark_), question.span);
    std::vector<SwitchedOff> off;
    for (std::uint32_t r = 0; r < pack_.pack.rules.size(); ++r) {
      const Node where = lost(pack_.outcome.rule({r}));
      if (where == kFalse) continue;
      finding.rules.push_back({r});
      off.push_back({{r}, where});
    }
    if (const auto cells = smallest(off)) {
      finding.example = pack_.example_at(*cells);
      finding.compared_with = pack_.example_at(without(*cells));
    } else {
      finding.verdict = warning;
      finding.message = "allows nothing that silence does not";
    }
    return finding;
  }

 private:
  /// The variables that the mark is about: of a list that of the option.
  std::vector<VariableId> variables() const {
    const Question& question = pack_.pack.question(mark_.question);
    const std::uint32_t first = question.first_variable.index;
    if (question.type == QuestionType::multi_choice && mark_.option)
      return {{first + *mark_.option}};
    std::vector<VariableId> all;
    for (std::uint32_t i = 0; i < question.variable_count; ++i) all.push_back({first + i});
    return all;
  }

  /// Where the variable has a value that is marked.
  Node is_marked(const Question& question, VariableId id) {
    const Reading& reading = pack_.readings()[id.index];
    const bool one_option = question.type == QuestionType::choice && mark_.option;
    std::vector<Node> children;
    for (const std::int32_t value : reading.values) {
      const bool marked = one_option ? value == static_cast<std::int32_t>(*mark_.option)
                                     : permits(question, pack_.pack.variable(id), value);
      children.push_back(marked ? kTrue : kFalse);
    }
    return pack_.diagrams.make(reading.level, children);
  }

  /// Where a truth is lost by telling what is marked.
  Node lost(Node truth) {
    const Node before = pack_.diagrams.restrict(truth, without_);
    if (before == truth) return kFalse;
    return pack_.diagrams.apply(Op::all, pack_.diagrams.apply(Op::except, before, truth), where_);
  }

  struct SwitchedOff {
    RuleId rule;
    Node where;
  };

  /// The smallest answers for which the mark allows more. Either a rule is switched off, and what
  /// is left leads to less: to a level for which something is offered and past which no rule goes,
  /// say. Or something is offered again for a level past which no rule goes. A cover finds each
  /// without the large diagrams of outcomes.
  std::optional<Cells> smallest(const std::vector<SwitchedOff>& off) {
    Diagrams& d = pack_.diagrams;
    std::optional<Cells> best;
    const auto look = [&](Node where, const std::function<bool(const Rule&)>& asks) {
      const auto counts = [&](RuleId id) { return asks(pack_.pack.rule(id)); };
      if (const Cover left = cover(pack_, where, counts, {}, best); left.uncovered) {
        best = left.uncovered;
      }
    };
    for (const auto& [id, where] : off) {
      const Rule& rule = pack_.pack.rule(id);
      for (auto less = Recommendation::run; less < rule.recommend; less = step(less, 1)) {
        look(d.apply(Op::except, where, pack_.outcome.nothing_offered(less)),
             [&](const Rule& other) { return other.recommend > less; });
      }
      if (rule.referral > Referral::none) {
        look(where, [&](const Rule& other) { return other.referral >= rule.referral; });
      }
      for (const ActivityId activity : rule.exclude) {
        look(where, [&](const Rule& other) {
          return std::ranges::find(other.exclude, activity) != other.exclude.end();
        });
      }
    }
    for (auto level = Recommendation::run; level < Recommendation::rest; level = step(level, 1)) {
      const auto goes_past = [&](const Rule& other) { return other.recommend > level; };
      for (const Node where : stuck_without(level, best)) look(where, goes_past);
    }
    return best;
  }

  /// Where something is offered for a level, and without the mark nothing is for it and for all
  /// before it from one that some rule asks for: each of these rules' share apart. Only what may
  /// have answers smaller than `best`.
  std::vector<Node> stuck_without(Recommendation level, const std::optional<Cells>& best) {
    Diagrams& d = pack_.diagrams;
    const auto has_smaller = [&](Node where) {
      const auto cells = d.cheapest(where);
      return cells && (!best || d.is_cheaper(*cells, *best));
    };
    std::vector<Node> shares;
    Node stuck = lost(pack_.outcome.nothing_offered(level));
    for (auto from = level; has_smaller(stuck); from = step(from, -1)) {
      if (from == Recommendation::run) {
        shares.push_back(stuck);
        return shares;
      }
      for (std::uint32_t r = 0; r < pack_.pack.rules.size(); ++r) {
        if (pack_.pack.rules[r].recommend < from) continue;
        shares.push_back(d.apply(Op::all, stuck, d.restrict(pack_.outcome.rule({r}), without_)));
      }
      const Node before = pack_.outcome.nothing_offered(step(from, -1));
      stuck = d.apply(Op::all, stuck, d.restrict(before, without_));
    }
    return shares;
  }

  Cells without(Cells cells) const {
    for (std::size_t level = 0; level < cells.size(); ++level) {
      if (without_[level] != kFree) cells[level] = without_[level];
    }
    return cells;
  }

  CompiledPack& pack_;
  Mark mark_;
  Cells without_;  ///< the default where the mark is about, free elsewhere
  Node where_ = kFalse;
};

}  // namespace

Findings check_permits(Proving& proving) {
  Findings findings;
  for (const Mark& mark : marks_of(proving.pack())) {
    const Span span = proving.pack().question(mark.question).span;
    const auto prove_one = [&](CompiledPack& pack) -> Findings {
      return {PermitCheck(pack, mark).prove()};
    };
    std::ranges::move(proving.attempt("permits", name_of(proving.pack(), mark), span, prove_one),
                      std::back_inserter(findings));
  }
  return findings;
}

}  // namespace runready
