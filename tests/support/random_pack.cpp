#include "support/random_pack.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "pack/texts.hpp"
#include "rules/condition.hpp"
#include "runready/load.hpp"

namespace runready::testing {

namespace {

using Kind = Condition::Kind;

double answers_of(const Question& question) {
  if (question.type == QuestionType::multi_choice) {
    return static_cast<double>(std::uint64_t{1} << question.options.size());
  }
  return static_cast<double>(question.max - question.min + 1);
}

Question random_question(Dice& dice, std::size_t number, bool cautious) {
  Question question;
  question.id = "q" + std::to_string(number);
  // Some texts begin alike for longer than is compared in one go.
  if (number % 4 == 3) question.id = "a_question_with_a_name_longer_than_most_" + question.id;
  question.about = dice.percent(50) ? About::runner : About::complaint;
  question.type = static_cast<QuestionType>(dice.below(4));
  question.ask = "Question " + std::to_string(number) + "?";
  question.why = "Because of " + std::to_string(number) + ".";
  question.clause = {"you have " + question.id, "you do not have " + question.id};
  question.heals = dice.percent(50);
  const bool many = question.type == QuestionType::multi_choice;
  if (many || question.type == QuestionType::choice) {
    const std::uint32_t count = many ? 1 + dice.below(3) : 2 + dice.below(3);
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::string id = question.id + static_cast<char>('a' + i);
      question.options.push_back(
          {id, "Option " + id, {"you say " + id, ""}, "", {"word " + id}, Caution::rises});
    }
  }
  if (question.type == QuestionType::choice) {
    question.max = static_cast<std::int32_t>(question.options.size()) - 1;
  } else if (question.type == QuestionType::integer) {
    question.min = dice.between(-2, 3);
    question.max = question.min + dice.between(2, 4);
    question.clause.says = "your " + question.id + " is {}";
  }
  question.default_value = question.min;
  if (!cautious && !many) question.default_value = dice.between(question.min, question.max);
  question.caution = cautious || dice.percent(30) ? Caution::rises : Caution::none;
  if (many) question.variable_count = static_cast<std::uint32_t>(question.options.size());
  return question;
}

void add_variables(Pack& pack, Question& question, std::uint32_t number) {
  question.first_variable = {static_cast<std::uint32_t>(pack.variables.size())};
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    Variable variable{{number}, std::nullopt, question.min, question.max, question.default_value};
    if (question.type == QuestionType::multi_choice) variable.option = i;
    pack.variables.push_back(variable);
  }
}

/// What a condition made while the pack is being made may read.
struct Readable {
  std::vector<std::uint32_t> questions;
  std::vector<std::uint32_t> terms;
};

Condition some_options(Dice& dice, const Question& question) {
  Condition some;
  some.kind = Kind::any_option;
  for (std::uint32_t option = 0; option < question.variable_count; ++option) {
    if (!dice.percent(60) && !some.operands.empty()) continue;
    Condition test;
    test.kind = Kind::has_option;
    test.variable = {question.first_variable.index + option};
    some.operands.push_back(test);
  }
  return some;
}

