#include <algorithm>
#include <string>
#include <string_view>

#include "prove/checks.hpp"

namespace runready {

namespace {

Finding reached(bool is_reached, const char* check, const std::string& id, Span span,
                const std::string& otherwise) {
  using enum Finding::Verdict;
  return {is_reached ? proved : refuted, check, id, is_reached ? "" : otherwise, span, {}, false};
}

/// A level that some rule asks for (and the least one) must be given to somebody; one that none
/// asks for may be missing, which is worth a word.
template <class Level>
Findings check_levels(CompiledPack& pack, Level Rule::*asked, Node given,
                      std::span<const std::string_view> names, const std::string& what) {
  Findings findings;
  for (std::size_t level = 0; level < names.size(); ++level) {
    const std::string name(names[level]);
    const auto first = std::ranges::find_if(pack.pack.rules, [&](const Rule& rule) {
      return static_cast<std::size_t>(rule.*asked) == level;
    });
    const bool is_asked = first != pack.pack.rules.end();
    Finding finding = reached(pack.diagrams.reaches(given, static_cast<Node>(level)), "unreachable",
                              what + " " + name, is_asked ? first->span : Span{},
                              "no answers lead to the " + what + " `" + name + "`");
    if (level > 0 && !is_asked && finding.verdict == Finding::Verdict::refuted) {
      finding.verdict = Finding::Verdict::warning;
      finding.message += ": no rule asks for it";
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

template <class Entry, class Id>
Findings check_given(CompiledPack& pack, const std::vector<Entry>& entries,
                     Node (JointOutcome::*given)(Id), const std::string& otherwise) {
  Findings findings;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    std::ranges::move(within_budget("unreachable", entry.id, entry.span,
                                    [&]() -> Findings {
                                      const Node node = (pack.outcome.*given)(Id{i});
                                      return {reached(node != kFalse, "unreachable", entry.id,
                                                      entry.span, otherwise)};
                                    }),
                      std::back_inserter(findings));
  }
  return findings;
}

}  // namespace

Findings check_reach(CompiledPack& pack) {
  Findings findings;
  const auto add = [&](Findings found) { std::ranges::move(found, std::back_inserter(findings)); };
  for (std::uint32_t r = 0; r < pack.pack.rules.size(); ++r) {
    const Rule& rule = pack.pack.rules[r];
    add(within_budget("dead-rule", rule.id, rule.span, [&]() -> Findings {
      return {reached(pack.outcome.rule({r}) != kFalse, "dead-rule", rule.id, rule.span,
                      "no answers make this rule fire")};
    }));
  }
  add(within_budget("unreachable", "recommendation", Span{}, [&] {
    return check_levels(pack, &Rule::recommend, pack.outcome.recommendation(), kRecommendationNames,
                        "recommendation");
  }));
  add(within_budget("unreachable", "referral", Span{}, [&] {
    return check_levels(pack, &Rule::referral, pack.outcome.referral(), kReferralNames, "referral");
  }));
  add(check_given(pack, pack.pack.workouts, &JointOutcome::offered,
                  "no answers lead to this workout being offered"));
  add(check_given(pack, pack.pack.tips, &JointOutcome::shown,
                  "no answers lead to this tip being shown"));
  return findings;
}

}  // namespace runready
