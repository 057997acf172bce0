#include <algorithm>
#include <string>
#include <utility>

#include "prove/checks.hpp"
#include "prove/conditions.hpp"

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

class InvariantProof {
 public:
  InvariantProof(CompiledPack& pack, const Invariant& invariant)
      : pack_(pack), d_(pack.diagrams), invariant_(invariant) {
    if (invariant.only) fix_all_but(*invariant.only);
  }

  Finding run() {
    Finding finding{Finding::Verdict::proved, "invariant", invariant_.id, "",
                    invariant_.span,          {},          false};
    const Node premise = premise_of();
    if (premise == kFalse) {
      finding.verdict = Finding::Verdict::warning;
      finding.message = "says nothing: no answers meet its condition";
      return finding;
    }
    const OutcomePattern& then = *invariant_.then_outcome;
    const Node broken = some_violated(premise, parts(then));
    if (auto cells = d_.cheapest(broken)) {
      apply_fixed(*cells);
      finding.verdict = Finding::Verdict::refuted;
      finding.example = pack_.example_at(*cells);
      finding.message = "does not hold: some answers give " + finding.example->found;
      return finding;
    }
    finding.one_complaint = !carries_over(premise);
    return finding;
  }

 private:
  /// Every variable of other questions at its default.
  void fix_all_but(const std::vector<QuestionId>& only) {
    fixed_.assign(d_.levels().size(), kFree);
    for (std::uint32_t v = 0; v < pack_.pack.variables.size(); ++v) {
      if (std::ranges::find(only, pack_.pack.variable({v}).question) != only.end()) continue;
      const std::uint32_t level = pack_.readings()[v].level;
      fixed_[level] = d_.levels()[level].default_cell;
    }
  }

  void apply_fixed(Cells& cells) const {
    for (std::size_t level = 0; level < fixed_.size(); ++level) {
      if (fixed_[level] != kFree) cells[level] = fixed_[level];
    }
  }

  Node in_scope(Node node) { return fixed_.empty() ? node : d_.restrict(node, fixed_); }

  Node premise_of() {
    Node premise = kTrue;
    if (invariant_.for_all) premise = in_scope(pack_.compiler.condition(*invariant_.for_all));
    if (!invariant_.if_outcome) return premise;
    for (const Node part : parts(*invariant_.if_outcome)) {
      premise = d_.apply(Op::all, premise, part);
    }
    return premise;
  }

  /// Where the premise holds and some part of the conclusion does not.
  Node some_violated(Node premise, const std::vector<Node>& conclusion) {
    Node broken = kFalse;
    for (const Node part : conclusion) {
      broken = d_.apply(Op::any, broken, d_.apply(Op::all, premise, d_.negate(part)));
    }
    return broken;
  }

  template <class Level>
  void add_bounds(const Bounds<Level>& bounds, Node given, std::vector<Node>& parts) {
    if (bounds.at_least) {
      parts.push_back(d_.negate(d_.apply(Op::less, given, static_cast<Node>(*bounds.at_least))));
    }
    if (bounds.at_most) {
      parts.push_back(d_.negate(d_.apply(Op::less, static_cast<Node>(*bounds.at_most), given)));
    }
  }

  /// What a pattern says, one truth a part.
  std::vector<Node> parts(const OutcomePattern& pattern) {
    std::vector<Node> parts;
    if (says_any(pattern.recommend)) {
      add_bounds(pattern.recommend, in_scope(pack_.outcome.recommendation()), parts);
    }
    if (says_any(pattern.referral)) {
      add_bounds(pattern.referral, in_scope(pack_.outcome.referral()), parts);
    }
    for (const ActivityId id : pattern.excludes) {
      parts.push_back(in_scope(pack_.outcome.excluded(id)));
    }
    for (const auto& group : pattern.offers) {
      std::vector<Node> some;
      for (const WorkoutId id : group.members) {
        some.push_back(in_scope(pack_.outcome.offered(id)));
      }
      parts.push_back(d_.join(Op::any, std::move(some), kFalse));
    }
    for (const WorkoutId id : pattern.offers_no) {
      parts.push_back(d_.negate(in_scope(pack_.outcome.offered(id))));
    }
    for (const TipId id : pattern.no_tips) {
      parts.push_back(d_.negate(in_scope(pack_.outcome.shown(id))));
    }
    return parts;
  }

  template <class Level>
  static bool says_any(const Bounds<Level>& bounds) {
    return bounds.at_least || bounds.at_most;
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
    const Node too_cautious =
        d_.apply(Op::less, static_cast<Node>(highest), in_scope(pack_.outcome.recommendation()));
    const Node here = d_.apply(Op::all, premise, in_scope(allowed));
    return d_.apply(Op::all, here, d_.negate(too_cautious)) != kFalse;
  }

  CompiledPack& pack_;
  Diagrams& d_;
  const Invariant& invariant_;
  Cells fixed_;
};

}  // namespace

Findings check_outcome_invariants(CompiledPack& pack) {
  Findings findings;
  for (const Invariant& invariant : pack.pack.invariants) {
    if (!invariant.then_outcome) continue;
    std::ranges::move(
        within_budget("invariant", invariant.id, invariant.span,
                      [&]() -> Findings { return {InvariantProof(pack, invariant).run()}; }),
        std::back_inserter(findings));
  }
  return findings;
}

}  // namespace runready
