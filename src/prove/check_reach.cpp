// Whether every rule can fire and has an effect, and every outcome, text and tip is reached.

#include <algorithm>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "prove/check.hpp"
#include "prove/compiled_pack.hpp"
#include "prove/open_questions.hpp"
#include "rules/condition.hpp"
#include "rules/situation.hpp"

namespace runready {

// A rule has an effect if, somewhere, it asks for something that no other rule which fires there
// asks for. If it has none, the rules found to cover each thing it asks for are named, as few as
// can be.

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

namespace {

Finding reached(bool is_reached, const char* check, const std::string& id, Span span,
                const std::string& otherwise) {
  using enum Finding::Verdict;
  return finding_of(is_reached ? proved : refuted, check, id, span, is_reached ? "" : otherwise);
}

Recommendation given_at(CompiledPack& pack, const Cells& cells, Recommendation /*of*/) {
  return pack.verdict_at(cells).recommendation;
}

Referral given_at(CompiledPack& pack, const Cells& cells, Referral /*of*/) {
  return pack.verdict_at(cells).referral;
}

/// Whether an example is at hand that some answers in `where` lead to a level: a rule asks for it
/// and none for more. That mostly spares the diagram of a whole outcome.
template <class Level>
bool leads_to(CompiledPack& pack, Level Rule::*asked, Level level, Node where) {
  Diagrams& d = pack.diagrams;
  const auto asks_for_more = [&](RuleId id) { return pack.pack.rule(id).*asked > level; };
  const auto is_shown = [&](Node some) {
    const auto cells = cover(pack, some, asks_for_more).uncovered;
    return cells && given_at(pack, *cells, level) == level;
  };
  if (level == Level{} && is_shown(where)) return true;
  for (std::uint32_t r = 0; r < pack.pack.rules.size(); ++r) {
    if (pack.pack.rules[r].*asked != level) continue;
    if (is_shown(d.apply(Op::all, where, pack.outcome.rule({r})))) return true;
  }
  return false;
}

template <class Level>
bool is_reached(CompiledPack& pack, Level Rule::*asked, Level level, Node where) {
  if (leads_to(pack, asked, level, where)) return true;
  const Node here = pack.outcome.at_least(level, where);
  return pack.diagrams.apply(Op::except, here, pack.outcome.above(level, here)) != kFalse;
}

/// A level that some rule asks for (and the least one) must be given to somebody; one that none
/// asks for may be missing, which is worth a word.
template <class Level>
Finding check_level(CompiledPack& pack, Level Rule::*asked, Level level, const std::string& what,
                    const std::string& id) {
  const auto first =
      std::ranges::find_if(pack.pack.rules, [&](const Rule& rule) { return rule.*asked == level; });
  const bool is_asked = first != pack.pack.rules.end();
  Finding finding =
      reached(is_reached(pack, asked, level, kTrue), "unreachable", what + " " + id,
              is_asked ? first->span : Span{}, "no answers lead to the " + what + " `" + id + "`");
  if (level != Level{} && !is_asked && finding.verdict == Finding::Verdict::refuted) {
    finding.verdict = Finding::Verdict::warning;
    finding.message += ": no rule asks for it";
  }
  return finding;
}

template <class Level>
Findings check_levels(Proving& proving, Level Rule::*asked, std::span<const std::string_view> names,
                      const std::string& what) {
  Findings findings;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string id(names[i]);
    std::ranges::move(
        proving.attempt("unreachable", what + " " + id, Span{},
                        [&](CompiledPack& pack) -> Findings {
                          return {check_level(pack, asked, static_cast<Level>(i), what, id)};
                        }),
        std::back_inserter(findings));
  }
  return findings;
}

/// Whether a workout or tip is ever given, under one of the recommendations it is for.
bool is_given(CompiledPack& pack, Node admitted, const std::vector<Within>& levels) {
  for (const Within& run : levels) {
    for (auto level = run.first; level <= run.last; level = step(level, 1)) {
      if (leads_to(pack, &Rule::recommend, level, admitted)) return true;
    }
  }
  return pack.outcome.within(admitted, levels) != kFalse;
}

template <class Entry>
Findings check_given(Proving& proving, const std::vector<Entry>& entries,
                     const std::string& otherwise,
                     const std::function<bool(CompiledPack& pack, std::uint32_t index)>& is_given) {
  Findings findings;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    const auto prove_one = [&](CompiledPack& pack) -> Findings {
      return {reached(is_given(pack, i), "unreachable", entry.id, entry.span, otherwise)};
    };
    std::ranges::move(proving.attempt("unreachable", entry.id, entry.span, prove_one),
                      std::back_inserter(findings));
  }
  return findings;
}

/// Whether a text is said somewhere in `where`.
bool is_said(CompiledPack& pack, const std::string& key, Node where) {
  const TextLevel about = text_level(key);
  if (const auto* level = std::get_if<Recommendation>(&about)) {
    return is_reached(pack, &Rule::recommend, *level, where);
  }
  if (const auto* level = std::get_if<Referral>(&about)) {
    return is_reached(pack, &Rule::referral, *level, where);
  }
  return where != kFalse;
}

