#include "support/small_pack.hpp"

#include <utility>
#include <vector>

namespace runready::testing {

namespace {

using Kind = Condition::Kind;

void add(Pack& pack, Question question) {
  const QuestionId id{static_cast<std::uint32_t>(pack.questions.size())};
  question.ask = question.id + "?";
  question.why = "It matters.";
  question.first_variable = {static_cast<std::uint32_t>(pack.variables.size())};
  const bool is_many = question.type == QuestionType::multi_choice;
  if (question.type == QuestionType::choice) {
    question.max = static_cast<std::int32_t>(question.options.size()) - 1;
  }
  if (is_many) question.variable_count = static_cast<std::uint32_t>(question.options.size());
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    Variable variable{id, std::nullopt, question.min, question.max, question.default_value};
    if (is_many) variable.option = i;
    pack.variables.push_back(variable);
  }
  pack.gate_order.push_back(id);
  pack.questions.push_back(std::move(question));
}

Option option(std::string_view id, std::string_view says, std::string_view says_not = "") {
  Option made;
  made.id = id;
  made.label = id;
  made.clause = {std::string(says), std::string(says_not)};
  return made;
}

Condition test(Kind kind, VariableId variable, std::vector<std::int32_t> values = {}) {
  Condition made;
  made.kind = kind;
  made.variable = variable;
  made.values = std::move(values);
  return made;
}

void add_runner_questions(Pack& pack) {
  Question any_pain;
  any_pain.id = "any_pain";
  any_pain.clause = {"something hurts", "nothing hurts"};
  add(pack, std::move(any_pain));

  Question training;
  training.id = "training";
  training.type = QuestionType::multi_choice;
  training.options = {option("raced", "you raced", "you did not race"),
                      option("downhill", "you ran downhill")};
  add(pack, std::move(training));

  Question race;
  race.id = "race";
  race.type = QuestionType::choice;
  race.assume = false;
  race.options = {option("5k", "you raced 5 km"), option("half", "you raced a half marathon"),
                  option("marathon", "you raced a marathon", "you raced less than a marathon")};
  race.when = test(Kind::has_option, variable_of(pack, "training", "raced"));
  add(pack, std::move(race));
}

void add_complaint_questions(Pack& pack) {
  const Condition hurts = test(Kind::holds, variable_of(pack, "any_pain"));
  Question where;
  where.id = "where";
  where.about = About::complaint;
  where.type = QuestionType::multi_choice;
  where.options = {
      option("knee-front", "the front of your knee hurts", "the front of your knee is fine"),
      option("knee-outer", "the outside of your knee hurts"),
      option("shin", "your shin hurts", "your shin does not hurt")};
  where.when = hurts;
  add(pack, std::move(where));

  Question pain;
  pain.id = "pain";
  pain.about = About::complaint;
  pain.type = QuestionType::integer;
  pain.max = 10;
  pain.default_value = 2;
  pain.clause.says = "your pain is {}";
  pain.when = hurts;
  add(pack, std::move(pain));

  Question gait;
  gait.id = "gait";
  gait.about = About::complaint;
  gait.type = QuestionType::choice;
  gait.options = {option("normal", "your stride is normal", "your stride is not normal"),
                  option("altered", "you favour one side"), option("limping", "you limp")};
  gait.when = hurts;
  add(pack, std::move(gait));
}

void add_terms(Pack& pack) {
  Term severe;
  severe.id = "severe";
  severe.clause = {"it hurts a lot", "it hurts little"};
  severe.when = test(Kind::greater_equal, variable_of(pack, "pain"), {7});
  severe.reads_complaint = true;
  Term shin_sign;
  shin_sign.id = "shin-sign";
  shin_sign.clause = {"the shin gives a sign", ""};
  shin_sign.when.operands.emplace_back().kind = Kind::term;
  shin_sign.when.operands.push_back(test(Kind::has_option, variable_of(pack, "where", "shin")));
  shin_sign.reads_complaint = true;
  pack.terms = {std::move(severe), std::move(shin_sign)};
  pack.term_order = {{0}, {1}};
}

}  // namespace

Pack small_pack() {
  Pack pack;
  pack.id = "small";
  pack.version = "1.0.0";
  pack.title = "A small pack";
  pack.language = "en";
  pack.sections = {{"all", "All"}};
  pack.texts = {{"sentence.and", "and"},
                {"sentence.at-least", "{} or more"},
                {"sentence.at-most", "{} or less"},
                {"sentence.between", "{} to {}"},
                {"sentence.less-than", "less than {}"},
                {"sentence.more-than", "more than {}"},
                {"sentence.not", "it is not so that {}"},
                {"sentence.or", "or"},
                {"sentence.unless", "{}, unless {}"},
                {"sentence.other-than", "anything but {}"}};
  add_runner_questions(pack);
  add_complaint_questions(pack);
  add_terms(pack);
  return pack;
}

VariableId variable_of(const Pack& pack, std::string_view question) {
  return pack.question(*pack.question_named(question)).first_variable;
}

VariableId variable_of(const Pack& pack, std::string_view question, std::string_view option) {
  const Question& asked = pack.question(*pack.question_named(question));
  return {asked.first_variable.index + *option_named(asked, option)};
}

}  // namespace runready::testing
