#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "rules/gates.hpp"
#include "runready/prove.hpp"
#include "support/packs.hpp"
#include "support/random_pack.hpp"
#include "support/reference_judge.hpp"

namespace runready::testing {

namespace {

using Outcome = std::tuple<Recommendation, Referral, std::vector<bool>>;

Outcome outcome_of(const ReferenceOutcome& plain) {
  return {plain.recommendation, plain.referral, plain.offered};
}

Outcome given_outcome(const Pack& pack, const Assessment& given) {
  std::vector<bool> offered(pack.workouts.size(), false);
  for (const WorkoutId id : given.offered) offered[id.index] = true;
  return {given.recommendation, given.referral, offered};
}

Replies& replies_of(const Pack& pack, Answers& answers, const Asked& asked) {
  return pack.question(asked.question).about == About::runner
             ? answers.runner
             : answers.complaints[asked.complaint.value()].replies;
}

std::vector<Asked> all_asked(const Pack& pack, std::size_t complaints) {
  std::vector<Asked> all;
  for (std::size_t c = 0; c < complaints; ++c) {
    for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
      const bool runner = pack.questions[q].about == About::runner;
      if (runner && c > 0) continue;
      all.push_back({{q}, runner ? std::nullopt : std::optional(c)});
    }
  }
  return all;
}

void for_variables(const Question& question, const std::function<void(VariableId)>& visit) {
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    visit({question.first_variable.index + i});
  }
}

/// What is known, with the defaults that "nothing else" tells.
Answers as_told(const Pack& pack, const Known& known) {
  Answers answers = known.both;
  if (!known.told.nothing_else) return answers;
  for (const Asked& asked : all_asked(pack, answers.complaints.size())) {
    if (!goes_without_saying(pack.question(asked.question))) continue;
    Replies& replies = replies_of(pack, answers, asked);
    for_variables(pack.question(asked.question), [&](VariableId id) {
      if (!replies.knows(id)) replies.set(id, pack.variable(id).default_value);
    });
  }
  return answers;
}

/// Everything an outlook says, by trying all ways to go on.
struct Enumerated {
  Enumerated(const Pack& pack, const Known& known)
      : pack_(pack), told_(as_told(pack, known)), given(given_outcome(pack, assess(pack, known))) {
    for_each_completion(pack, told_, [&](const Answers& answers) {
      completions_.emplace_back(answers, outcome_of(reference_outcome(pack, answers)));
      outcomes.insert(completions_.back().second);
    });
  }

  bool settled() const { return outcomes.size() == 1 && *outcomes.begin() == given; }

  OutcomeRange range() const {
    OutcomeRange range{std::get<0>(given), std::get<0>(given), std::get<1>(given),
                       std::get<1>(given)};
    for (const auto& [recommendation, referral, offered] : outcomes) {
      range.least = std::min(range.least, recommendation);
      range.most = std::max(range.most, recommendation);
      range.referral_least = std::min(range.referral_least, referral);
      range.referral_most = std::max(range.referral_most, referral);
    }
    return range;
  }

  /// Whether two ways to go on that differ in nothing but this reply differ in what is looked at.
  template <class Look>
  bool changes(const Asked& asked, Look look) const {
    std::map<std::vector<std::int32_t>, decltype(look(Outcome{}))> by_rest;
    for (const auto& [answers, outcome] : completions_) {
      const auto [known, is_new] = by_rest.emplace(rest_of(answers, asked), look(outcome));
      if (!is_new && known->second != look(outcome)) return true;
    }
    return false;
  }

  bool matters(const Asked& asked) const {
    return changes(asked, [](const Outcome& outcome) { return outcome; });
  }

  bool can_be_asked(const Asked& asked) const {
    Answers told = told_;
    const Question& question = pack_.question(asked.question);
    bool answered = true;
    for_variables(question, [&](VariableId id) {
      answered = answered && replies_of(pack_, told, asked).knows(id);
    });
    const Replies subject = subjects(pack_, told)[asked.complaint.value_or(0)];
    return !answered && applies(pack_, question, told_replies(pack_, subject, false)) == Truth::yes;
  }

  std::vector<Asked> open() const {
    std::vector<Asked> open;
    for (const Asked& asked : all_asked(pack_, told_.complaints.size())) {
      if (can_be_asked(asked) && matters(asked)) open.push_back(asked);
    }
    return open;
  }

