#include "support/reference_check.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "rules/gates.hpp"

namespace runready::testing {

namespace {

using Verdict = Finding::Verdict;

void expect(bool holds, const std::string& of) {
  if (!holds) throw Disagreement(of);
}

void expect(bool holds, const Finding& finding) {
  expect(holds, finding.check + " " + finding.subject + ": " + finding.message);
}

bool is_about(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b)); }

}  // namespace

Enumerated::Enumerated(const Pack& of_pack) : pack(of_pack) {
  for_each_completion(pack, nothing_told(pack), [&](const Answers& answers) {
    Replies replies = subjects(pack, answers).front();
    ReferenceOutcome outcome = reference_outcome(pack, answers);
    index.emplace(key(replies), points.size());
    points.push_back({std::move(replies), std::move(outcome)});
  });
}

std::vector<std::int32_t> Enumerated::key(const Replies& replies) {
  std::vector<std::int32_t> values;
  for (std::uint32_t v = 0; v < replies.size(); ++v) values.push_back(replies[{v}]);
  return values;
}

bool Enumerated::any(const std::function<bool(const Point&)>& holds) const {
  return std::any_of(points.begin(), points.end(), holds);
}

const Finding& finding(const CheckReport& report, const std::string& check,
                       const std::string& subject) {
  const auto at =
      std::find_if(report.findings.begin(), report.findings.end(),
                   [&](const Finding& f) { return f.check == check && f.subject == subject; });
  expect(at != report.findings.end(), "no finding " + check + " " + subject);
  return *at;
}

bool gives_less(const ReferenceOutcome& a, const ReferenceOutcome& b,
                const std::vector<MonotoneOn>& on) {
  for (const MonotoneOn scale : on) {
    if (scale == MonotoneOn::recommendation && a.recommendation < b.recommendation) return true;
    if (scale == MonotoneOn::referral && a.referral < b.referral) return true;
    if (scale != MonotoneOn::exclusions) continue;
    for (std::size_t i = 0; i < a.excluded.size(); ++i) {
      if (b.excluded[i] && !a.excluded[i]) return true;
    }
  }
  return false;
}

bool fits(const OutcomePattern& pattern, const ReferenceOutcome& outcome) {
  const auto within = [](const auto& bounds, auto level) {
    return (!bounds.at_least || level >= *bounds.at_least) &&
           (!bounds.at_most || level <= *bounds.at_most);
  };
  bool fits = within(pattern.recommend, outcome.recommendation) &&
              within(pattern.referral, outcome.referral);
  for (const ActivityId id : pattern.excludes) fits = fits && outcome.excluded[id.index];
  for (const auto& group : pattern.offers) {
    fits = fits && std::any_of(group.members.begin(), group.members.end(),
                               [&](WorkoutId id) { return outcome.offered[id.index]; });
  }
  for (const WorkoutId id : pattern.offers_no) fits = fits && !outcome.offered[id.index];
  for (const TipId id : pattern.no_tips) fits = fits && !outcome.tips[id.index];
  return fits;
}

bool is_in_scope(const Pack& pack, const Invariant& invariant, const Replies& replies) {
  if (invariant.for_all && !reference_truth(pack, replies, *invariant.for_all)) return false;
  if (!invariant.only) return true;
  for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
    const auto& only = *invariant.only;
    const Variable& variable = pack.variables[v];
    const bool may_vary = std::find(only.begin(), only.end(), variable.question) != only.end();
    if (!may_vary && replies[{v}] != variable.default_value) return false;
  }
  return true;
}

bool is_premise(const Invariant& invariant, const ReferenceOutcome& outcome) {
  return !invariant.if_outcome || fits(*invariant.if_outcome, outcome);
}

namespace {

const std::vector<MonotoneOn> kAll = {MonotoneOn::recommendation, MonotoneOn::referral,
                                      MonotoneOn::exclusions};

/// Whether the replies to a list choose another option than one.
bool chooses_another(const Question& question, VariableId one, const Replies& replies) {
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    const VariableId id{question.first_variable.index + i};
    if (id != one && replies[id] == 1) return true;
  }
  return false;
}

/// Whether a value of a variable has a place in the order of caution.
bool is_in_order(const Question& question, const Variable& variable, std::int32_t value) {
  if (variable.option) return value == 0 || !question.options[*variable.option].permits;
  return !permits(question, variable, value);
}

bool is_compared(const Question& question, VariableId id, const Replies& replies) {
  const bool is_list = question.type == QuestionType::multi_choice;
  return !(is_list && question.permits) || chooses_another(question, id, replies);
}

