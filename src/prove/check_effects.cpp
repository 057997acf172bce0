#include <algorithm>
#include <functional>
#include <string>

#include "prove/checks.hpp"

// A rule has an effect if, somewhere, it asks for something that no other rule which fires there
// asks for. At the smallest answers that make it fire that is nearly always so, and a look at the
// other rules there shows it. Only where it is not, the diagram of the rule is cut down by every
// rule that asks for as much: what is left is where the rule decides, and if nothing is left the
// rules that cut are those that cover it.

namespace runready {

namespace {

/// Whether another rule asks for what this one asks for.
using Covers = std::function<bool(const Rule&)>;

/// The single things a rule demands, each as what it takes to demand it too.
std::vector<Covers> demands(const Rule& rule) {
  std::vector<Covers> all;
  if (rule.recommend > Recommendation::run) {
    all.push_back([level = rule.recommend](const Rule& r) { return r.recommend >= level; });
  }
  if (rule.referral > Referral::none) {
    all.push_back([level = rule.referral](const Rule& r) { return r.referral >= level; });
  }
  for (const ActivityId activity : rule.exclude) {
    all.push_back([activity](const Rule& r) {
      return std::ranges::find(r.exclude, activity) != r.exclude.end();
    });
  }
  if (rule.recheck_hours) {
    all.push_back(
        [hours = *rule.recheck_hours](const Rule& r) { return r.recheck_hours >= hours; });
  }
  return all;
}

class Effects {
 public:
  Effects(CompiledPack& pack, RuleId id)
      : pack_(pack), id_(id), rule_(pack.pack.rule(id)), fires_(pack.outcome.rule(id)) {}

  Finding run() {
    Finding finding{Finding::Verdict::proved, "no-effect", rule_.id, "", rule_.span, {}, false};
    if (fires_ == kFalse || decides_at_smallest()) return finding;
    std::vector<RuleId> covering = covering_all();
    if (covering.empty()) covering = covering_each();
    if (covering.empty()) return finding;
    finding.message = words(covering);
    if (rule_.explains) {
      finding.message += ", kept for its reason";
    } else {
      finding.verdict = Finding::Verdict::warning;
    }
    return finding;
  }

 private:
  bool decides_at_smallest() {
    const Cells cells = *pack_.diagrams.cheapest(fires_);
    return std::ranges::any_of(demands(rule_), [&](const Covers& covers) {
      return std::ranges::none_of(others(covers), [&](RuleId other) {
        return pack_.diagrams.value_at(pack_.outcome.rule(other), cells) == kTrue;
      });
    });
  }

  std::vector<RuleId> others(const Covers& covers) const {
    std::vector<RuleId> found;
    for (std::uint32_t r = 0; r < pack_.pack.rules.size(); ++r) {
      if (r != id_.index && covers(pack_.pack.rules[r])) found.push_back({r});
    }
    return found;
  }

  /// One rule that covers all that this one demands.
  std::vector<RuleId> covering_all() {
    const std::vector<Covers> all = demands(rule_);
    const auto covers_all = [&](const Rule& r) {
      return std::ranges::all_of(all, [&](const Covers& covers) { return covers(r); });
    };
    for (const RuleId other : others(covers_all)) {
      if (left_without({other}) == kFalse) return {other};
    }
    return {};
  }

  /// Rules that together cover each single demand; none if some demand is not covered.
  std::vector<RuleId> covering_each() {
    std::vector<RuleId> together;
    for (const Covers& covers : demands(rule_)) {
      std::vector<RuleId> covering = fewest(others(covers));
      if (covering.empty()) return {};
      together.insert(together.end(), covering.begin(), covering.end());
    }
    std::ranges::sort(together);
    together.erase(std::unique(together.begin(), together.end()), together.end());
    return together;
  }

  /// Those of `rules` without which something would be left; none if something is left anyway.
  std::vector<RuleId> fewest(std::vector<RuleId> rules) {
    std::vector<RuleId> cutting;
    Node left = fires_;
    for (const RuleId other : rules) {
      const Node next = cut(left, other);
      if (next != left) cutting.push_back(other);
      left = next;
    }
    if (left != kFalse) return {};
    for (std::size_t i = cutting.size(); i-- > 0;) {
      std::vector<RuleId> fewer = cutting;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (left_without(fewer) == kFalse) cutting = std::move(fewer);
    }
    return cutting;
  }

  Node left_without(const std::vector<RuleId>& rules) {
    Node left = fires_;
    for (const RuleId other : rules) left = cut(left, other);
    return left;
  }

  Node cut(Node left, RuleId other) {
    if (left == kFalse) return left;
    return pack_.diagrams.apply(Op::all, left, pack_.diagrams.negate(pack_.outcome.rule(other)));
  }

  std::string words(const std::vector<RuleId>& covering) const {
    std::string text = covering.size() == 1 ? "covered by " : "covered together by ";
    for (std::size_t i = 0; i < covering.size(); ++i) {
      if (i > 0) text += i + 1 == covering.size() ? " and " : ", ";
      text += "`" + pack_.pack.rule(covering[i]).id + "`";
    }
    return text;
  }

  CompiledPack& pack_;
  RuleId id_;
  const Rule& rule_;
  Node fires_;
};

}  // namespace

Findings check_effects(CompiledPack& pack) {
  Findings findings;
  for (std::uint32_t r = 0; r < pack.pack.rules.size(); ++r) {
    const Rule& rule = pack.pack.rules[r];
    std::ranges::move(within_budget("no-effect", rule.id, rule.span,
                                    [&]() -> Findings { return {Effects(pack, {r}).run()}; }),
                      std::back_inserter(findings));
  }
  return findings;
}

}  // namespace runready