Condition random_test(Dice& dice, const Question& question, bool cautious) {
  Condition test;
  const std::uint32_t offset = dice.below(question.variable_count);
  test.variable = {question.first_variable.index + offset};
  const std::int32_t value = dice.between(question.min, question.max);
  if (question.type == QuestionType::multi_choice) {
    if (dice.percent(40)) return some_options(dice, question);
    test.kind = Kind::has_option;
  } else if (question.type == QuestionType::boolean) {
    test.kind = cautious ? Kind::holds : static_cast<Kind>(int(Kind::holds) + dice.below(2));
    if (test.kind != Kind::holds) {
      test.kind = dice.percent(50) ? Kind::equal : Kind::not_equal;
      test.values = {value};
    }
  } else if (question.type == QuestionType::choice) {
    test.kind = Kind::one_of;
    for (std::int32_t v = question.min; v <= question.max; ++v) {
      if (cautious ? v >= std::max(value, 1) : dice.percent(50)) test.values.push_back(v);
    }
    if (test.values.empty()) test.values.push_back(value);
  } else if (cautious) {
    test.kind = dice.percent(50) ? Kind::greater_equal : Kind::greater;
    test.values = {test.kind == Kind::greater ? std::min(value, question.max - 1)
                                              : std::max(value, question.min + 1)};
  } else {
    test.kind = static_cast<Kind>(int(Kind::equal) + dice.below(8));
    test.values = {value};
    if (test.kind == Kind::between) test.values = {std::min(value, question.max - 2)};
    const std::int32_t least = test.values[0] + (test.kind == Kind::between ? 2 : 0);
    if (test.kind >= Kind::between) test.values.push_back(dice.between(least, question.max));
  }
  return test;
}

Condition random_tree(const Pack& pack, Dice& dice, const Readable& readable, bool cautious,
                      int depth) {
  Condition condition;
  const std::uint32_t shape = depth == 0 ? 0 : dice.below(100);
  if (shape < 40) {
    if (!readable.terms.empty() && (readable.questions.empty() || dice.percent(25))) {
      condition.kind = Kind::term;
      condition.term = {dice.pick(readable.terms)};
      return condition;
    }
    return random_test(dice, pack.questions[dice.pick(readable.questions)], cautious);
  }
  if (shape < 55 && !cautious) {
    condition.kind = Kind::negation;
    condition.operands.push_back(random_tree(pack, dice, readable, cautious, depth - 1));
    return condition;
  }
  condition.kind = dice.percent(50) ? Kind::all_of : Kind::any_of;
  const std::uint32_t count = 1 + dice.below(3);
  for (std::uint32_t i = 0; i < count; ++i) {
    condition.operands.push_back(random_tree(pack, dice, readable, cautious, depth - 1));
  }
  return condition;
}

Readable readable_about(const Pack& pack, const Readable& all, About about) {
  if (about == About::complaint) return all;
  Readable runner;
  for (const std::uint32_t q : all.questions) {
    if (pack.questions[q].about == About::runner) runner.questions.push_back(q);
  }
  for (const std::uint32_t t : all.terms) {
    if (!pack.terms[t].reads_complaint) runner.terms.push_back(t);
  }
  return runner;
}

/// Questions and terms in an order of making in which each reads only what was made before; the
/// author's order is another.
class Making {
 public:
  Making(Pack& pack, Dice& dice, const RandomPackOptions& options)
      : pack_(pack), dice_(dice), options_(options) {}