/// Whether nothing is told behind a shut gate.
bool can_be_told(const Pack& pack, const Replies& replies) {
  return effective_replies(pack, replies) == replies;
}

bool is_harmless(const Enumerated& all, const Question& question) {
  return !all.any([&](const Point& point) {
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId id{question.first_variable.index + i};
      const auto usual = at_harmless_default(all.pack, id, point.replies);
      if (usual && gives_less(point.outcome, all.at(*usual).outcome, kAll)) return true;
    }
    return false;
  });
}

bool is_monotone(const Enumerated& all, const Question& question,
                 const std::vector<MonotoneOn>& on) {
  return !all.any([&](const Point& point) {
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId id{question.first_variable.index + i};
      const auto stepped = one_step_up(all.pack, id, point.replies);
      if (stepped && gives_less(all.at(*stepped).outcome, point.outcome, on)) return true;
    }
    return false;
  });
}

}  // namespace

bool is_barred_though_gentler(const Pack& pack, ActivityId id, const ReferenceOutcome& outcome) {
  const Activity& activity = pack.activities[id.index];
  if (!outcome.excluded[id.index] || outcome.recommendation == Recommendation::rest) return false;
  return std::any_of(activity.gentler_than.begin(), activity.gentler_than.end(),
                     [&](ActivityId than) {
                       if (than == pack.running)
                         return outcome.recommendation <= Recommendation::easy_run;
                       return !outcome.excluded[than.index];
                     });
}

std::optional<Replies> at_harmless_default(const Pack& pack, VariableId id,
                                           const Replies& replies) {
  const Question& question = pack.question_of(id);
  const Variable& variable = pack.variable(id);
  if (!is_in_order(question, variable, replies[id])) return {};
  if (!is_compared(question, id, replies)) return {};
  Replies usual = replies;
  usual.set(id, variable.default_value);
  if (!can_be_told(pack, replies) || !can_be_told(pack, usual)) return {};
  return usual;
}

std::optional<Replies> one_step_up(const Pack& pack, VariableId id, const Replies& replies) {
  const Variable& variable = pack.variable(id);
  const Question& question = pack.question_of(id);
  if (variable.option && question.options[*variable.option].caution == Caution::none) return {};
  if (!is_in_order(question, variable, replies[id])) return {};
  if (!is_compared(question, id, replies)) return {};
  const std::int32_t step = question.caution == Caution::falls ? -1 : 1;
  std::int32_t next = replies[id] + step;
  while (next >= variable.min && next <= variable.max && !is_in_order(question, variable, next)) {
    next += step;
  }
  if (next < variable.min || next > variable.max) return {};
  Replies stepped = replies;
  stepped.set(id, next);
  return stepped;
}

namespace {

bool is_violated(const Pack& pack, const Invariant& invariant, const Point& point) {
  return is_in_scope(pack, invariant, point.replies) && is_premise(invariant, point.outcome) &&
         !fits(*invariant.then_outcome, point.outcome);
}

std::size_t not_default(const Pack& pack, const Replies& replies) {
  std::size_t count = 0;
  for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
    if (replies.knows({v}) && replies[{v}] != pack.variables[v].default_value) ++count;
  }
  return count;
}

/// The complete replies that an example means when a user tells it with nothing else.
Replies as_understood(const Pack& pack, const Counterexample& example) {
  Answers told = example.answers;
  told.nothing_else = true;
  Diagnostics wrong;
  const auto known = infer(pack, told, wrong);
  expect(known.has_value(), "an example that contradicts itself");
  const Completion done = complete(pack, subjects(pack, known->both).front(), true);
  expect(done.missing.empty(), "an example with a reply missing");
  return done.replies;
}

/// The two answers shown, of which one must give less than the other.
void compare_pair(const Enumerated& all, const Finding& finding) {
  expect(finding.example.has_value() == (finding.verdict == Verdict::refuted), finding);
  expect(finding.compared_with.has_value() == finding.example.has_value(), finding);
  if (!finding.example) return;
  const ReferenceOutcome& less = all.at(as_understood(all.pack, *finding.example)).outcome;
  const ReferenceOutcome& more = all.at(as_understood(all.pack, *finding.compared_with)).outcome;
  expect(gives_less(less, more, kAll), finding);
}

