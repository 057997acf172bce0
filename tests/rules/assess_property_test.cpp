// The assessment against the plainest evaluator there is, by enumeration, on random packs.

#include <algorithm>
#include <iostream>

#include "catch.hpp"
#include "rules/situation.hpp"
#include "runready/assessment.hpp"
#include "support/random_pack.hpp"
#include "support/reference_judge.hpp"

using namespace runready;
using namespace runready::testing;

namespace {

constexpr std::uint32_t kSeed = 20261121;
constexpr int kPacks = 5000;

Replies joined(const Pack& pack, const Answers& answers, std::size_t complaint) {
  Replies replies = answers.runner;
  for (std::uint32_t i = 0; i < pack.variables.size(); ++i) {
    if (pack.question_of(VariableId{i}).about == About::complaint) {
      replies.set(VariableId{i}, answers.complaints[complaint].replies[VariableId{i}]);
    }
  }
  return replies;
}

/// Whether complete answers leave every symptom that was told with an open gate.
bool is_consistent(const Pack& pack, const Answers& told, const Answers& complete) {
  for (std::size_t c = 0; c < told.complaints.size(); ++c) {
    const Replies replies = joined(pack, told, c);
    for (std::uint32_t i = 0; i < pack.variables.size(); ++i) {
      const VariableId id{i};
      if (!replies.knows(id) || replies[id] == pack.variable(id).default_value) continue;
      if (!reference_applies(pack, joined(pack, complete, c), pack.variable(id).question))
        return false;
    }
  }
  return true;
}

/// Whether every reply of `part` stands in `whole` too.
bool holds(const Replies& whole, const Replies& part) {
  for (std::uint32_t i = 0; i < part.size(); ++i) {
    if (part.knows(VariableId{i}) && part[VariableId{i}] != whole[VariableId{i}]) return false;
  }
  return true;
}

bool holds(const Answers& whole, const Answers& part) {
  if (!holds(whole.runner, part.runner)) return false;
  for (std::size_t c = 0; c < part.complaints.size(); ++c) {
    if (!holds(whole.complaints[c].replies, part.complaints[c].replies)) return false;
  }
  return true;
}

/// Complete answers with each reply behind a shut gate at its default, as rules read it.
Answers as_read(const Pack& pack, Answers complete) {
  for (std::size_t c = 0; c < complete.complaints.size(); ++c) {
    const Replies replies = joined(pack, complete, c);
    for (std::uint32_t i = 0; i < pack.variables.size(); ++i) {
      const VariableId id{i};
      if (reference_applies(pack, replies, pack.variable(id).question)) continue;
      const bool runner = pack.question_of(id).about == About::runner;
      (runner ? complete.runner : complete.complaints[c].replies)
          .set(id, pack.variable(id).default_value);
    }
  }
  return complete;
}

ReferenceOutcome plain(const Pack& pack, const Assessment& a) {
  ReferenceOutcome outcome{a.floor, a.recommendation, a.referral, {}, {}, {}, {}};
  outcome.rules.resize(pack.rules.size());
  outcome.excluded.resize(pack.activities.size());
  outcome.offered.resize(pack.workouts.size());
  outcome.tips.resize(pack.tips.size());
  for (const Reason& reason : a.reasons) {
    if (reason.rule) outcome.rules[reason.rule->index] = true;
  }
  for (const Exclusion& exclusion : a.excluded) outcome.excluded[exclusion.activity.index] = true;
  for (const WorkoutId id : a.offered) outcome.offered[id.index] = true;
  for (const TipId id : a.tips) outcome.tips[id.index] = true;
  return outcome;
}

/// What was told with everything unknown at its default.
Answers at_defaults(const Pack& pack, Answers answers) {
  const auto fill = [&](Replies& replies) {
    for (std::uint32_t i = 0; i < replies.size(); ++i) {
      if (!replies.knows(VariableId{i})) {
        replies.set(VariableId{i}, pack.variable(VariableId{i}).default_value);
      }
    }
  };
  fill(answers.runner);
  for (Complaint& complaint : answers.complaints) fill(complaint.replies);
  return answers;
}

bool tells_no_permit(const Pack& pack, const Answers& answers) {
  const auto tells_none = [&](const Replies& replies) {
    for (std::uint32_t v = 0; v < replies.size(); ++v) {
      const VariableId id{v};
      if (replies.knows(id) && permits(pack.question_of(id), pack.variable(id), replies[id])) {
        return false;
      }
    }
    return true;
  };
  return tells_none(answers.runner) &&
         std::all_of(answers.complaints.begin(), answers.complaints.end(),
                     [&](const Complaint& complaint) { return tells_none(complaint.replies); });
}

bool in_range(const OutcomeRange& range, const ReferenceOutcome& outcome) {
  return range.least <= outcome.recommendation && outcome.recommendation <= range.most &&
         range.referral_least <= outcome.referral && outcome.referral <= range.referral_most;
}

}  // namespace