 private:
  std::vector<std::int32_t> rest_of(Answers answers, const Asked& asked) const {
    for_variables(pack_.question(asked.question),
                  [&](VariableId id) { replies_of(pack_, answers, asked).forget(id); });
    std::vector<std::int32_t> rest;
    for (std::uint32_t v = 0; v < pack_.variables.size(); ++v) {
      rest.push_back(answers.runner[{v}]);
      for (const Complaint& complaint : answers.complaints) rest.push_back(complaint.replies[{v}]);
    }
    return rest;
  }

  const Pack& pack_;
  Answers told_;
  std::vector<std::pair<Answers, Outcome>> completions_;

 public:
  Outcome given;
  std::set<Outcome> outcomes;
};

Known with_replies(const Known& known, const Answers& both) {
  Known changed = known;
  changed.both = changed.told = both;
  changed.told.nothing_else = known.told.nothing_else;
  return changed;
}

/// Where a variable could be instead of where it is.
struct Alternative {
  Asked asked;
  VariableId id;
  std::int32_t now = kUnknown;
  std::vector<std::int32_t> values;  ///< the nearest first
};

std::vector<std::int32_t> healed(const Question& question, const Variable& variable,
                                 std::int32_t now) {
  if (now == kUnknown || permits(question, variable, now)) return {};
  if (question.type == QuestionType::multi_choice) {
    const bool heals = question.heals || question.options[*variable.option].heals;
    return now == 1 && heals ? std::vector<std::int32_t>{0} : std::vector<std::int32_t>{};
  }
  const bool is_choice = question.type == QuestionType::choice;
  const bool heals =
      question.heals || (is_choice && question.options[static_cast<std::size_t>(now)].heals);
  if (!heals) return {};
  std::vector<std::int32_t> values;
  if (question.caution == Caution::none) values = {variable.default_value};
  if (question.caution == Caution::rises) {
    for (std::int32_t v = now - 1; v >= variable.min; --v) values.push_back(v);
  }
  if (question.caution == Caution::falls) {
    for (std::int32_t v = now + 1; v <= variable.max; ++v) values.push_back(v);
  }
  std::erase_if(values, [&](std::int32_t v) { return v == now || permits(question, variable, v); });
  return values;
}

std::vector<std::int32_t> permitting(const Question& question, const Variable& variable,
                                     std::int32_t now) {
  std::vector<std::int32_t> values;
  for (std::int32_t v = variable.min; v <= variable.max && now == kUnknown; ++v) {
    if (permits(question, variable, v)) values.push_back(v);
  }
  return values;
}

using Find = decltype(healed);

/// The nearest more permissive outcomes, by trying all of them.
class Nearest {
 public:
  Nearest(const Pack& pack, const Known& known, Find* find)
      : pack_(pack), known_(known), told_(known.both), given_(assess(pack, known)) {
    for (const Asked& asked : all_asked(pack, told_.complaints.size())) {
      const Question& question = pack.question(asked.question);
      const bool goes_without = known.told.nothing_else && goes_without_saying(question);
      for_variables(question, [&](VariableId id) {
        if (find == permitting && goes_without) return;
        const std::int32_t now = replies_of(pack, told_, asked)[id];
        const auto values = find(question, pack.variable(id), now);
        if (!values.empty()) alternatives_.push_back({asked, id, now, values});
      });
    }
    if (given_.referral < Referral::urgent) try_from(0, 0);
  }

  /// Each is what it says it is, with the fewest replies, none further than needed.
  void require_same(const std::vector<AskAgain>& found) const {
    Recommendation least = given_.recommendation;
    for (const AskAgain& again : found) {
      REQUIRE(again.recommendation < least);
      REQUIRE(replies_in(again) == fewest_below(least));
      REQUIRE(after(again).recommendation == again.recommendation);
      REQUIRE_FALSE(after(again).referral > given_.referral);
      require_no_further(again, least);
      least = again.recommendation;
    }
    REQUIRE_FALSE(fewest_below(least));
  }

 private:
  void try_from(std::size_t next, std::size_t changes) {
    if (next == alternatives_.size()) {
      const Assessment changed = assess(pack_, with_replies(known_, told_));
      if (changed.referral > given_.referral) return;
      const auto [best, is_new] = fewest_.emplace(changed.recommendation, changes);
      if (!is_new) best->second = std::min(best->second, changes);
      return;
    }
    const Alternative& alternative = alternatives_[next];
    try_from(next + 1, changes);
    for (const std::int32_t value : alternative.values) {
      set(told_, alternative.asked, alternative.id, value);
      try_from(next + 1, changes + 1);
    }
    set(told_, alternative.asked, alternative.id, alternative.now);
  }