/// A wording is taken where its text is said, it holds, and no wording before it does.
bool is_taken(CompiledPack& pack, const std::string& key, std::span<const Wording> before,
              const Wording& wording) {
  Node left = pack.compiler.condition(wording.when);
  for (const Wording& other : before) {
    left = pack.diagrams.apply(Op::except, left, pack.compiler.condition(other.when));
  }
  return is_said(pack, key, left);
}

/// Whether the last wording may be taken where one complaint does not show it: where a reply that
/// is never assumed is not told, no wording that reads it holds; and of several complaints one may
/// stand against each wording.
bool may_be_taken_otherwise(CompiledPack& pack, const std::string& key,
                            std::span<const Wording> wordings) {
  bool is_about_complaint = false;
  for (const Wording& wording : wordings) {
    const std::vector<bool> read = with_gates(pack.pack, questions_read(pack.pack, wording.when));
    for (std::size_t q = 0; q < read.size(); ++q) {
      const Question& question = pack.pack.questions[q];
      if (read[q] && !goes_without_saying(question)) return true;
      is_about_complaint = is_about_complaint || (read[q] && question.about == About::complaint);
    }
  }
  // Several complaints may lead to a recommendation to which none of them leads alone.
  const bool is_joint = std::holds_alternative<Recommendation>(text_level(key));
  const auto leaves_none = [&](Node left) {
    return is_joint ? left == kFalse : !is_said(pack, key, left);
  };
  Node left = kTrue;
  for (const Wording& wording : wordings) {
    const Node holds = pack.compiler.condition(wording.when);
    if (leaves_none(pack.diagrams.negate(holds))) return false;
    left = pack.diagrams.apply(Op::except, left, holds);
  }
  return is_about_complaint || !leaves_none(left);
}

/// The wording without a condition. Nothing where one complaint does not tell.
Findings check_last_wording(CompiledPack& pack, const std::string& key,
                            std::span<const Wording> wordings) {
  Node left = kTrue;
  for (const Wording& wording : wordings) {
    left = pack.diagrams.apply(Op::except, left, pack.compiler.condition(wording.when));
  }
  const bool is_taken = is_said(pack, key, left);
  if (!is_taken && may_be_taken_otherwise(pack, key, wordings)) return {};
  return {
      reached(is_taken, "unreachable", key + ", wording " + std::to_string(wordings.size() + 1),
              wordings.back().when.span,
              "no answers lead to this wording, the last: let the one before it have no `when`")};
}

Findings check_wordings(Proving& proving, const std::string& key,
                        std::span<const Wording> wordings) {
  Findings findings;
  for (std::size_t i = 0; i < wordings.size(); ++i) {
    const std::string subject = key + ", wording " + std::to_string(i + 1);
    const Span span = wordings[i].when.span;
    const auto prove_one = [&](CompiledPack& compiled) -> Findings {
      return {reached(is_taken(compiled, key, wordings.first(i), wordings[i]), "unreachable",
                      subject, span, "no answers lead to this wording of the text")};
    };
    std::ranges::move(proving.attempt("unreachable", subject, span, prove_one),
                      std::back_inserter(findings));
  }
  const std::string last = key + ", wording " + std::to_string(wordings.size() + 1);
  std::ranges::move(
      proving.attempt("unreachable", last, wordings.back().when.span,
                      [&](CompiledPack& pack) { return check_last_wording(pack, key, wordings); }),
      std::back_inserter(findings));
  return findings;
}

}  // namespace

Findings check_reach(Proving& proving) {
  const Pack& pack = proving.pack();
  Findings findings;
  const auto add = [&](Findings found) { std::ranges::move(found, std::back_inserter(findings)); };
  for (std::uint32_t r = 0; r < pack.rules.size(); ++r) {
    const Rule& rule = pack.rules[r];
    add(proving.attempt("dead-rule", rule.id, rule.span, [&](CompiledPack& compiled) -> Findings {
      return {reached(compiled.outcome.rule({r}) != kFalse, "dead-rule", rule.id, rule.span,
                      "no answers make this rule fire")};
    }));
  }
  add(check_levels(proving, &Rule::recommend, kRecommendationNames, "recommendation"));
  add(check_levels(proving, &Rule::referral, kReferralNames, "referral"));
  add(check_given(proving, pack.workouts, "no answers lead to this workout being offered",
                  [](CompiledPack& compiled, std::uint32_t i) {
                    const WorkoutId id{i};
                    return is_given(compiled, compiled.outcome.available(id),
                                    levels_of(compiled.pack, id));
                  }));
  add(check_given(proving, pack.tips, "no answers lead to this tip being shown",
                  [](CompiledPack& compiled, std::uint32_t i) {
                    const TipId id{i};
                    return is_given(compiled, compiled.outcome.allowed(id),
                                    levels_of(compiled.pack, id));
                  }));
  for (const auto& [key, wordings] : pack.wordings) add(check_wordings(proving, key, wordings));
  return findings;
}

}  // namespace runready
