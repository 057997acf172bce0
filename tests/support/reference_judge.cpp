#include "support/reference_judge.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace runready::testing {

namespace {

using Kind = Condition::Kind;

bool holds_of(const Condition& test, std::int32_t reply) {
  const auto value = [&](std::size_t i) { return test.values.at(i); };
  switch (test.kind) {
    case Kind::holds:
    case Kind::has_option:
      return reply == 1;
    case Kind::one_of:
      return std::count(test.values.begin(), test.values.end(), reply) > 0;
    case Kind::equal:
      return reply == value(0);
    case Kind::not_equal:
      return reply != value(0);
    case Kind::less:
      return reply < value(0);
    case Kind::less_equal:
      return reply <= value(0);
    case Kind::greater:
      return reply > value(0);
    case Kind::greater_equal:
      return reply >= value(0);
    case Kind::between:
      return value(0) < reply && reply < value(1);
    case Kind::between_inclusive:
      return value(0) <= reply && reply <= value(1);
    default:
      throw std::logic_error("not a test");
  }
}

bool contains(const std::vector<Recommendation>& levels, Recommendation level) {
  return std::find(levels.begin(), levels.end(), level) != levels.end();
}

}  // namespace

bool reference_applies(const Pack& pack, const Replies& replies, QuestionId question) {
  const auto& gate = pack.question(question).when;
  return !gate || reference_truth(pack, replies, *gate);
}

bool reference_truth(const Pack& pack, const Replies& replies, const Condition& condition) {
  const auto truth = [&](const Condition& c) { return reference_truth(pack, replies, c); };
  const auto& operands = condition.operands;
  switch (condition.kind) {
    case Kind::all_of:
      return std::all_of(operands.begin(), operands.end(), truth);
    case Kind::any_of:
    case Kind::any_option:
      return std::any_of(operands.begin(), operands.end(), truth);
    case Kind::negation:
      return !truth(operands.at(0));
    case Kind::term:
      return truth(pack.terms.at(condition.term.index).when);
    default: {
      const Variable& variable = pack.variable(condition.variable);
      const bool applies = reference_applies(pack, replies, variable.question);
      return holds_of(condition, applies ? replies[condition.variable] : variable.default_value);
    }
  }
}

ReferenceOutcome reference_outcome(const Pack& pack, const std::vector<Replies>& complaints) {
  ReferenceOutcome outcome;
  const auto for_any = [&](const Condition& c) {
    return std::any_of(complaints.begin(), complaints.end(),
                       [&](const Replies& r) { return reference_truth(pack, r, c); });
  };
  const auto for_all = [&](const Condition& c) {
    return std::all_of(complaints.begin(), complaints.end(),
                       [&](const Replies& r) { return reference_truth(pack, r, c); });
  };
  outcome.excluded.assign(pack.activities.size(), false);
  for (const Rule& rule : pack.rules) {
    const Condition* unless = rule.written_unless();
    outcome.rules.push_back(
        std::any_of(complaints.begin(), complaints.end(), [&](const Replies& r) {
          return reference_truth(pack, r, rule.written_when()) &&
                 (unless == nullptr || !reference_truth(pack, r, *unless));
        }));
    if (!outcome.rules.back()) continue;
    outcome.floor = std::max(outcome.floor, rule.recommend);
    outcome.referral = std::max(outcome.referral, rule.referral);
    for (const ActivityId activity : rule.exclude) outcome.excluded[activity.index] = true;
  }

  outcome.recommendation = outcome.floor;
  while (true) {
    outcome.offered.clear();
    for (const Workout& workout : pack.workouts) {
      outcome.offered.push_back(outcome.recommendation != Recommendation::rest &&
                                contains(workout.offered_for, outcome.recommendation) &&
                                !outcome.excluded[workout.activity.index] &&
                                (!workout.when || for_all(*workout.when)) &&
                                (!workout.unless || !for_any(*workout.unless)));
    }
    const bool any = std::count(outcome.offered.begin(), outcome.offered.end(), true) > 0;
    const bool planned = outcome.recommendation == Recommendation::run &&
                         !(pack.running && outcome.excluded[pack.running->index]);
    if (any || planned || outcome.recommendation == Recommendation::rest) break;
    outcome.recommendation = static_cast<Recommendation>(int(outcome.recommendation) + 1);
  }

  for (const Tip& tip : pack.tips) {
    outcome.tips.push_back(
        (tip.offered_for.empty() || contains(tip.offered_for, outcome.recommendation)) &&
        (!tip.when || for_all(*tip.when)) && (!tip.unless || !for_any(*tip.unless)));
  }
  return outcome;
}