  void set(Answers& answers, const Asked& asked, VariableId id, std::int32_t value) const {
    Replies& replies = replies_of(pack_, answers, asked);
    value == kUnknown ? replies.forget(id) : replies.set(id, value);
  }

  std::optional<std::size_t> fewest_below(Recommendation level) const {
    std::optional<std::size_t> fewest;
    for (const auto& [recommendation, changes] : fewest_) {
      if (recommendation < level) fewest = std::min(fewest.value_or(changes), changes);
    }
    return fewest;
  }

  static std::size_t replies_in(const AskAgain& again) {
    std::size_t count = 0;
    for (const auto& change : again.changes) count += change.replies.size();
    return count;
  }

  Assessment after(const AskAgain& again) const {
    Answers changed = told_;
    for (const auto& change : again.changes) {
      for (const auto& [variable, value] : change.replies) {
        set(changed, change.asked, variable, value);
      }
    }
    return assess(pack_, with_replies(known_, changed));
  }

  /// One reply nearer to what is, the others as they are, does not do.
  void require_no_further(const AskAgain& again, Recommendation than) const {
    for (std::size_t c = 0; c < again.changes.size(); ++c) {
      for (std::size_t r = 0; r < again.changes[c].replies.size(); ++r) {
        AskAgain nearer = again;
        auto& [variable, value] = nearer.changes[c].replies[r];
        const auto alternative =
            std::find_if(alternatives_.begin(), alternatives_.end(), [&](const Alternative& a) {
              return a.id == variable && a.asked == again.changes[c].asked;
            });
        REQUIRE(alternative != alternatives_.end());
        const std::int32_t said = value;
        for (const std::int32_t candidate : alternative->values) {
          if (candidate == said) break;
          value = candidate;
          const Assessment given = after(nearer);
          REQUIRE((given.recommendation >= than || given.referral > given_.referral));
        }
      }
    }
  }

  const Pack& pack_;
  const Known& known_;
  Answers told_;
  Assessment given_;
  std::vector<Alternative> alternatives_;
  std::map<Recommendation, std::size_t> fewest_;
};

/// Some answers that are no contradiction in themselves.
std::optional<Known> random_known(const Pack& pack, Dice& dice, std::size_t complaints) {
  Answers told = random_answers(pack, dice, complaints, 10 + dice.below(80));
  told.nothing_else = dice.percent(15);
  Diagnostics wrong;
  return infer(pack, told, wrong);
}

void compare(const Pack& pack, const Known& known, Prover& prover) {
  const Enumerated truth(pack, known);
  const Outlook outlook = prover.outlook(known);
  REQUIRE(outlook.exact);
  REQUIRE(outlook.settled == truth.settled());
  REQUIRE(outlook.range == truth.range());

  const std::vector<Asked> open = prover.open_questions(known);
  const std::vector<Asked> truly_open = truth.open();
  REQUIRE(open.empty() == truth.settled());
  if (!truly_open.empty()) REQUIRE(open == truly_open);
  for (const Asked& asked : open) REQUIRE(truth.can_be_asked(asked));
  REQUIRE(outlook.ask_next == std::vector<Asked>(open.begin(), open.begin() + !open.empty()));

  Nearest(pack, known, healed).require_same(outlook.ask_again_when);
  Nearest(pack, known, permitting).require_same(outlook.would_permit);
}

}  // namespace

TEST_CASE("An outlook on one complaint is what trying every way to go on says", "[prove]") {
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    Dice dice(seed);
    const Pack pack = random_pack(dice, {.most_answers = 200});
    Prover prover(pack);
    for (int i = 0; i < 4; ++i) {
      const auto known = random_known(pack, dice, 1);
      CAPTURE(seed, i);
      if (known) compare(pack, *known, prover);
    }
  }
}