void compare_invariant(const Enumerated& all, const Invariant& invariant, const Finding& finding) {
  if (!invariant.then_outcome) {
    bool holds = true;
    for (const QuestionId id : invariant.monotone) {
      holds = holds && is_monotone(all, all.pack.question(id), invariant.on);
    }
    expect((finding.verdict == Verdict::proved) == holds, finding);
    compare_pair(all, finding);
    return;
  }
  std::optional<std::size_t> fewest;
  bool in_scope = false;
  for (const Point& point : all.points) {
    in_scope = in_scope || (is_in_scope(all.pack, invariant, point.replies) &&
                            is_premise(invariant, point.outcome));
    if (!is_violated(all.pack, invariant, point)) continue;
    fewest = std::min(fewest.value_or(99), not_default(all.pack, point.replies));
  }
  expect((finding.verdict == Verdict::refuted) == fewest.has_value(), finding);
  expect((finding.verdict == Verdict::warning) == !in_scope, finding);
  if (!fewest) return;
  const Replies shown = as_understood(all.pack, *finding.example);
  expect(is_violated(all.pack, invariant, all.at(shown)), finding);
  expect(not_default(all.pack, shown) == *fewest, finding);
}

void compare_question(const Enumerated& all, const Question& question, const CheckReport& report) {
  const Finding& harmless = finding(report, "harmless-default", question.id);
  expect((harmless.verdict == Verdict::proved) == is_harmless(all, question), harmless);
  compare_pair(all, harmless);
  if (question.caution == Caution::none) return;
  const Finding& caution = finding(report, "caution", question.id);
  expect((caution.verdict == Verdict::proved) == is_monotone(all, question, kAll), caution);
  compare_pair(all, caution);
}

/// A reply or question that is marked, by the variables it is about.
struct Mark {
  std::string subject;
  std::vector<VariableId> variables;
  std::optional<std::int32_t> value;  ///< the only one meant, of a choice
};

std::vector<Mark> marks_of(const Question& question) {
  std::vector<VariableId> all;
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    all.push_back({question.first_variable.index + i});
  }
  std::vector<Mark> marks;
  if (question.permits) marks.push_back({question.id, all, std::nullopt});
  for (std::uint32_t i = 0; i < question.options.size(); ++i) {
    if (!question.options[i].permits) continue;
    const std::string subject = question.id + " " + question.options[i].id;
    if (question.type == QuestionType::choice) {
      marks.push_back({subject, all, static_cast<std::int32_t>(i)});
    } else {
      marks.push_back({subject, {all[i]}, std::nullopt});
    }
  }
  return marks;
}

/// The same replies without what is marked, if it is told and both can be.
std::optional<Replies> without(const Pack& pack, const Mark& mark, const Replies& replies) {
  if (!can_be_told(pack, replies)) return std::nullopt;
  Replies usual = replies;
  bool is_told = false;
  for (const VariableId id : mark.variables) {
    const std::int32_t standard = pack.variable(id).default_value;
    is_told = is_told || (mark.value ? replies[id] == *mark.value : replies[id] != standard);
    usual.set(id, standard);
  }
  if (!is_told || !can_be_told(pack, usual)) return std::nullopt;
  return usual;
}

void compare_mark(const Enumerated& all, const Mark& mark, const Finding& found) {
  std::set<std::uint32_t> switched_off;
  std::optional<std::size_t> fewest;
  for (const Point& point : all.points) {
    const auto usual = without(all.pack, mark, point.replies);
    if (!usual) continue;
    const ReferenceOutcome& before = all.at(*usual).outcome;
    for (std::uint32_t r = 0; r < all.pack.rules.size(); ++r) {
      if (before.rules[r] && !point.outcome.rules[r]) switched_off.insert(r);
    }
    if (!gives_less(point.outcome, before, kAll)) continue;
    fewest = std::min(fewest.value_or(99), not_default(all.pack, point.replies));
  }
  const bool allows = fewest.has_value();
  std::set<std::uint32_t> said;
  for (const RuleId rule : found.rules) said.insert(rule.index);
  expect(said == switched_off, found);
  expect((found.verdict == Verdict::proved) == allows, found);
  expect(found.example.has_value() == allows, found);
  if (!allows) return;
  const Replies shown = as_understood(all.pack, *found.example);
  const auto usual = without(all.pack, mark, shown);
  expect(usual == as_understood(all.pack, *found.compared_with), found);
  expect(gives_less(all.at(shown).outcome, all.at(*usual).outcome, kAll), found);
  expect(not_default(all.pack, shown) == *fewest, found);
}

void compare_marks(const Enumerated& all, const CheckReport& report) {
  for (const Question& question : all.pack.questions) {
    for (const Mark& mark : marks_of(question)) {
      compare_mark(all, mark, finding(report, "permits", mark.subject));
    }
  }
}

