// A morning that starts from an earlier check-in: lists that are put as one, and how a thing is
// that hurt then. The rest of the interview goes on from there as ever.

#include <algorithm>

#include "interview/progress.hpp"
#include "interview/steps.hpp"
#include "model/replies.hpp"
#include "runready/read_answers.hpp"
#include "text/words.hpp"

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

namespace {

/// What is known of a thing where it is so now; null where it is asked from the beginning.
const Replies* filled_in(const Morning::Thing& thing, HowNow reply) {
  switch (reply) {
    case HowNow::better:
      return &thing.better;
    case HowNow::same:
      return &thing.same;
    case HowNow::worse:
      return &thing.worse;
    case HowNow::gone:
    case HowNow::something_new:
      return nullptr;
  }
  return nullptr;
}

}  // namespace

/// In their order: the day, what hurt, the training.
std::vector<Step> Progress::steps_of_morning() const {
  std::vector<Step> steps;
  if (!morning_) return steps;
  if (!morning_->today.empty()) steps.emplace_back(Together{morning_->today});
  for (std::size_t i = 0; i < morning_->things.size(); ++i) steps.emplace_back(SinceThen{i});
  if (morning_->things.empty() && entrance_) steps.emplace_back(Asked{*entrance_, std::nullopt});
  if (!morning_->training.empty()) steps.emplace_back(Together{morning_->training});
  return steps;
}

bool Progress::is_put_already(const Step& step) const {
  return std::find(path_.begin(), path_.end(), step) != path_.end();
}

/// Nothing where no question of theirs could still change the outcome.
std::optional<Step> Progress::next_of_morning(std::span<const Asked> open) const {
  const auto is_open = [&](QuestionId id) {
    return std::any_of(open.begin(), open.end(),
                       [&](const Asked& asked) { return asked.question == id; });
  };
  const bool about_things =
      std::any_of(open.begin(), open.end(), [](const Asked& a) { return a.complaint.has_value(); });
  for (const Step& step : steps_of_morning()) {
    if (is_put_already(step)) continue;
    const auto* together = std::get_if<Together>(&step);
    const auto* asked = std::get_if<Asked>(&step);
    const bool matters = together != nullptr ? std::any_of(together->questions.begin(),
                                                           together->questions.end(), is_open)
                         : asked != nullptr  ? is_open(asked->question)
                                             : about_things || (entrance_ && is_open(*entrance_));
    if (matters) return step;
  }
  return std::nullopt;
}

/// What is ticked already, or none.
OnEnter Progress::on_enter(const Together& together) const {
  OnEnter enter{OnEnter::Does::takes_default, {}};
  for (const QuestionId id : together.questions) {
    for (const std::int32_t value : given_.values({id, std::nullopt})) {
      if (value == 1) enter.does = OnEnter::Does::keeps;
      enter.values.push_back(value == 1 ? 1 : 0);
    }
  }
  return enter;
}

void Progress::answer_together(std::span<const std::int32_t> values) {
  const std::vector<QuestionId> questions = std::get<Together>(step_).questions;
  for (const QuestionId id : questions) {
    const std::uint32_t count = pack_->question(id).variable_count;
    given_.write({id, std::nullopt}, values.first(count));
    values = values.subspan(count);
  }
  record();
}

const std::string& Progress::thing_then() const {
  return morning_->things[std::get<SinceThen>(step_).thing].then;
}

void Progress::answer_since_then(HowNow reply) {
  since_[std::get<SinceThen>(step_).thing] = reply;
  write_since_then();
  record();
}

/// What is gone is no thing any more; if all is gone, whether anything hurts is asked as on any
/// day, since it may have hurt on the last run.
void Progress::write_since_then() {
  const Replies nothing(pack_->variables.size());
  std::vector<const Replies*> things;
  for (std::size_t i = 0; i < since_.size(); ++i) {
    if (!since_[i] || since_[i] == HowNow::gone) continue;
    const Replies* known = filled_in(morning_->things[i], *since_[i]);
    things.push_back(known == nullptr ? &nothing : known);
  }
  const std::int32_t hurts[] = {things.empty() ? kUnknown : 1};
  if (things.empty()) things.push_back(&nothing);
  given_.set_things(things.size());
  if (entrance_) given_.write({*entrance_, std::nullopt}, hurts);
  for (std::size_t thing = 0; thing < things.size(); ++thing) {
    for (std::uint32_t q = 0; q < pack_->questions.size(); ++q) {
      const Question& question = pack_->questions[q];
      if (question.about != About::complaint) continue;
      std::vector<std::int32_t> values;
      for (std::uint32_t i = 0; i < question.variable_count; ++i) {
        values.push_back((*things[thing])[{question.first_variable.index + i}]);
      }
      given_.write({{q}, thing}, values);
    }
  }
}

Answers Progress::carried() const {
  Answers carried = given_.told();
  carried.runner = Replies(pack_->variables.size());
  std::vector<const Replies*> things;
  for (std::size_t i = 0; i < since_.size(); ++i) {
    if (since_[i] && since_[i] != HowNow::gone) {
      things.push_back(filled_in(morning_->things[i], *since_[i]));
    }
  }
  for (std::size_t thing = 0; thing < carried.complaints.size(); ++thing) {
    const Replies* known = thing < things.size() ? things[thing] : nullptr;
    Replies& replies = carried.complaints[thing].replies;
    for (std::uint32_t v = 0; v < pack_->variables.size(); ++v) {
      const VariableId id{v};
      const bool is_carried = known != nullptr && replies.knows(id) &&
                              replies[id] == (*known)[id] &&
                              !permits(pack_->question_of(id), pack_->variable(id), replies[id]);
      if (!is_carried) replies.forget(id);
    }
  }
  return carried;
}

}  // namespace runready
