#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assess/knowledge.hpp"
#include "catch.hpp"
#include "prove/parts.hpp"
#include "runready/prove.hpp"
#include "support/plain_judge.hpp"
#include "support/random_pack.hpp"

namespace runready::testing {

namespace {

using Verdict = Finding::Verdict;

/// Every complete answers of one complaint, as all replies in one.
struct Point {
  Replies replies;
  PlainOutcome outcome;
};

struct Enumerated {
  explicit Enumerated(const Pack& of_pack) : pack(of_pack) {
    for_each_completion(pack, nothing_told(pack), [&](const Answers& answers) {
      Replies replies = subjects(pack, answers).front();
      PlainOutcome outcome = plain_outcome(pack, answers);
      index.emplace(key(replies), points.size());
      points.push_back({std::move(replies), std::move(outcome)});
    });
  }

  static std::vector<std::int32_t> key(const Replies& replies) {
    std::vector<std::int32_t> values;
    for (std::uint32_t v = 0; v < replies.size(); ++v) values.push_back(replies[{v}]);
    return values;
  }

  const Point& at(const Replies& replies) const { return points[index.at(key(replies))]; }

  bool any(const std::function<bool(const Point&)>& holds) const {
    return std::any_of(points.begin(), points.end(), holds);
  }

  const Pack& pack;
  std::vector<Point> points;
  std::map<std::vector<std::int32_t>, std::size_t> index;
};

const Finding& finding(const CheckReport& report, const std::string& check,
                       const std::string& subject) {
  const auto at =
      std::find_if(report.findings.begin(), report.findings.end(),
                   [&](const Finding& f) { return f.check == check && f.subject == subject; });
  REQUIRE(at != report.findings.end());
  return *at;
}

bool gives_less(const PlainOutcome& a, const PlainOutcome& b, const std::vector<MonotoneOn>& on) {
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

const std::vector<MonotoneOn> kAll = {MonotoneOn::recommendation, MonotoneOn::referral,
                                      MonotoneOn::exclusions};

bool is_harmless(const Enumerated& all, const Question& question) {
  return !all.any([&](const Point& point) {
    Replies usual = point.replies;
    set_default(all.pack, question, usual);
    return gives_less(point.outcome, all.at(usual).outcome, kAll);
  });
}

bool is_monotone(const Enumerated& all, const Question& question,
                 const std::vector<MonotoneOn>& on) {
  const std::int32_t step = question.caution == Caution::falls ? -1 : 1;
  return !all.any([&](const Point& point) {
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId id{question.first_variable.index + i};
      const std::int32_t next = point.replies[id] + step;
      if (next < question.min || next > question.max) continue;
      Replies stepped = point.replies;
      stepped.set(id, next);
      if (gives_less(all.at(stepped).outcome, point.outcome, on)) return true;
    }
    return false;
  });
}

bool fits(const OutcomePattern& pattern, const PlainOutcome& outcome) {
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
  if (invariant.for_all && !plain_truth(pack, replies, *invariant.for_all)) return false;
  if (!invariant.only) return true;
  for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
    const auto& only = *invariant.only;
    const Variable& variable = pack.variables[v];
    const bool may_vary = std::find(only.begin(), only.end(), variable.question) != only.end();
    if (!may_vary && replies[{v}] != variable.default_value) return false;
  }
  return true;
}

bool is_premise(const Invariant& invariant, const PlainOutcome& outcome) {
  return !invariant.if_outcome || fits(*invariant.if_outcome, outcome);
}

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
  REQUIRE(known);
  const Completion done = complete(pack, subjects(pack, known->both).front(), true);
  REQUIRE(done.missing.empty());
  return done.replies;
}

/// The two answers shown, of which one must give less than the other.
void compare_pair(const Enumerated& all, const Finding& finding) {
  REQUIRE(finding.example.has_value() == (finding.verdict == Verdict::refuted));
  REQUIRE(finding.compared_with.has_value() == finding.example.has_value());
  if (!finding.example) return;
  const PlainOutcome& less = all.at(as_understood(all.pack, *finding.example)).outcome;
  const PlainOutcome& more = all.at(as_understood(all.pack, *finding.compared_with)).outcome;
  REQUIRE(gives_less(less, more, kAll));
}