  void run() {
    make_questions();
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < pack_.questions.size(); ++i) order.push_back(i);
    dice_.shuffle(order);
    std::size_t terms = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      add_question(order[i]);
      while (terms * order.size() < options_.terms * (i + 1)) {
        add_term();
        ++terms;
      }
    }
  }

 private:
  void make_questions() {
    double answers = 1;
    for (std::size_t i = 0; i < options_.questions; ++i) {
      Question question = random_question(dice_, i, options_.cautious);
      answers *= answers_of(question);
      if (i > 0 && answers > options_.most_answers) break;
      add_variables(pack_, question, static_cast<std::uint32_t>(pack_.questions.size()));
      question.section = static_cast<std::uint32_t>(2 * i / options_.questions);
      pack_.questions.push_back(std::move(question));
    }
  }

  void add_question(std::uint32_t number) {
    Question& question = pack_.questions[number];
    const Readable readable = readable_about(pack_, made_, question.about);
    if (!(readable.questions.empty() && readable.terms.empty()) && dice_.percent(45)) {
      question.when = random_tree(pack_, dice_, readable, options_.cautious, 1);
    }
    if (options_.never_assumed && dice_.percent(15)) question.assume = question.enter = false;
    if (options_.marks) add_marks(question);
    question.default_opens = options_.default_opens && question.when &&
                             question.type != QuestionType::multi_choice && dice_.percent(30);
    pack_.gate_order.push_back({number});
    made_.questions.push_back(number);
  }

  void add_marks(Question& question) {
    const bool is_list = question.type == QuestionType::multi_choice;
    if (is_list && question.assume && dice_.percent(20)) {
      question.none_is_reply = question.enter = false;
    }
    question.permits = dice_.percent(15);
    if (question.permits) question.heals = false;
    if (question.permits && !is_list) question.caution = Caution::none;
    for (std::uint32_t i = 0; i < question.options.size(); ++i) {
      const bool is_default = !is_list && static_cast<std::int32_t>(i) == question.default_value;
      Option& option = question.options[i];
      option.permits = !is_default && dice_.percent(20);
      option.heals = !option.permits && !is_default && dice_.percent(20);
      if (option.permits) option.caution = Caution::none;
    }
  }

  void add_term() {
    Term term;
    term.id = "t" + std::to_string(pack_.terms.size());
    term.clause = {"term " + term.id + " holds", ""};
    term.when = random_tree(pack_, dice_, made_, options_.cautious, 2);
    term.reads_complaint = reads_complaint(pack_, term.when);
    const auto number = static_cast<std::uint32_t>(pack_.terms.size());
    pack_.terms.push_back(std::move(term));
    pack_.term_order.push_back({number});
    made_.terms.push_back(number);
  }

  Pack& pack_;
  Dice& dice_;
  const RandomPackOptions& options_;
  Readable made_;
};

Rule random_rule(const Pack& pack, Dice& dice, std::size_t number, bool cautious) {
  Rule rule;
  rule.id = "r" + std::to_string(number);
  rule.when = random_condition(pack, dice, About::complaint, cautious);
  if (!cautious && dice.percent(25)) {
    rule.except(random_condition(pack, dice, About::complaint, cautious));
  }
  rule.reads_complaint = reads_complaint(pack, rule.when);
  if (dice.percent(60)) rule.recommend = static_cast<Recommendation>(dice.below(4));
  if (dice.percent(40)) rule.referral = static_cast<Referral>(dice.below(5));
  for (std::uint32_t a = 0; a < pack.activities.size(); ++a) {
    if (!dice.percent(25)) continue;
    rule.exclude.push_back({a});
    rule.exclude_names.push_back(pack.activities[a].id);
  }
  if (dice.percent(30)) rule.recheck_hours = dice.between(1, 3) * 24;
  if (rule.recommend == Recommendation::run && rule.exclude.empty() &&
      rule.referral == Referral::none) {
    rule.recommend = Recommendation::easy_run;
  }
  rule.explains = dice.percent(10);
  rule.because = "Because of " + rule.id + ".";
  return rule;
}

std::vector<Recommendation> random_levels(Dice& dice) {
  std::vector<Recommendation> levels;
  for (const auto level :
       {Recommendation::run, Recommendation::easy_run, Recommendation::cross_train}) {
    if (dice.percent(50)) levels.push_back(level);
  }
  if (levels.empty()) levels.push_back(Recommendation::cross_train);
  return levels;
}

template <class Entry>
void add_conditions(const Pack& pack, Dice& dice, Entry& entry) {
  if (dice.percent(30)) entry.when = random_condition(pack, dice, About::complaint, false);
  if (dice.percent(30)) entry.unless = random_condition(pack, dice, About::complaint, false);
}

/// A workout or tip of a cautious pack is only ever withdrawn by a symptom.
template <class Entry>
void add_cautious_conditions(const Pack& pack, Dice& dice, Entry& entry) {
  if (dice.percent(40)) entry.unless = random_condition(pack, dice, About::complaint, true);
}

