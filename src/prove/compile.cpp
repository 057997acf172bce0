#include "prove/compile.hpp"

#include <algorithm>

#include "rules/condition.hpp"

namespace runready {

namespace {

bool may_be_unknown(const Reading& reading) {
  return reading.kind == Reading::Kind::unknown ||
         (reading.kind == Reading::Kind::level && reading.values.front() == kUnknown);
}

}  // namespace

Compiler::Compiler(const Pack& pack, const Readings& readings, Diagrams& diagrams)
    : pack_(pack),
      readings_(readings),
      diagrams_(diagrams),
      some_unknown_(std::ranges::any_of(readings, may_be_unknown)),
      parts_(pack.terms.size() + pack.questions.size()) {}

Node Compiler::condition(const Condition& condition, bool if_unknown) {
  prepare(condition);
  return build(condition, if_unknown);
}

Node Compiler::gate(QuestionId question) {
  const auto& when = pack_.question(question).when;
  return when ? condition(*when) : kTrue;
}

// --- Terms and gates, each made once, after those it reads -----------------------------------
// Chains of them may be as long as the pack, so they are followed with a stack of our own.

const Condition* Compiler::condition_of(PartId part) const {
  if (part < pack_.terms.size()) return &pack_.terms[part].when;
  const auto& gate = pack_.questions[part - pack_.terms.size()].when;
  return gate ? &*gate : nullptr;
}

std::vector<Compiler::PartId> Compiler::unmade_parts(const Condition& condition) const {
  std::vector<PartId> parts;
  const auto add = [&](PartId part) {
    if (!parts_[part].is_made()) parts.push_back(part);
  };
  for_each_read(
      condition, [&](NamedTerm term) { add(part_of(term.id)); },
      [&](const Condition& test) {
        const PartId part = part_of(pack_.variable(test.variable).question);
        if (condition_of(part) != nullptr) add(part);
      });
  return parts;
}

void Compiler::prepare(const Condition& condition) {
  std::vector<PartId> open = unmade_parts(condition);
  while (!open.empty()) {
    const PartId part = open.back();
    const std::vector<PartId> needed =
        parts_[part].is_made() ? std::vector<PartId>() : unmade_parts(*condition_of(part));
    if (!needed.empty()) {
      open.insert(open.end(), needed.begin(), needed.end());
      continue;
    }
    if (!parts_[part].is_made()) parts_[part] = made(*condition_of(part));
    open.pop_back();
  }
}

Compiler::Part Compiler::made(const Condition& condition) {
  const Node counted = build(condition, true);
  return {{some_unknown_ ? build(condition, false) : counted, counted}};
}

// --- Conditions whose parts are made ---------------------------------------------------------

Node Compiler::build(const Condition& condition, bool if_unknown) {
  return visit(
      condition,
      [&](Joined joined) {
        std::vector<Node> nodes;
        for (const Condition& c : joined.operands) nodes.push_back(build(c, if_unknown));
        return joined.all ? diagrams_.all_of(std::move(nodes)) : diagrams_.any_of(std::move(nodes));
      },
      [&](Negated negated) { return diagrams_.negate(build(negated.operand, !if_unknown)); },
      [&](NamedTerm term) { return *parts_[part_of(term.id)].if_unknown[if_unknown]; },
      [&](const Condition& test) { return build_test(test, if_unknown); });
}

Node Compiler::build_test(const Condition& test, bool if_unknown) {
  const Variable& variable = pack_.variable(test.variable);
  const Node open_test = build_open_test(test, readings_[test.variable.index], if_unknown);
  const PartId gate = part_of(variable.question);
  if (condition_of(gate) == nullptr) return open_test;
  const Node is_open = *parts_[gate].if_unknown[true];
  return accepts(test, variable.default_value)
             ? diagrams_.apply(Op::any, diagrams_.negate(is_open), open_test)
             : diagrams_.apply(Op::all, is_open, open_test);
}

/// The test where its question applies.
Node Compiler::build_open_test(const Condition& test, const Reading& reading, bool if_unknown) {
  if (reading.kind == Reading::Kind::unknown) return if_unknown ? kTrue : kFalse;
  if (reading.kind == Reading::Kind::constant) return accepts(test, reading.value);
  std::vector<Node> children;
  for (const std::int32_t value : reading.values) {
    children.push_back(value == kUnknown ? if_unknown : accepts(test, value));
  }
  return diagrams_.make(reading.level, children);
}

namespace {

constexpr std::size_t kRuleShare = 4;  ///< a rule may take that part of the budget
constexpr std::size_t kPartShare = 2;  ///< and any other

template <class Level>
OutcomePart part_of(OutcomePart::Kind kind, Level level) {
  return {kind, static_cast<std::uint32_t>(level)};
}

}  // namespace

JointOutcome::JointOutcome(const Pack& pack, std::span<Compiler> complaints, Diagrams& diagrams)
    : pack_(pack),
      complaints_(complaints),
      diagrams_(diagrams),
      rules_(pack.rules.size()),
      recommendations_(kRecommendationNames.size()),
      referrals_(kReferralNames.size()),
      excluded_(pack.activities.size()),
      available_(pack.workouts.size()),
      allowed_(pack.tips.size()),
      floors_(kRecommendationNames.size()),
      nothing_offered_(kRecommendationNames.size()) {}

JointOutcome::JointOutcome(JointOutcome& whole, Cells fixed)
    : JointOutcome(whole.pack_, whole.complaints_, whole.diagrams_) {
  fixed_ = std::move(fixed);
  std::vector<Node> rules;
  for (std::uint32_t r = 0; r < pack_.rules.size(); ++r) rules.push_back(whole.rule({r}));
  rules = diagrams_.restrict(rules, fixed_);
  for (std::size_t r = 0; r < rules.size(); ++r) rules_[r].node = rules[r];
}

JointOutcome::Slot& JointOutcome::slot_of(OutcomePart part) {
  switch (part.kind) {
    case OutcomePart::Kind::rule:
      return rules_[part.index];
    case OutcomePart::Kind::recommendation:
      return recommendations_[part.index];
    case OutcomePart::Kind::referral:
      return referrals_[part.index];
    case OutcomePart::Kind::exclusion:
      return excluded_[part.index];
    case OutcomePart::Kind::workout:
      return available_[part.index];
    case OutcomePart::Kind::tip:
      break;
  }
  return allowed_[part.index];
}

template <class Make>
Node JointOutcome::part(OutcomePart part, Make make) {
  Slot& slot = slot_of(part);
  if (slot.node) return *slot.node;
  if (slot.is_shunned) throw PartTooLarge(part);
  const Budget& whole = diagrams_.budget();
  const bool is_rule = part.kind == OutcomePart::Kind::rule;
  const Diagrams::Allowance allowance(diagrams_, is_rule ? whole / kRuleShare : whole);
  try {
    slot.node = make();
  } catch (const PartTooLarge&) {
    throw;
  } catch (const BudgetExceeded&) {
    if (allowance.has_taken(whole / (is_rule ? kRuleShare : kPartShare))) throw PartTooLarge(part);
    throw;
  }
  return *slot.node;
}

Node JointOutcome::rule(RuleId id) {
  return part({OutcomePart::Kind::rule, id.index}, [&] {
    std::vector<Node> fires;
    for (Compiler& complaint : complaints_) {
      fires.push_back(complaint.condition(pack_.rule(id).when));
      if (!pack_.rule(id).reads_complaint) break;
    }
    return diagrams_.any_of(std::move(fires));
  });
}

/// `where` cut down to where some rule that fires asks for at least a level.
template <class Level>
Node JointOutcome::some_ask(Level Rule::*asked, Level level, Node where) {
  if (level == Level{}) return where;
  std::vector<Node> rules;
  for (std::uint32_t r = 0; r < pack_.rules.size(); ++r) {
    if (pack_.rules[r].*asked < level) continue;
    rules.push_back(diagrams_.apply(Op::all, where, rule({r})));
  }
  return diagrams_.any_of(std::move(rules));
}

Node JointOutcome::floor_at_least(Recommendation level) {
  std::optional<Node>& floor = floors_[static_cast<std::size_t>(level)];
  if (!floor) floor = some_ask(&Rule::recommend, level, kTrue);
  return *floor;
}

Node JointOutcome::at_least(Referral level) {
  return part(part_of(OutcomePart::Kind::referral, level),
              [&] { return some_ask(&Rule::referral, level, kTrue); });
}

/// A level is recommended at least where a rule asks for it, and where the one before is and
/// nothing is offered for that.
Node JointOutcome::at_least(Recommendation level) {
  return part(part_of(OutcomePart::Kind::recommendation, level), [&] {
    if (floor_at_least(level) == kTrue) return kTrue;
    const Recommendation before = step(level, -1);
    const Node stuck = diagrams_.apply(Op::all, nothing_offered(before), at_least(before));
    return diagrams_.apply(Op::any, floor_at_least(level), stuck);
  });
}

Node JointOutcome::at_least(Referral level, Node where) {
  const Slot& whole = slot_of(part_of(OutcomePart::Kind::referral, level));
  return whole.node ? diagrams_.apply(Op::all, where, *whole.node)
                    : some_ask(&Rule::referral, level, where);
}

Node JointOutcome::at_least(Recommendation level, Node where) {
  if (level == Recommendation::run) return where;
  const Slot& whole = slot_of(part_of(OutcomePart::Kind::recommendation, level));
  if (whole.node) return diagrams_.apply(Op::all, where, *whole.node);
  const Recommendation before = step(level, -1);
  const Node stuck = at_least(before, diagrams_.apply(Op::all, where, nothing_offered(before)));
  return diagrams_.apply(Op::any, some_ask(&Rule::recommend, level, where), stuck);
}

Node JointOutcome::above(Recommendation level, Node where) {
  return level == Recommendation::rest ? kFalse : at_least(step(level, 1), where);
}

Node JointOutcome::above(Referral level, Node where) {
  return level == Referral::emergency ? kFalse : at_least(step(level, 1), where);
}

Node JointOutcome::above(Recommendation level) {
  return level == Recommendation::rest ? kFalse : at_least(step(level, 1));
}

Node JointOutcome::above(Referral level) {
  return level == Referral::emergency ? kFalse : at_least(step(level, 1));
}

Node JointOutcome::nothing_offered(Recommendation level) {
  std::optional<Node>& nothing = nothing_offered_[static_cast<std::size_t>(level)];
  if (nothing) return *nothing;
  std::vector<Node> some;
  if (level == Recommendation::run) {
    some.push_back(pack_.running ? diagrams_.negate(excluded(*pack_.running)) : kTrue);
  }
  for (std::uint32_t w = 0; w < pack_.workouts.size(); ++w) {
    const auto& levels = pack_.workouts[w].offered_for;
    if (std::ranges::find(levels, level) != levels.end()) some.push_back(available({w}));
  }
  nothing = diagrams_.negate(diagrams_.any_of(std::move(some)));
  return *nothing;
}

Node JointOutcome::excluded(ActivityId id) {
  return part({OutcomePart::Kind::exclusion, id.index}, [&] {
    std::vector<Node> bars;
    for (std::uint32_t r = 0; r < pack_.rules.size(); ++r) {
      const auto& excludes = pack_.rules[r].exclude;
      if (std::ranges::find(excludes, id) != excludes.end()) bars.push_back(rule({r}));
    }
    return diagrams_.any_of(std::move(bars));
  });
}

/// Whether `when` holds and `unless` does not, for every complaint. What is unknown is harmful: a
/// `when` must certainly hold, an `unless` certainly not.
Node JointOutcome::admitted(const std::optional<Condition>& when,
                            const std::optional<Condition>& unless) {
  Node admitted = kTrue;
  for (Compiler& complaint : complaints_) {
    if (when) admitted = diagrams_.apply(Op::all, admitted, complaint.condition(*when, false));
    if (unless) admitted = diagrams_.apply(Op::except, admitted, complaint.condition(*unless));
  }
  return fixed_.empty() ? admitted : diagrams_.restrict(admitted, fixed_);
}

Node JointOutcome::available(WorkoutId id) {
  return part({OutcomePart::Kind::workout, id.index}, [&] {
    const Workout& workout = pack_.workouts[id.index];
    return diagrams_.apply(Op::except, admitted(workout.when, workout.unless),
                           excluded(workout.activity));
  });
}

Node JointOutcome::allowed(TipId id) {
  return part({OutcomePart::Kind::tip, id.index},
              [&] { return admitted(pack_.tips[id.index].when, pack_.tips[id.index].unless); });
}

Node JointOutcome::within(Node where, const std::vector<Within>& levels) {
  std::vector<Node> runs;
  for (const Within& run : levels) {
    const Node reached = at_least(run.first, where);
    runs.push_back(diagrams_.apply(Op::except, reached, above(run.last, reached)));
  }
  return diagrams_.any_of(std::move(runs));
}

Node JointOutcome::offered(WorkoutId id, Node where) {
  return within(diagrams_.apply(Op::all, where, available(id)), levels_of(pack_, id));
}

Node JointOutcome::shown(TipId id, Node where) {
  return within(diagrams_.apply(Op::all, where, allowed(id)), levels_of(pack_, id));
}

std::vector<Within> runs_of(std::vector<Recommendation> levels) {
  std::ranges::sort(levels);
  std::vector<Within> runs;
  for (const Recommendation level : levels) {
    const bool goes_on = !runs.empty() && level <= step(runs.back().last, 1);
    if (!goes_on) runs.push_back({level, level});
    runs.back().last = level;
  }
  return runs;
}

std::vector<Within> levels_of(const Pack& pack, WorkoutId id) {
  std::vector<Recommendation> levels = pack.workouts[id.index].offered_for;
  std::erase(levels, Recommendation::rest);
  return runs_of(std::move(levels));
}

std::vector<Within> levels_of(const Pack& pack, TipId id) {
  const auto& levels = pack.tips[id.index].offered_for;
  return levels.empty() ? std::vector<Within>{{}} : runs_of(levels);
}

}  // namespace runready
