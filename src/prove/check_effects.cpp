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
      : pack_(pack), rule_(pack.pack.rule(id)), fires_(pack.outcome.rule(id)) {}

  Finding run() {
    Finding finding = finding_of(Finding::Verdict::proved, "no-effect", rule_.id, rule_.span);
    const std::vector<RuleId> covering = covering_rules();
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
  /// The rules that cover all that this one demands; none if some demand is not covered.
  std::vector<RuleId> covering_rules() {
    if (fires_ == kFalse) return {};
    std::vector<RuleId> together;
    for (const Covers& covers : demands(rule_)) {
      const Cover found = cover(pack_, fires_, others(covers));
      if (found.uncovered) return {};
      together.insert(together.end(), found.used.begin(), found.used.end());
    }
    std::ranges::sort(together);
    together.erase(std::unique(together.begin(), together.end()), together.end());
    return fewer(std::move(together));
  }

  std::vector<RuleId> others(const Covers& covers) const {
    return rules_where(pack_.pack,
                       [&](const Rule& other) { return &other != &rule_ && covers(other); });
  }

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
      std::vector<RuleId> of_them = rules;
      std::erase_if(of_them, [&](RuleId id) { return !covers(pack_.pack.rule(id)); });
      return !cover(pack_, fires_, of_them).uncovered;
    });
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
