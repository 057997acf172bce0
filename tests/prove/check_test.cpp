#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "prove/parts.hpp"
#include "rules/gates.hpp"
#include "runready/prove.hpp"
#include "support/random_pack.hpp"
#include "support/reference_check.hpp"
#include "support/reference_judge.hpp"

namespace runready::testing {

namespace {

using Verdict = Finding::Verdict;

}  // namespace

TEST_CASE("What a check finds is what trying all answers finds", "[prove]") {
  for (std::uint32_t seed = 0; seed < 1200; ++seed) {
    Dice dice(seed);
    const Pack pack = random_pack(dice, {.invariants = 6, .wordings = 3, .most_answers = 250});
    CAPTURE(seed);
    const CheckReport report = check(pack);
    REQUIRE(report.complete);
    require_same_as_enumeration(pack, report);
  }
}

namespace {

/// Whether an invariant holds of the joint outcome of two complaints.
class TwoComplaints {
 public:
  explicit TwoComplaints(const Pack& pack) : pack_(pack) {
    for_each_completion(pack, nothing_told(pack, 2), [&](const Answers& answers) {
      std::vector<Replies> each = subjects(pack, answers);
      ReferenceOutcome outcome = reference_outcome(pack, answers);
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

  /// Whether no reply to the question, told of either, gives both less than the default.
  bool default_is_harmless(const Question& question) const {
    return std::all_of(points_.begin(), points_.end(), [&](const auto& point) {
      for (std::size_t c = 0; c < point.first.size(); ++c) {
        for (std::uint32_t i = 0; i < question.variable_count; ++i) {
          const VariableId id{question.first_variable.index + i};
          if (gives_less_than_default(question, id, c, point)) return false;
        }
      }
      return true;
    });
  }

  bool allows_what_is_gentler(ActivityId id) const {
    return std::none_of(points_.begin(), points_.end(), [&](const auto& point) {
      return is_barred_though_gentler(pack_, id, point.second);
    });
  }

 private:
  using Joint = std::pair<std::vector<Replies>, ReferenceOutcome>;

  bool gives_less_than_default(const Question& question, VariableId id, std::size_t complaint,
                               const Joint& point) const {
    std::vector<Replies> each = point.first;
    for (std::size_t c = 0; c < each.size(); ++c) {
      if (c != complaint && question.about == About::complaint) continue;
      const auto usual = at_harmless_default(pack_, id, each[c]);
      if (!usual) return false;
      each[c] = *usual;
    }
    return gives_less(point.second, points_[index_.at(key(each))].second,
                      {MonotoneOn::recommendation, MonotoneOn::referral, MonotoneOn::exclusions});
  }

  static std::vector<std::int32_t> key(const std::vector<Replies>& each) {
    std::vector<std::int32_t> joined = Enumerated::key(each[0]);
    const std::vector<std::int32_t> second = Enumerated::key(each[1]);
    joined.insert(joined.end(), second.begin(), second.end());
    return joined;
  }

  bool stays_monotone(const Invariant& invariant, const std::vector<Replies>& each,
                      const ReferenceOutcome& outcome) const {
    for (const QuestionId id : invariant.monotone) {
      const Question& question = pack_.question(id);
      for (std::uint32_t i = 0; i < question.variable_count; ++i) {
        const VariableId variable{question.first_variable.index + i};
        for (std::size_t c = 0; c < each.size(); ++c) {
          std::vector<Replies> stepped = each;
          const auto up = one_step_up(pack_, variable, each[c]);
          if (!up) continue;
          const std::int32_t next = (*up)[variable];
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
  std::vector<std::pair<std::vector<Replies>, ReferenceOutcome>> points_;
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
    for (const Question& question : pack.questions) {
      const Finding& found = finding(report, "harmless-default", question.id);
      if (found.verdict != Verdict::proved || found.one_complaint) continue;
      CAPTURE(question.id);
      REQUIRE(two.default_is_harmless(question));
    }
    for (std::uint32_t a = 0; a < pack.activities.size(); ++a) {
      if (pack.activities[a].gentler_than.empty()) continue;
      const Finding& found = finding(report, "gentler", pack.activities[a].id);
      if (found.verdict == Verdict::proved) REQUIRE(two.allows_what_is_gentler({a}));
    }
  }
  REQUIRE(carried > 500);
  REQUIRE(only_one > 100);
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
