#include "prove/joint.hpp"

#include <algorithm>

namespace runready {

namespace {

constexpr Node terminal(Recommendation level) { return static_cast<Node>(level); }

template <class Make>
Node cached(std::optional<Node>& slot, Make make) {
  if (!slot) slot = make();
  return *slot;
}

/// The highest level that a rule which holds asks for.
template <class Level>
Node highest_asked(const Pack& pack, Diagrams& diagrams, JointOutcome& outcome, Level Rule::*asked,
                   std::size_t levels) {
  std::vector<std::vector<Node>> by_level(levels);
  for (std::uint32_t r = 0; r < pack.rules.size(); ++r) {
    const auto level = static_cast<std::size_t>(pack.rules[r].*asked);
    if (level > 0) by_level[level].push_back(outcome.rule({r}));
  }
  Node highest = kFalse;
  for (std::size_t level = 1; level < levels; ++level) {
    const Node some = diagrams.join(Op::any, std::move(by_level[level]), kFalse);
    highest = diagrams.apply(Op::max, highest,
                             diagrams.apply(Op::product, some, static_cast<Node>(level)));
  }
  return highest;
}

}  // namespace

JointOutcome::JointOutcome(const Pack& pack, std::span<Compiler> complaints, Diagrams& diagrams)
    : pack_(pack),
      complaints_(complaints),
      diagrams_(diagrams),
      rules_(pack.rules.size()),
      excluded_(pack.activities.size()),
      available_(pack.workouts.size()),
      offered_(pack.workouts.size()),
      allowed_(pack.tips.size()),
      shown_(pack.tips.size()) {}

Node JointOutcome::rule(RuleId id) {
  return cached(rules_[id.index], [&] {
    std::vector<Node> fires;
    for (Compiler& complaint : complaints_) {
      fires.push_back(complaint.condition(pack_.rule(id).when));
      if (!pack_.rule(id).reads_complaint) break;
    }
    return diagrams_.join(Op::any, std::move(fires), kFalse);
  });
}

Node JointOutcome::floor() {
  return cached(floor_, [&] {
    return highest_asked(pack_, diagrams_, *this, &Rule::recommend, kRecommendationNames.size());
  });
}

Node JointOutcome::referral() {
  return cached(referral_, [&] {
    return highest_asked(pack_, diagrams_, *this, &Rule::referral, kReferralNames.size());
  });
}

Node JointOutcome::excluded(ActivityId id) {
  return cached(excluded_[id.index], [&] {
    std::vector<Node> bars;
    for (std::uint32_t r = 0; r < pack_.rules.size(); ++r) {
      const auto& excludes = pack_.rules[r].exclude;
      if (std::ranges::find(excludes, id) != excludes.end()) bars.push_back(rule({r}));
    }
    return diagrams_.join(Op::any, std::move(bars), kFalse);
  });
}

/// Whether `when` holds and `unless` does not, for every complaint. What is unknown is harmful: a
/// `when` must certainly hold, an `unless` certainly not.
Node JointOutcome::admitted(const std::optional<Condition>& when,
                            const std::optional<Condition>& unless) {
  std::vector<Node> needed;
  for (Compiler& complaint : complaints_) {
    if (when) needed.push_back(complaint.condition(*when, false));
    if (unless) needed.push_back(diagrams_.negate(complaint.condition(*unless, true)));
  }
  return diagrams_.join(Op::all, std::move(needed), kTrue);
}

Node JointOutcome::available(WorkoutId id) {
  return cached(available_[id.index], [&] {
    const Workout& workout = pack_.workouts[id.index];
    return diagrams_.apply(Op::all, admitted(workout.when, workout.unless),
                           diagrams_.negate(excluded(workout.activity)));
  });
}

Node JointOutcome::recommendation() {
  return cached(recommendation_, [&] { return escalate(); });
}

Node JointOutcome::escalate() {
  Node level = floor();
  for (const auto here :
       {Recommendation::run, Recommendation::easy_run, Recommendation::cross_train}) {
    const Node is_here = diagrams_.apply(Op::equal, level, terminal(here));
    const Node stuck = nothing_offered(here, is_here);
    level =
        diagrams_.apply(Op::max, level, diagrams_.apply(Op::product, stuck, terminal(here) + 1));
  }
  return level;
}

/// Where nothing is offered for a level, looked for only in `where`: most of the space is not
/// there, which keeps the diagrams small.
Node JointOutcome::nothing_offered(Recommendation level, Node where) {
  if (level == Recommendation::run) {
    where = pack_.running ? diagrams_.apply(Op::all, where, excluded(*pack_.running)) : kFalse;
  }
  for (std::uint32_t w = 0; w < pack_.workouts.size() && where != kFalse; ++w) {
    const auto& levels = pack_.workouts[w].offered_for;
    if (std::ranges::find(levels, level) == levels.end()) continue;
    where = diagrams_.apply(Op::all, where, diagrams_.negate(available({w})));
  }
  return where;
}

/// Whether the recommendation is one of `levels`.
Node JointOutcome::is_for(const std::vector<Recommendation>& levels) {
  std::vector<Node> some;
  for (const Recommendation level : levels) {
    some.push_back(diagrams_.apply(Op::equal, recommendation(), terminal(level)));
  }
  return diagrams_.join(Op::any, std::move(some), kFalse);
}

Node JointOutcome::offered(WorkoutId id) {
  return cached(offered_[id.index], [&] {
    std::vector<Recommendation> levels = pack_.workouts[id.index].offered_for;
    std::erase(levels, Recommendation::rest);
    const Node fits = is_for(levels);
    return fits == kFalse ? kFalse : diagrams_.apply(Op::all, fits, available(id));
  });
}

Node JointOutcome::allowed(TipId id) {
  return cached(allowed_[id.index],
                [&] { return admitted(pack_.tips[id.index].when, pack_.tips[id.index].unless); });
}

Node JointOutcome::shown(TipId id) {
  return cached(shown_[id.index], [&] {
    const auto& levels = pack_.tips[id.index].offered_for;
    return diagrams_.apply(Op::all, levels.empty() ? kTrue : is_for(levels), allowed(id));
  });
}

}  // namespace runready