namespace {

std::vector<Replies> joined_complaints(const Pack& pack, const Answers& answers) {
  std::vector<Replies> complaints;
  for (const Complaint& complaint : answers.complaints) {
    Replies joined = complaint.replies;
    for (std::uint32_t i = 0; i < pack.variables.size(); ++i) {
      if (pack.question_of({i}).about == About::runner) joined.set({i}, answers.runner[{i}]);
    }
    complaints.push_back(std::move(joined));
  }
  return complaints;
}

/// Whether an outcome is at the level that a key names.
bool is_at_level_of(const ReferenceOutcome& outcome, const std::string& key) {
  const std::size_t dot = key.find('.') + 1;
  const std::string word = key.substr(dot, key.find('.', dot) - dot);
  const auto is_word = [&](std::string_view name) { return name == word; };
  if (std::any_of(kRecommendationNames.begin(), kRecommendationNames.end(), is_word)) {
    return word == name(outcome.recommendation);
  }
  if (std::any_of(kReferralNames.begin(), kReferralNames.end(), is_word)) {
    return word == name(outcome.referral);
  }
  return true;
}

}  // namespace

ReferenceOutcome reference_outcome(const Pack& pack, const Answers& answers) {
  return reference_outcome(pack, joined_complaints(pack, answers));
}

std::vector<std::size_t> reference_spoken_of(const Pack& pack,
                                             const std::vector<Replies>& complaints,
                                             const std::string& key) {
  std::vector<std::size_t> reach;
  std::vector<std::size_t> all;
  if (!is_at_level_of(reference_outcome(pack, complaints), key)) return reach;
  for (std::size_t i = 0; i < complaints.size(); ++i) {
    all.push_back(i);
    if (is_at_level_of(reference_outcome(pack, std::vector{complaints[i]}), key))
      reach.push_back(i);
  }
  return reach.empty() ? all : reach;
}

std::string reference_text(const Pack& pack, const Answers& answers, const std::string& key) {
  const std::vector<Replies> complaints = joined_complaints(pack, answers);
  const std::vector<std::size_t> spoken = reference_spoken_of(pack, complaints, key);
  if (spoken.empty() || !pack.wordings.contains(key)) return pack.texts.at(key);
  for (const Wording& wording : pack.wordings.at(key)) {
    const bool holds = std::all_of(spoken.begin(), spoken.end(), [&](std::size_t i) {
      return reference_truth(pack, complaints[i], wording.when);
    });
    if (holds) return wording.text;
  }
  return pack.texts.at(key);
}

void for_each_completion(const Pack& pack, const Answers& answers,
                         const std::function<void(const Answers&)>& visit) {
  Answers complete = answers;
  std::vector<std::pair<Replies*, VariableId>> unknown;
  const auto collect = [&](Replies& replies, About about) {
    for (std::uint32_t i = 0; i < pack.variables.size(); ++i) {
      if (pack.question_of({i}).about == about && !replies.knows({i})) {
        unknown.emplace_back(&replies, VariableId{i});
      }
    }
  };
  collect(complete.runner, About::runner);
  for (Complaint& complaint : complete.complaints) collect(complaint.replies, About::complaint);

  const std::function<void(std::size_t)> reply_from = [&](std::size_t next) {
    if (next == unknown.size()) return visit(complete);
    const auto [replies, id] = unknown[next];
    for (std::int32_t v = pack.variable(id).min; v <= pack.variable(id).max; ++v) {
      replies->set(id, v);
      reply_from(next + 1);
    }
  };
  reply_from(0);
}

Answers nothing_told(const Pack& pack, std::size_t complaints) {
  Answers answers;
  answers.runner = Replies(pack.variables.size());
  answers.complaints.assign(complaints, {"", Replies(pack.variables.size())});
  answers.flat = complaints == 1;
  return answers;
}

}  // namespace runready::testing