void compare_gentler(const Enumerated& all, const CheckReport& report) {
  for (std::uint32_t a = 0; a < all.pack.activities.size(); ++a) {
    const ActivityId id{a};
    const Activity& activity = all.pack.activities[a];
    if (activity.gentler_than.empty()) continue;
    const Finding& found = finding(report, "gentler", activity.id);
    std::optional<std::size_t> fewest;
    for (const Point& point : all.points) {
      if (!is_barred_though_gentler(all.pack, id, point.outcome)) continue;
      fewest = std::min(fewest.value_or(99), not_default(all.pack, point.replies));
    }
    expect((found.verdict == Verdict::refuted) == fewest.has_value(), found);
    if (!fewest) continue;
    const Replies shown = as_understood(all.pack, *found.example);
    expect(is_barred_though_gentler(all.pack, id, all.at(shown).outcome), found);
    expect(not_default(all.pack, shown) == *fewest, found);
  }
}

/// Whether each thing the rule asks for is asked for by one of `others` at a point.
bool is_covered_at(const Pack& pack, std::size_t r, const std::vector<std::size_t>& others,
                   const Point& point) {
  const Rule& rule = pack.rules[r];
  const auto some = [&](const std::function<bool(const Rule&)>& asks) {
    return std::any_of(others.begin(), others.end(), [&](std::size_t other) {
      return other != r && point.outcome.rules[other] && asks(pack.rules[other]);
    });
  };
  bool covered = true;
  if (rule.recommend > Recommendation::run) {
    covered = covered && some([&](const Rule& o) { return o.recommend >= rule.recommend; });
  }
  if (rule.referral > Referral::none) {
    covered = covered && some([&](const Rule& o) { return o.referral >= rule.referral; });
  }
  for (const ActivityId activity : rule.exclude) {
    covered = covered && some([&](const Rule& o) {
                return std::count(o.exclude.begin(), o.exclude.end(), activity) > 0;
              });
  }
  if (rule.recheck_hours) {
    covered = covered && some([&](const Rule& o) {
                return o.recheck_hours && *o.recheck_hours >= *rule.recheck_hours;
              });
  }
  return covered;
}

bool is_covered(const Enumerated& all, std::size_t r, const std::vector<std::size_t>& others) {
  return !all.any([&](const Point& point) {
    return point.outcome.rules[r] && !is_covered_at(all.pack, r, others, point);
  });
}

/// The smallest answers at which a rule fires, and where it decides.
void compare_insight(const Enumerated& all, std::size_t r, const std::vector<std::size_t>& others) {
  const auto found = insight(all.pack, RuleId{static_cast<std::uint32_t>(r)});
  const std::string name = "insight into " + all.pack.rules[r].id;
  expect(found.has_value(), name);
  const auto compare = [&](const std::optional<Counterexample>& example,
                           const std::function<bool(const Point&)>& holds) {
    std::optional<std::size_t> fewest;
    for (const Point& point : all.points) {
      if (!holds(point)) continue;
      fewest = std::min(fewest.value_or(99), not_default(all.pack, point.replies));
    }
    expect(example.has_value() == fewest.has_value(), name);
    if (!example) return;
    const Replies shown = as_understood(all.pack, *example);
    expect(holds(all.at(shown)), name);
    expect(not_default(all.pack, shown) == *fewest, name);
  };
  const auto fires = [&](const Point& point) { return point.outcome.rules[r]; };
  compare(found->fires, fires);
  const bool covered = is_covered(all, r, others);
  expect(found->decides.has_value() == !covered, name);
  expect(found->covered_by.empty() == (!covered || !found->fires), name);
  if (!covered) {
    const Point& point = all.at(as_understood(all.pack, *found->decides));
    expect(fires(point), name);
    expect(!is_covered_at(all.pack, r, others, point), name);
  }
}

void compare_rule(const Enumerated& all, std::size_t r, const CheckReport& report) {
  const Rule& rule = all.pack.rules[r];
  const bool fires = all.any([&](const Point& point) { return point.outcome.rules[r]; });
  const Finding& dead = finding(report, "dead-rule", rule.id);
  expect((dead.verdict == Verdict::proved) == fires, dead);
  if (!fires) return;
  std::vector<std::size_t> others;
  for (std::size_t i = 0; i < all.pack.rules.size(); ++i) others.push_back(i);
  compare_insight(all, r, others);
  const Finding& effect = finding(report, "no-effect", rule.id);
  const bool covered = is_covered(all, r, others);
  expect(effect.message.empty() == !covered, effect);
  expect((effect.verdict == Verdict::warning) == (covered && !rule.explains), effect);
  if (!covered) return;
  std::erase_if(others, [&](std::size_t other) {
    return effect.message.find("`" + all.pack.rules[other].id + "`") == std::string::npos;
  });
  expect(is_covered(all, r, others), effect);
  for (const std::size_t one : others) {
    std::vector<std::size_t> fewer = others;
    std::erase(fewer, one);
    expect(!is_covered(all, r, fewer), effect);
  }
}