void add_workouts(Pack& pack, Dice& dice, const RandomPackOptions& options) {
  for (std::size_t i = 0; i < options.workouts && !pack.activities.empty(); ++i) {
    Workout workout;
    workout.id = "w" + std::to_string(i);
    workout.activity = {dice.below(pack.activities.size())};
    workout.offered_for = random_levels(dice);
    workout.minutes = {20, 30};
    workout.how = "As " + workout.id + ".";
    options.cautious ? add_cautious_conditions(pack, dice, workout)
                     : add_conditions(pack, dice, workout);
    pack.workouts.push_back(std::move(workout));
  }
}

void add_tips(Pack& pack, Dice& dice, const RandomPackOptions& options) {
  for (std::size_t i = 0; i < options.tips; ++i) {
    Tip tip;
    tip.id = "tip" + std::to_string(i);
    tip.phase = static_cast<Phase>(dice.below(8));
    if (dice.percent(60)) tip.offered_for = random_levels(dice);
    const bool is_for_rest = tip.offered_for == std::vector{Recommendation::rest};
    if (is_for_rest && tip.phase == Phase::feel_check) tip.phase = Phase::recovery;
    tip.text = "Tip " + tip.id + ".";
    add_conditions(pack, dice, tip);
    pack.tips.push_back(std::move(tip));
  }
}

void add_wordings(Pack& pack, Dice& dice, const RandomPackOptions& options) {
  std::vector<std::string_view> keys;
  for (const std::string_view key : required_text_keys()) {
    if (text_key_named(key)->says == Says::what_fits) keys.push_back(key);
  }
  for (std::size_t i = 0; i < options.wordings; ++i) {
    const std::string key(dice.pick(keys));
    std::vector<Wording>& wordings = pack.wordings[key];
    do {
      std::string text = key + " " + std::to_string(wordings.size());
      for (std::size_t n = text_key_named(key)->placeholders; n > 0; --n) text += " {}";
      wordings.push_back({random_condition(pack, dice, About::complaint, false), text});
    } while (dice.percent(40));
  }
}

OutcomePattern random_pattern(const Pack& pack, Dice& dice, bool at_most) {
  OutcomePattern pattern;
  const auto recommend = static_cast<Recommendation>(dice.below(4));
  const auto referral = static_cast<Referral>(dice.below(5));
  if (dice.percent(60)) {
    (at_most ? pattern.recommend.at_most : pattern.recommend.at_least) = recommend;
  }
  if (dice.percent(40)) (at_most ? pattern.referral.at_most : pattern.referral.at_least) = referral;
  if (!pack.activities.empty() && dice.percent(30)) {
    pattern.excludes.push_back({dice.below(pack.activities.size())});
  }
  if (pack.workouts.empty()) return pattern;
  if (dice.percent(20)) {
    pattern.offers.push_back({"group", {{dice.below(pack.workouts.size())}}});
    pattern.offers.back().members.push_back({dice.below(pack.workouts.size())});
  }
  if (dice.percent(20)) pattern.offers_no.push_back({dice.below(pack.workouts.size())});
  if (!pack.tips.empty() && dice.percent(20)) {
    pattern.no_tips.push_back({dice.below(pack.tips.size())});
  }
  return pattern;
}

Invariant random_invariant(const Pack& pack, Dice& dice, std::size_t number) {
  Invariant invariant;
  invariant.id = "i" + std::to_string(number);
  const auto some_questions = [&] {
    std::vector<QuestionId> some;
    for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
      if (dice.percent(50)) some.push_back({q});
    }
    if (some.empty()) some.push_back({0});
    return some;
  };
  if (dice.percent(25)) {
    invariant.monotone = some_questions();
    for (const auto on : {MonotoneOn::recommendation, MonotoneOn::referral, MonotoneOn::exclusions})
      if (dice.percent(60)) invariant.on.push_back(on);
    if (invariant.on.empty()) invariant.on.push_back(MonotoneOn::recommendation);
    return invariant;
  }
  if (dice.percent(50)) {
    invariant.for_all = random_condition(pack, dice, About::complaint, false);
  }
  if (dice.percent(30)) invariant.only = some_questions();
  if (dice.percent(30)) invariant.if_outcome = random_pattern(pack, dice, dice.percent(50));
  invariant.then_outcome = random_pattern(pack, dice, dice.percent(50));
  return invariant;
}

}  // namespace

