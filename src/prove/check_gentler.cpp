#include <algorithm>
#include <optional>
#include <string>

#include "prove/checks.hpp"
#include "prove/cover.hpp"

// A pack says which activities are gentler than which. Where an answer allows the one, no rule may
// then forbid the other: a run day never forbids a walk. Running is allowed by a recommendation.
//
// What is proved for one complaint holds for several: together they exclude what one of them
// excludes, and recommend nothing that one of them does not.

namespace runready {

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

}  // namespace runready