void compare_invariant(const Enumerated& all, const Invariant& invariant, const Finding& finding) {
  if (!invariant.then_outcome) {
    bool holds = true;
    for (const QuestionId id : invariant.monotone) {
      holds = holds && is_monotone(all, all.pack.question(id), invariant.on);
    }
    REQUIRE((finding.verdict == Verdict::proved) == holds);
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
  REQUIRE((finding.verdict == Verdict::refuted) == fewest.has_value());
  REQUIRE((finding.verdict == Verdict::warning) == !in_scope);
  if (!fewest) return;
  const Replies shown = as_understood(all.pack, *finding.example);
  REQUIRE(is_violated(all.pack, invariant, all.at(shown)));
  REQUIRE(not_default(all.pack, shown) == *fewest);
}

void compare_question(const Enumerated& all, const Question& question, const CheckReport& report) {
  const Finding& harmless = finding(report, "harmless-default", question.id);
  REQUIRE((harmless.verdict == Verdict::proved) == is_harmless(all, question));
  compare_pair(all, harmless);
  if (question.caution == Caution::none) return;
  const Finding& caution = finding(report, "caution", question.id);
  REQUIRE((caution.verdict == Verdict::proved) == is_monotone(all, question, kAll));
  compare_pair(all, caution);
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
  REQUIRE(found);
  const auto compare = [&](const std::optional<Counterexample>& example,
                           const std::function<bool(const Point&)>& holds) {
    std::optional<std::size_t> fewest;
    for (const Point& point : all.points) {
      if (!holds(point)) continue;
      fewest = std::min(fewest.value_or(99), not_default(all.pack, point.replies));
    }
    REQUIRE(example.has_value() == fewest.has_value());
    if (!example) return;
    const Replies shown = as_understood(all.pack, *example);
    REQUIRE(holds(all.at(shown)));
    REQUIRE(not_default(all.pack, shown) == *fewest);
  };
  const auto fires = [&](const Point& point) { return point.outcome.rules[r]; };
  compare(found->fires, fires);
  const bool covered = is_covered(all, r, others);
  REQUIRE(found->decides.has_value() == !covered);
  REQUIRE(found->covered_by.empty() == (!covered || !found->fires));
  if (!covered) {
    const Point& point = all.at(as_understood(all.pack, *found->decides));
    REQUIRE(fires(point));
    REQUIRE_FALSE(is_covered_at(all.pack, r, others, point));
  }
}

void compare_rule(const Enumerated& all, std::size_t r, const CheckReport& report) {
  const Rule& rule = all.pack.rules[r];
  const bool fires = all.any([&](const Point& point) { return point.outcome.rules[r]; });
  REQUIRE((finding(report, "dead-rule", rule.id).verdict == Verdict::proved) == fires);
  if (!fires) return;
  std::vector<std::size_t> others;
  for (std::size_t i = 0; i < all.pack.rules.size(); ++i) others.push_back(i);
  compare_insight(all, r, others);
  const Finding& effect = finding(report, "no-effect", rule.id);
  const bool covered = is_covered(all, r, others);
  REQUIRE(effect.message.empty() == !covered);
  REQUIRE((effect.verdict == Verdict::warning) == (covered && !rule.explains));
  if (!covered) return;
  std::erase_if(others, [&](std::size_t other) {
    return effect.message.find("`" + all.pack.rules[other].id + "`") == std::string::npos;
  });
  REQUIRE(is_covered(all, r, others));
  for (const std::size_t one : others) {
    std::vector<std::size_t> fewer = others;
    std::erase(fewer, one);
    REQUIRE_FALSE(is_covered(all, r, fewer));
  }
}

void compare_reach(const Enumerated& all, const CheckReport& report) {
  const auto compare = [&](const std::string& subject,
                           const std::function<bool(const PlainOutcome&)>& given) {
    const bool reached = all.any([&](const Point& point) { return given(point.outcome); });
    REQUIRE((finding(report, "unreachable", subject).verdict == Verdict::proved) == reached);
  };
  for (std::size_t i = 0; i < kRecommendationNames.size(); ++i) {
    compare("recommendation " + std::string(kRecommendationNames[i]), [&](const PlainOutcome& o) {
      return o.recommendation == static_cast<Recommendation>(i);
    });
  }
  for (std::size_t i = 0; i < kReferralNames.size(); ++i) {
    compare("referral " + std::string(kReferralNames[i]),
            [&](const PlainOutcome& o) { return o.referral == static_cast<Referral>(i); });
  }
  for (std::size_t w = 0; w < all.pack.workouts.size(); ++w) {
    compare(all.pack.workouts[w].id, [&](const PlainOutcome& o) { return o.offered[w]; });
  }
  for (std::size_t t = 0; t < all.pack.tips.size(); ++t) {
    compare(all.pack.tips[t].id, [&](const PlainOutcome& o) { return o.tips[t]; });
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
  REQUIRE(report.answers_covered == Approx(total));
  REQUIRE(report.escalated_share == Approx(static_cast<double>(escalated) / total));
  REQUIRE(report.escalated_example.has_value() == (escalated > 0));
  if (!report.escalated_example) return;
  const PlainOutcome& shown = all.at(as_understood(all.pack, *report.escalated_example)).outcome;
  REQUIRE(shown.floor != shown.recommendation);
}

}  // namespace

TEST_CASE("What a check finds is what trying all answers finds", "[prove]") {
  for (std::uint32_t seed = 0; seed < 1200; ++seed) {
    Dice dice(seed);
    const Pack pack = random_pack(dice, {.invariants = 6, .most_answers = 250});
    CAPTURE(seed);
    const Enumerated all(pack);
    const CheckReport report = check(pack);
    REQUIRE(report.complete);
    for (const Invariant& invariant : pack.invariants) {
      compare_invariant(all, invariant, finding(report, "invariant", invariant.id));
    }
    for (const Question& question : pack.questions) compare_question(all, question, report);
    for (std::size_t r = 0; r < pack.rules.size(); ++r) compare_rule(all, r, report);
    compare_reach(all, report);
    compare_counts(all, report);
  }
}

namespace {

/// Whether an invariant holds of the joint outcome of two complaints.
class TwoComplaints {
 public:
  explicit TwoComplaints(const Pack& pack) : pack_(pack) {
    for_each_completion(pack, nothing_told(pack, 2), [&](const Answers& answers) {
      std::vector<Replies> each = subjects(pack, answers);
      PlainOutcome outcome = plain_outcome(pack, answers);
      index_.emplace(key(each), points_.size());
      points_.emplace_back(std::move(each), std::move(outcome));
    });
  }

  bool holds(const Invariant& invariant) const {
    return std::all_of(points_.begin(), points_.end(), [&](const auto& point) {
      const auto& [each, outcome] = point;
      if (!invariant.then_outcome) return stays_monotone(invariant, each, outcome);
      const auto in_scope = [&](const Replies& r) { return is_in_scope(pack_, invariant, r); };
      const bool applies = invariant.only ? std::all_of(each.begin(), each.end(), in_scope)
                                          : std::any_of(each.begin(), each.end(), in_scope);
      return !applies || !is_premise(invariant, outcome) || fits(*invariant.then_outcome, outcome);
    });
  }

 private:
  static std::vector<std::int32_t> key(const std::vector<Replies>& each) {
    std::vector<std::int32_t> joined = Enumerated::key(each[0]);
    const std::vector<std::int32_t> second = Enumerated::key(each[1]);
    joined.insert(joined.end(), second.begin(), second.end());
    return joined;
  }

  bool stays_monotone(const Invariant& invariant, const std::vector<Replies>& each,
                      const PlainOutcome& outcome) const {
    for (const QuestionId id : invariant.monotone) {
      const Question& question = pack_.question(id);
      for (std::uint32_t i = 0; i < question.variable_count; ++i) {
        const VariableId variable{question.first_variable.index + i};
        for (std::size_t c = 0; c < each.size(); ++c) {
          std::vector<Replies> stepped = each;
          const std::int32_t next = each[c][variable] + 1;
          if (next > question.max) continue;
          for (std::size_t other = 0; other < each.size(); ++other) {
            if (other == c || question.about == About::runner) stepped[other].set(variable, next);
          }
          if (gives_less(points_[index_.at(key(stepped))].second, outcome, invariant.on)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  const Pack& pack_;
  std::vector<std::pair<std::vector<Replies>, PlainOutcome>> points_;
  std::map<std::vector<std::int32_t>, std::size_t> index_;
};

}  // namespace

TEST_CASE("What is proved for one complaint and not said to be for one holds for two", "[prove]") {
  std::size_t carried = 0;
  std::size_t only_one = 0;
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    Dice dice(seed);
    const Pack pack = random_pack(dice, {.questions = 4, .invariants = 12, .most_answers = 24});
    CAPTURE(seed);
    const TwoComplaints two(pack);
    const CheckReport report = check(pack);
    for (const Invariant& invariant : pack.invariants) {
      const Finding& found = finding(report, "invariant", invariant.id);
      if (found.verdict != Verdict::proved) continue;
      CAPTURE(invariant.id);
      found.one_complaint ? ++only_one : ++carried;
      if (!found.one_complaint) REQUIRE(two.holds(invariant));
    }
  }
  REQUIRE(carried > 500);
  REQUIRE(only_one > 100);
}

TEST_CASE("A pack too large for the budget is said to be not proved", "[prove]") {
  Dice dice(7);
  const Pack pack = random_pack(dice, {.questions = 8, .rules = 30, .invariants = 3});
  const CheckReport report = check(pack, 20);
  REQUIRE_FALSE(report.complete);
  REQUIRE_FALSE(report.refuted());
  REQUIRE(std::any_of(report.findings.begin(), report.findings.end(), [](const Finding& f) {
    return f.verdict == Verdict::not_proved && f.message == "too large to prove";
  }));
}

namespace {

const std::string kHurt =
    question("limp", R"("type": "bool", "says": "you limp", "default": false)", "complaint") +
    ", " + question("hot", R"("type": "bool", "says": "it is hot", "default": false)", "complaint");
const std::string kHotAndLimping = R"({"and": [{"var": "hot"}, {"var": "limp"}]})";
const std::string kActivities = R"(, "activities": [{"id": "bike", "label": "b"},
    {"id": "running", "label": "r"}])";

}  // namespace

TEST_CASE("What two complaints bring about together need not hold as for one", "[prove]") {
  const Pack pack = pack_with(kHurt,
                              rule("hot", R"({"var": "hot"})", R"("referral": "urgent")") + ", " +
                                  rule("both", kHotAndLimping, R"("exclude": ["bike"])"),
                              kActivities + R"(, "invariants": [
        {"id": "limping-and-urgent", "for_all": {"var": "limp"},
         "if": {"referral": {"at_least": "urgent"}}, "then": {"excludes": ["bike"]}},
        {"id": "hot-is-urgent", "for_all": {"var": "hot"},
         "then": {"referral": {"at_least": "urgent"}}},
        {"id": "fine-runs", "for_all": {"!": [{"var": "hot"}]},
         "then": {"recommend": {"at_most": "run"}}}])");
  const CheckReport report = check(pack);
  for (const char* id : {"limping-and-urgent", "hot-is-urgent", "fine-runs"}) {
    REQUIRE(finding(report, "invariant", id).verdict == Verdict::proved);
  }
  REQUIRE(finding(report, "invariant", "limping-and-urgent").one_complaint);
  REQUIRE_FALSE(finding(report, "invariant", "hot-is-urgent").one_complaint);
  REQUIRE(finding(report, "invariant", "fine-runs").one_complaint);
}

TEST_CASE("Findings name what is wrong in words of the pack", "[prove]") {
  const Pack pack = pack_with(
      question("gait",
               R"("type": "choice", "default": "fine", "caution": "rises", "options": [
          {"id": "fine", "label": "F1", "says": "f"}, {"id": "odd", "label": "O", "says": "o"},
          {"id": "limping", "label": "L", "says": "l"}])"),
      rule("odd", R"({"==": [{"var": "gait"}, "odd"]})", R"("recommend": "rest")") + ", " +
          rule("any", R"({"!=": [{"var": "gait"}, "fine"]})", R"("recommend": "easy-run")") + ", " +
          rule("limps", R"({"==": [{"var": "gait"}, "limping"]})", R"("recommend": "easy-run")") +
          ", " +
          rule("never", R"({"and": [{"==": [{"var": "gait"}, "odd"]},
                     {"==": [{"var": "gait"}, "fine"]}]})",
               R"("referral": "see")"),
      R"(, "activities": [{"id": "running", "label": "r"}], "workouts": [{"id": "jog",
        "activity": "running", "for": ["easy-run"], "minutes": [10, 20], "effort": {"rpe": [1, 2]},
        "how": "h", "sources": ["F1"]}])");
  const CheckReport report = check(pack);
  const Finding& caution = finding(report, "caution", "gait");
  REQUIRE(caution.message ==
          "caution does not go as declared: `gait` `limping` gives recommendation easy-run, but "
          "`gait` `odd` gives recommendation rest");
  REQUIRE(caution.example->found == "recommendation easy-run, referral none");
  REQUIRE(caution.compared_with->found == "recommendation rest, referral none");
  REQUIRE(finding(report, "no-effect", "limps").message == "covered by `any`");
  REQUIRE(finding(report, "dead-rule", "never").message == "no answers make this rule fire");
  REQUIRE(finding(report, "unreachable", "referral see").verdict == Verdict::refuted);
  REQUIRE(finding(report, "unreachable", "referral urgent").verdict == Verdict::warning);
  REQUIRE(report.answers_covered == 3);
  REQUIRE(report.refuted());
}

}  // namespace runready::testing
