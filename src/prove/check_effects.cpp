#include <algorithm>
#include <functional>
#include <string>

#include "prove/checks.hpp"
#include "prove/cover.hpp"

// A rule has an effect if, somewhere, it asks for something that no other rule which fires there
// asks for. If it has none, the rules found to cover each thing it asks for are named, as few as
// can be.

namespace runready {

namespace {

/// Whether another rule asks for what this one asks for.
using Covers = std::function<bool(const Rule&)>;

/// The single things a rule demands, each as what it takes to demand it too.
std::vector<Covers> demands(const Rule& rule) {
  std::vector<Covers> all;
  if (rule.recommend > Recommendation::run) {
    all.emplace_back([level = rule.recommend](const Rule& r) { return r.recommend >= level; });
  }
  if (rule.referral > Referral::none) {
    all.emplace_back([level = rule.referral](const Rule& r) { return r.referral >= level; });
  }
  for (const ActivityId activity : rule.exclude) {
    all.emplace_back([activity](const Rule& r) {
      return std::ranges::find(r.exclude, activity) != r.exclude.end();
    });
  }
  if (rule.recheck_hours) {
    all.emplace_back(
        [hours = *rule.recheck_hours](const Rule& r) { return r.recheck_hours >= hours; });
  }
  return all;
}

class Effects {
 public:
  Effects(CompiledPack& pack, RuleId id)
      : pack_(pack), rule_(pack.pack.rule(id)), fires_(pack.outcome.rule(id)) {}

  /// Where some demand is made by no other rule, the smallest such answers; or else the rules that
  /// cover all of them; neither if the rule can never fire.
  struct Effect {
    std::optional<Cells> decides;
    std::vector<RuleId> covered_by;
  };

  /// Covering leaves out only answers at which another rule demands as much, so the first answers
  /// found uncovered are the smallest.
  Effect find() {
    if (fires_ == kFalse) return {};
    std::vector<RuleId> together;
    for (const Covers& covers : demands(rule_)) {
      const Cover found = cover(pack_, fires_, [&](RuleId other) {
        return &pack_.pack.rule(other) != &rule_ && covers(pack_.pack.rule(other));
      });
      if (found.uncovered) return {found.uncovered, {}};
      together.insert(together.end(), found.used.begin(), found.used.end());
    }
    std::ranges::sort(together);
    together.erase(std::unique(together.begin(), together.end()), together.end());
    return {std::nullopt, fewer(std::move(together))};
  }

 private:
  /// One rule that alone covers every demand, if there is one; else those that are needed.
  std::vector<RuleId> fewer(std::vector<RuleId> covering) {
    for (const RuleId one : covering) {
      if (suffice({one})) return {one};
    }
    for (std::size_t i = covering.size(); i-- > 0;) {
      std::vector<RuleId> without = covering;
      without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
      if (suffice(without)) covering = std::move(without);
    }
    return covering;
  }

  bool suffice(const std::vector<RuleId>& rules) {
    return std::ranges::all_of(demands(rule_), [&](const Covers& covers) {
      const auto counts = [&](RuleId id) {
        return covers(pack_.pack.rule(id)) && std::ranges::find(rules, id) != rules.end();
      };
      return !cover(pack_, fires_, counts).uncovered;
    });
  }

  CompiledPack& pack_;
  const Rule& rule_;
  Node fires_;
};

std::string words(const Pack& pack, const std::vector<RuleId>& covering) {
  std::string text = covering.size() == 1 ? "covered by " : "covered together by ";
  for (std::size_t i = 0; i < covering.size(); ++i) {
    if (i > 0) text += i + 1 == covering.size() ? " and " : ", ";
    text += "`" + pack.rule(covering[i]).id + "`";
  }
  return text;
}

Finding check_effect(CompiledPack& pack, RuleId id) {
  using enum Finding::Verdict;
  const Rule& rule = pack.pack.rule(id);
  const std::vector<RuleId> covering = Effects(pack, id).find().covered_by;
  if (covering.empty()) return finding_of(proved, "no-effect", rule.id, rule.span);
  const std::string message = words(pack.pack, covering);
  if (!rule.explains) return finding_of(warning, "no-effect", rule.id, rule.span, message);
  return finding_of(proved, "no-effect", rule.id, rule.span, message + ", kept for its reason");
}

}  // namespace

Findings check_effects(Proving& proving) {
  Findings findings;
  for (std::uint32_t r = 0; r < proving.pack().rules.size(); ++r) {
    const Rule& rule = proving.pack().rules[r];
    std::ranges::move(
        proving.attempt("no-effect", rule.id, rule.span,
                        [&](CompiledPack& pack) -> Findings { return {check_effect(pack, {r})}; }),
        std::back_inserter(findings));
  }
  return findings;
}

std::optional<RuleInsight> insight(const Pack& pack, RuleId rule, std::size_t node_budget) {
  std::optional<RuleInsight> found;
  Proving(pack, node_budget).attempt([&](CompiledPack& compiled) {
    RuleInsight insight;
    if (const auto cells = compiled.diagrams.cheapest(compiled.outcome.rule(rule))) {
      insight.fires = compiled.example_at(*cells);
    }
    const Effects::Effect effect = Effects(compiled, rule).find();
    if (effect.decides) insight.decides = compiled.example_at(*effect.decides);
    insight.covered_by = effect.covered_by;
    found = std::move(insight);
  });
  return found;
}

}  // namespace runready
