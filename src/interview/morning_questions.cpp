#include "interview/morning_questions.hpp"

#include "model/options.hpp"
#include "text/fill.hpp"

namespace runready {

Question together_as_one(const Pack& pack, const Together& together, const Morning& morning) {
  const bool is_today = together.questions == morning.today;
  Question one;
  one.type = QuestionType::multi_choice;
  one.ask = pack.text(is_today ? "morning.today" : "morning.training");
  one.why = pack.question(together.questions.front()).why;
  for (const QuestionId id : together.questions) {
    const Question& question = pack.question(id);
    for (Option option : question.options) {
      const bool is_first = id == together.questions.front();
      if (!is_first || option.group.empty()) option.group = pack.sections[question.section].title;
      one.options.push_back(std::move(option));
    }
  }
  one.variable_count = static_cast<std::uint32_t>(one.options.size());
  return one;
}

Question question_since(const Pack& pack, std::string_view day, std::string_view then) {
  Question since;
  since.type = QuestionType::choice;
  since.ask = fill(pack.text("morning.since"), {day, then});
  since.why = pack.text("morning.since.why");
  for (const std::string_view key :
       {"morning.gone", "morning.better", "morning.same", "morning.worse", "morning.new"}) {
    since.options.push_back(labelled_option(pack.text(key)));
  }
  since.max = static_cast<std::int32_t>(since.options.size()) - 1;
  since.enter = false;
  return since;
}

}  // namespace runready