TEST_CASE("Where any other reply would do, the harmless one is named", "[prove]") {
  const Pack pack = load(base_and(R"({
    "questions": [{"id": "feel", "about": "runner", "section": "day", "type": "choice", "why": "Why.", "heals": true,
      "ask": "How?", "default": "dull", "options": [
        {"id": "dull", "label": "Dull", "says": "it is dull"},
        {"id": "tight", "label": "Tight", "says": "it is tight"},
        {"id": "sharp", "label": "Sharp", "says": "it is sharp"},
        {"id": "hot", "label": "Hot", "says": "it is hot"}]}],
    "rules": [{"id": "sharp", "when": {"==": [{"var": "feel"}, "sharp"]}, "recommend": "rest",
      "because": "Sharp.", "sources": ["B2"]}]})"));
  Answers told;
  told.runner = Replies(pack.variables.size());
  told.runner.set(pack.question(*pack.question_named("feel")).first_variable, 2);
  told.runner.set(pack.question(*pack.question_named("slept")).first_variable, 8);
  Diagnostics wrong;
  const Outlook outlook = Prover(pack).outlook(*infer(pack, told, wrong));
  REQUIRE(outlook.ask_again_when.size() == 1);
  REQUIRE(outlook.ask_again_when[0].changes.size() == 1);
  CHECK(outlook.ask_again_when[0].changes[0].replies[0].second == 0);
}

TEST_CASE("An outlook on several complaints is what trying every way to go on says", "[prove]") {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    Dice dice(seed);
    const Pack pack = random_pack(dice, {.questions = 4, .most_answers = 24});
    Prover prover(pack);
    for (int i = 0; i < 3; ++i) {
      const auto known = random_known(pack, dice, 2 + dice.below(2));
      CAPTURE(seed, i);
      if (known) compare(pack, *known, prover);
    }
  }
}

TEST_CASE("A prover follows an interview forward and back", "[prove]") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    Dice dice(seed);
    const Pack pack = random_pack(dice, {.most_answers = 200});
    Prover prover(pack);
    Diagnostics wrong;
    std::vector<Known> steps = {*infer(pack, nothing_told(pack), wrong)};
    for (int i = 0; i < 12; ++i) {
      CAPTURE(seed, i);
      const Outlook outlook = prover.outlook(steps.back());
      REQUIRE(outlook.range == Enumerated(pack, steps.back()).range());
      REQUIRE(outlook.settled == Enumerated(pack, steps.back()).settled());
      if (outlook.settled || dice.percent(20)) {
        if (steps.size() > 1) steps.pop_back();
        continue;
      }
      Answers told = steps.back().told;
      for_variables(pack.question(outlook.ask_next[0].question), [&](VariableId id) {
        const Variable& variable = pack.variable(id);
        replies_of(pack, told, outlook.ask_next[0])
            .set(id, dice.between(variable.min, variable.max));
      });
      const auto known = infer(pack, told, wrong);
      REQUIRE(known);
      steps.push_back(*known);
    }
  }
}

TEST_CASE("Without diagrams an outlook is never wrong, only less sharp", "[prove]") {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    Dice dice(seed);
    const Pack pack = random_pack(dice, {.most_answers = 200});
    const auto known = random_known(pack, dice, 1);
    CAPTURE(seed);
    if (!known) continue;
    const Enumerated truth(pack, *known);
    Prover prover(pack, 0);
    const Outlook outlook = prover.outlook(*known);
    const OutcomeRange range = truth.range();
    REQUIRE(outlook.range.least <= range.least);
    REQUIRE(outlook.range.most >= range.most);
    REQUIRE(outlook.range.referral_least <= range.referral_least);
    REQUIRE(outlook.range.referral_most >= range.referral_most);
    if (outlook.settled) REQUIRE(truth.settled());
    const std::vector<Asked> open = prover.open_questions(*known);
    for (const Asked& asked : truth.open()) {
      REQUIRE(std::find(open.begin(), open.end(), asked) != open.end());
    }
  }
}

TEST_CASE("What a question still decides is what some reply to it changes", "[prove]") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    Dice dice(seed);
    const Pack pack = random_pack(dice, {.most_answers = 200});
    const auto known = random_known(pack, dice, 1);
    CAPTURE(seed);
    if (!known) continue;
    const Enumerated truth(pack, *known);
    Prover prover(pack);
    for (const Asked& asked : prover.open_questions(*known)) {
      const Stakes stakes = prover.stakes(*known, asked);
      REQUIRE(stakes.recommendation == truth.changes(asked, [](const Outcome& o) {
        return static_cast<int>(std::get<0>(o));
      }));
      REQUIRE(stakes.referral == truth.changes(asked, [](const Outcome& o) {
        return static_cast<int>(std::get<1>(o));
      }));
    }
  }
}

}  // namespace runready::testing