void compare_reach(const Enumerated& all, const CheckReport& report) {
  const auto compare = [&](const std::string& subject,
                           const std::function<bool(const ReferenceOutcome&)>& given) {
    const bool reached = all.any([&](const Point& point) { return given(point.outcome); });
    const Finding& found = finding(report, "unreachable", subject);
    expect((found.verdict == Verdict::proved) == reached, found);
  };
  for (std::size_t i = 0; i < kRecommendationNames.size(); ++i) {
    compare("recommendation " + std::string(kRecommendationNames[i]),
            [&](const ReferenceOutcome& o) {
              return o.recommendation == static_cast<Recommendation>(i);
            });
  }
  for (std::size_t i = 0; i < kReferralNames.size(); ++i) {
    compare("referral " + std::string(kReferralNames[i]),
            [&](const ReferenceOutcome& o) { return o.referral == static_cast<Referral>(i); });
  }
  for (std::size_t w = 0; w < all.pack.workouts.size(); ++w) {
    compare(all.pack.workouts[w].id, [&](const ReferenceOutcome& o) { return o.offered[w]; });
  }
  for (std::size_t t = 0; t < all.pack.tips.size(); ++t) {
    compare(all.pack.tips[t].id, [&](const ReferenceOutcome& o) { return o.tips[t]; });
  }
}

void compare_wordings(const Enumerated& all, const CheckReport& report) {
  for (const auto& [key, wordings] : all.pack.wordings) {
    std::vector<bool> taken(wordings.size());
    bool is_last_taken = false;
    for (const Point& point : all.points) {
      if (reference_spoken_of(all.pack, std::vector{point.replies}, key).empty()) continue;
      const auto first = std::ranges::find_if(wordings, [&](const Wording& wording) {
        return reference_truth(all.pack, point.replies, wording.when);
      });
      if (first == wordings.end()) {
        is_last_taken = true;
      } else {
        taken[static_cast<std::size_t>(first - wordings.begin())] = true;
      }
    }
    for (std::size_t i = 0; i < taken.size(); ++i) {
      const Finding& found =
          finding(report, "unreachable", key + ", wording " + std::to_string(i + 1));
      expect((found.verdict == Verdict::proved) == taken[i], found);
    }
    const std::string last = key + ", wording " + std::to_string(wordings.size() + 1);
    for (const Finding& found : report.findings) {
      if (found.check != "unreachable" || found.subject != last) continue;
      expect((found.verdict == Verdict::proved) == is_last_taken, found);
    }
  }
}

void compare_counts(const Enumerated& all, const CheckReport& report) {
  std::map<std::vector<std::int32_t>, bool> escalates;
  for (const Point& point : all.points) {
    escalates[Enumerated::key(effective_replies(all.pack, point.replies))] =
        point.outcome.floor != point.outcome.recommendation;
  }
  const auto escalated = std::count_if(escalates.begin(), escalates.end(),
                                       [](const auto& entry) { return entry.second; });
  const auto total = static_cast<double>(escalates.size());
  expect(report.counted, "counted answers");
  expect(is_about(report.answers_covered, total), "answers covered");
  expect(report.escalated_example.has_value() == (escalated > 0), "an escalated example");
  if (!report.escalated_example) return;
  const ReferenceOutcome& shown =
      all.at(as_understood(all.pack, *report.escalated_example)).outcome;
  expect(shown.floor != shown.recommendation, "an escalated example");
}

}  // namespace

void require_same_as_enumeration(const Pack& pack, const CheckReport& report) {
  const Enumerated all(pack);
  for (const Invariant& invariant : pack.invariants) {
    compare_invariant(all, invariant, finding(report, "invariant", invariant.id));
  }
  for (const Question& question : pack.questions) compare_question(all, question, report);
  for (std::size_t r = 0; r < pack.rules.size(); ++r) compare_rule(all, r, report);
  compare_marks(all, report);
  compare_gentler(all, report);
  compare_reach(all, report);
  compare_wordings(all, report);
  compare_counts(all, report);
}

}  // namespace runready::testing