TEST_CASE("an assessment of random answers is what enumeration says", "[assess][property]") {
  INFO("seed " << kSeed);
  Dice dice(kSeed);
  std::size_t assessed = 0;
  std::size_t refused = 0;
  std::size_t followed = 0;
  for (int round = 0; round < kPacks; ++round) {
    const Pack pack = random_pack(dice, {.wordings = 4, .most_answers = 300});
    const std::size_t complaints = 1 + dice.below(2);
    const Answers told = random_answers(pack, dice, complaints, complaints == 1 ? 50 : 75);
    INFO("pack " << round);
    Diagnostics wrong;
    const auto known = infer(pack, told, wrong);
    CHECK(known.has_value() == wrong.empty());

    const OutcomeRange range = known ? possible_range(pack, *known) : OutcomeRange{};
    std::size_t consistent = 0;
    bool inferred_always = true;
    bool all_in_range = true;
    for_each_completion(pack, told, [&](const Answers& complete) {
      const bool fits = is_consistent(pack, told, complete);
      if (known && holds(complete, known->both)) {
        all_in_range = all_in_range && in_range(range, reference_outcome(pack, complete));
      }
      if (!fits) return;
      ++consistent;
      if (known) {
        inferred_always = inferred_always && holds(as_read(pack, complete), known->inferred);
      }
    });
    if (!known) {
      ++refused;
      if (wrong[0].code == "gate-shut") CHECK(consistent == 0);
      continue;
    }
    ++assessed;
    const Answers assumed = at_defaults(pack, known->both);
    const bool never_open = std::any_of(pack.questions.begin(), pack.questions.end(),
                                        [](const Question& q) { return !q.assume; });
    if (!never_open) CHECK(is_consistent(pack, told, assumed));
    CHECK(inferred_always);
    CHECK(all_in_range);

    const Assessment a = assess(pack, *known);
    for (const Reason& reason : a.reasons) {
      for (const QuestionId id : reason.unknown) CHECK_FALSE(pack.question(id).assume);
    }
    CHECK(tells_no_permit(pack, known->inferred));
    CHECK(tells_no_permit(pack, a.assumed));
    const ReferenceOutcome expected = reference_outcome(pack, assumed);
    if (!never_open) {
      CHECK((plain(pack, a) == expected));
      const Answers complete = at_defaults(pack, known->both);
      const Situation situation(pack, a);
      for (const auto& [key, wordings] : pack.wordings) {
        CHECK(situation.text(key) == testing::reference_text(pack, complete, key));
        if (situation.text(key) != pack.text(key)) ++followed;
      }
    } else {
      CHECK(a.recommendation >= expected.recommendation);
      CHECK(a.referral >= expected.referral);
    }
    CHECK(in_range(range, plain(pack, a)));
  }
  std::cout << "seed " << kSeed << ": " << assessed << " assessed, " << refused << " refused, "
            << followed << " wordings for the situation\n";
  CHECK(assessed > kPacks / 4);
  CHECK(refused > 0);
  CHECK(followed > 500);
}

TEST_CASE("one more complaint or symptom never makes an outcome more permissive",
          "[assess][property]") {
  INFO("seed " << kSeed);
  Dice dice(kSeed + 1);
  for (int round = 0; round < kPacks; ++round) {
    const Pack pack = random_pack(dice, {.cautious = true});
    Answers told = at_defaults(pack, nothing_told(pack, 1));
    const auto outcome = [&] { return reference_outcome(pack, told); };
    const auto assessed = [&]() -> std::optional<Assessment> {
      Diagnostics wrong;
      const auto known = infer(pack, told, wrong);
      return known ? std::optional(assess(pack, *known)) : std::nullopt;
    };
    std::optional<Assessment> before = assessed();
    for (std::uint32_t i = 0; i < pack.variables.size(); ++i) {
      const VariableId id{dice.below(pack.variables.size())};
      const Question& question = pack.question_of(id);
      Replies& replies =
          question.about == About::runner ? told.runner : told.complaints.back().replies;
      if (question.caution == Caution::rises && replies[id] < pack.variable(id).max) {
        replies.set(id, replies[id] + 1);
      }
      if (dice.percent(20) && told.complaints.size() < 3)
        told.complaints.push_back(told.complaints.back());
      const std::optional<Assessment> after = assessed();
      if (!after) continue;
      CHECK(after->recommendation == outcome().recommendation);
      if (before) {
        CHECK(after->recommendation >= before->recommendation);
        CHECK(after->referral >= before->referral);
      }
      before = after;
    }
  }
}