Condition random_condition(const Pack& pack, Dice& dice, About about, bool cautious) {
  Readable all;
  for (std::uint32_t i = 0; i < pack.questions.size(); ++i) all.questions.push_back(i);
  for (std::uint32_t i = 0; i < pack.terms.size(); ++i) all.terms.push_back(i);
  Readable readable = readable_about(pack, all, about);
  if (readable.questions.empty() && readable.terms.empty()) readable = all;
  return random_tree(pack, dice, readable, cautious, 2);
}

namespace {

/// What each later activity is gentler than, and what follows from it.
void add_order(Pack& pack, Dice& dice) {
  for (std::uint32_t a = 1; a < pack.activities.size(); ++a) {
    Activity& activity = pack.activities[a];
    std::set<std::uint32_t> gentler_than;
    for (std::uint32_t than = 0; than < a; ++than) {
      if (!dice.percent(20)) continue;
      activity.gentler_than_names.push_back(pack.activities[than].id);
      gentler_than.insert(than);
      for (const ActivityId further : pack.activities[than].gentler_than) {
        gentler_than.insert(further.index);
      }
    }
    for (const std::uint32_t than : gentler_than) activity.gentler_than.push_back({than});
  }
}

}  // namespace

Pack random_pack(Dice& dice, const RandomPackOptions& options) {
  Pack pack;
  pack.id = "random";
  pack.version = "1.0.0";
  pack.title = "Random";
  pack.language = "en";
  pack.sections = {{"s0", "First"}, {"s1", "Second"}};
  for (const std::string_view key : required_text_keys()) {
    pack.texts.emplace(key, std::string(key) + " {}");
  }
  Making(pack, dice, options).run();
  for (std::size_t i = 0; i < options.activities; ++i) {
    Activity& activity = pack.activities.emplace_back();
    activity.id = "a" + std::to_string(i);
    activity.label = "activity " + std::to_string(i);
  }
  if (!pack.activities.empty() && dice.percent(70)) {
    pack.activities[0].id = "running";
    pack.running = ActivityId{0};
  }
  add_order(pack, dice);
  for (std::size_t i = 0; i < options.rules; ++i) {
    pack.rules.push_back(random_rule(pack, dice, i, options.cautious));
  }
  add_workouts(pack, dice, options);
  add_tips(pack, dice, options);
  add_wordings(pack, dice, options);
  for (std::size_t i = 0; i < options.invariants; ++i) {
    pack.invariants.push_back(random_invariant(pack, dice, i));
  }
  return pack;
}

namespace {

void answer_randomly(const Pack& pack, Dice& dice, std::uint32_t percent, About about,
                     Replies& into) {
  for (const Question& question : pack.questions) {
    if (question.about != about || !dice.percent(percent)) continue;
    bool is_none = true;
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const std::int32_t value = dice.between(question.min, question.max);
      into.set({question.first_variable.index + i}, value);
      is_none = is_none && value == 0;
    }
    if (is_none && !question.none_is_reply) into.set(question.first_variable, 1);
  }
}

}  // namespace

Answers random_answers(const Pack& pack, Dice& dice, std::size_t complaints,
                       std::uint32_t percent) {
  Answers answers;
  answers.runner = Replies(pack.variables.size());
  answer_randomly(pack, dice, percent, About::runner, answers.runner);
  for (std::size_t i = 0; i < complaints; ++i) {
    Complaint& complaint = answers.complaints.emplace_back();
    complaint.replies = Replies(pack.variables.size());
    answer_randomly(pack, dice, percent, About::complaint, complaint.replies);
  }
  answers.flat = complaints <= 1;
  return answers;
}

}  // namespace runready::testing
