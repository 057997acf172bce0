#include "interview/course.hpp"

#include <algorithm>

#include "assess/knowledge.hpp"
#include "runready/read_answers.hpp"

namespace runready {

namespace {

bool any_known(const std::vector<std::int32_t>& values) {
  return std::any_of(values.begin(), values.end(), [](auto v) { return v != kUnknown; });
}

std::vector<std::int32_t> values_in(const Question& question, const Replies& replies) {
  std::vector<std::int32_t> values;
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    values.push_back(replies[VariableId{question.first_variable.index + i}]);
  }
  return values;
}

/// One more complaint of which nothing is known.
Known with_another_thing(const Pack& pack, Known known) {
  for (Answers* answers : {&known.told, &known.inferred, &known.both}) {
    answers->complaints.push_back({"", Replies(pack.variables.size())});
  }
  return known;
}

}  // namespace

Course::Course(const Pack& pack, Prover& prover, InterviewStart start)
    : pack_(&pack),
      prover_(&prover),
      notebook_(pack, std::move(start.told)),
      standing_(std::move(start.standing)),
      entrance_(entrance_to_complaints(pack)) {
  complete_standing();
  go_on();
}

/// Of a list what is not usually chosen is usually not chosen.
void Course::complete_standing() {
  if (standing_.size() == 0) standing_ = Replies(pack_->variables.size());
  for (const Question& question : pack_->questions) {
    if (!any_known(values_in(question, standing_))) continue;
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId id{question.first_variable.index + i};
      if (!standing_.knows(id)) standing_.set(id, 0);
    }
  }
}

Known Course::known_of(const Answers& told) const {
  Diagnostics none;
  return infer(*pack_, told, none).value();
}

/// As if the question had never been answered, nor what its reply led to.
Known Course::known_without(const Asked& asked) const {
  Answers told = notebook_.told();
  const auto forget = [&](QuestionId id, std::size_t thing) {
    const Question& question = pack_->question(id);
    const bool runner = question.about == About::runner;
    Replies& replies = runner ? told.runner : told.complaints[thing].replies;
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      replies.forget(VariableId{question.first_variable.index + i});
    }
  };
  forget(asked.question, asked.complaint.value_or(0));
  for (std::size_t thing = 0; thing < told.complaints.size(); ++thing) {
    for (const QuestionId id : pack_->gate_order) {
      const Replies now = overlay(*pack_, told.runner, told.complaints[thing].replies);
      if (applies(*pack_, pack_->question(id), effective_replies(*pack_, now)) != Truth::yes) {
        forget(id, thing);
      }
    }
  }
  return known_of(told);
}

Course::AtStake Course::at_stake() const {
  const auto& asked = std::get<Asked>(step_);
  const Known known = known_without(asked);
  return {prover_->stakes(known, asked), prover_->outlook(known).range};
}

void Course::go_on() {
  const Known now = known();
  const std::vector<Asked> open = prover_->open_questions(now);
  const bool about_things =
      std::any_of(open.begin(), open.end(), [](const Asked& a) { return a.complaint.has_value(); });
  settled_ = false;
  if (several_ && !about_things && may_add_thing(now)) {
    step_ = AnythingElse{notebook_.things()};
  } else if (open.empty()) {
    settled_ = true;
  } else {
    step_ = first_to_ask(*pack_, open, now);
  }
}

/// Whether one more thing that hurts could still change anything.
bool Course::may_add_thing(const Known& known) {
  const std::size_t things = notebook_.things();
  if (things >= kMaxComplaints) return false;
  const std::vector<Asked> open = prover_->open_questions(with_another_thing(*pack_, known));
  return std::any_of(open.begin(), open.end(),
                     [&](const Asked& a) { return a.complaint == things; });
}

OnEnter Course::on_enter(const Asked& asked) const {
  using Does = OnEnter::Does;
  const Question& question = pack_->question(asked.question);
  std::vector<std::int32_t> values = notebook_.values(asked);
  if (!any_known(values)) {
    const Answers& both = known().both;
    const bool runner = question.about == About::runner;
    values = values_in(question, runner ? both.runner : both.complaints[*asked.complaint].replies);
  }
  if (is_entrance(asked.question) && values[0] == 1 && notebook_.things() > 1) values = {kSeveral};
  if (any_known(values)) return {Does::keeps, values};
  values = values_in(question, standing_);
  if (any_known(values)) return {Does::keeps, values, true};
  if (!question.enter || !question.assume) return {};
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    values[i] = pack_->variable({question.first_variable.index + i}).default_value;
  }
  return {Does::takes_default, values};
}

void Course::answer(std::span<const std::int32_t> values) {
  const Asked asked = std::get<Asked>(step_);
  if (is_entrance(asked.question)) {
    answer_entrance(values[0]);
  } else {
    std::vector<std::int32_t> all(values.begin(), values.end());
    for (std::int32_t& value : all) value = value == kUnknown ? 0 : value;
    notebook_.write(asked, all);
  }
  record();
}

void Course::answer_entrance(std::int32_t reply) {
  const std::int32_t yes_or_no[] = {std::min(reply, 1)};
  several_ = reply == kSeveral;
  if (several_) notebook_.set_things(std::max<std::size_t>(notebook_.things(), 2));
  if (reply == 1) notebook_.set_things(1);
  notebook_.write(std::get<Asked>(step_), yes_or_no);
}

void Course::answer_anything_else(bool yes) {
  const std::size_t told = std::get<AnythingElse>(step_).told;
  if (yes) notebook_.set_things(std::max(notebook_.things(), told + 1));
  if (!yes) notebook_.set_things(told);
  several_ = yes;
  record();
}

void Course::record() {
  std::erase(path_, step_);
  path_.push_back(step_);
  go_on();
}

bool Course::back() {
  const bool dropped = drop_untouched_thing();
  while (!path_.empty() && !applies_now(path_.back())) path_.pop_back();
  if (path_.empty()) {
    if (dropped) go_on();
    return dropped;
  }
  step_ = path_.back();
  path_.pop_back();
  settled_ = false;
  if (std::holds_alternative<AnythingElse>(step_)) several_ = true;
  return true;
}

/// Going back from a thing just added, of which nothing was told, takes it away again. Whether it
/// did.
bool Course::drop_untouched_thing() {
  const auto* asked = std::get_if<Asked>(&step_);
  if (asked == nullptr || asked->complaint.value_or(0) == 0) return false;
  const std::size_t complaint = *asked->complaint;
  const bool untouched = told().complaints[complaint].replies == Replies(pack_->variables.size());
  if (!untouched || complaint + 1 != notebook_.things()) return false;
  notebook_.set_things(complaint);
  return true;
}

bool Course::applies_now(const Step& step) const {
  if (const auto* anything_else = std::get_if<AnythingElse>(&step)) {
    return anything_else->told <= notebook_.things();
  }
  const auto& asked = std::get<Asked>(step);
  const std::vector<Replies> things = subjects(*pack_, known().both);
  const std::size_t thing = asked.complaint.value_or(0);
  if (thing >= things.size()) return false;
  const Replies effective = effective_replies(*pack_, things[thing]);
  return applies(*pack_, pack_->question(asked.question), effective) != Truth::no;
}

void Course::revisit(const Asked& asked) {
  step_ = asked;
  std::erase(path_, step_);
  settled_ = false;
}

Course::Added Course::add_thing() {
  const Replies runner = effective_replies(*pack_, known().both.runner);
  const bool hurts =
      std::any_of(pack_->questions.begin(), pack_->questions.end(), [&](const Question& question) {
        return question.about == About::complaint &&
               applies(*pack_, question, runner) == Truth::yes;
      });
  if (!hurts) return Added::nothing_hurts;
  if (notebook_.things() >= kMaxComplaints) return Added::too_many;
  notebook_.set_things(notebook_.things() + 1);
  return Added::added;
}

std::size_t Course::questions_left() const {
  const Known now = known();
  const std::vector<Replies> things = subjects(*pack_, now.both);
  std::size_t left = 0;
  for (std::uint32_t q = 0; q < pack_->questions.size(); ++q) {
    const Question& question = pack_->questions[q];
    for (std::size_t c = 0; c < (question.about == About::runner ? 1 : things.size()); ++c) {
      const bool open =
          applies(*pack_, question, effective_replies(*pack_, things[c])) != Truth::no;
      if (open && !is_answered(*pack_, QuestionId{q}, things[c])) ++left;
    }
  }
  return left;
}

std::vector<QuestionId> Course::standing_kept() const {
  std::vector<QuestionId> kept;
  for (const Step& step : path_) {
    const auto* asked = std::get_if<Asked>(&step);
    if (asked == nullptr || asked->complaint) continue;
    const Question& question = pack_->question(asked->question);
    const std::vector<std::int32_t> usual = values_in(question, standing_);
    if (any_known(usual) && usual == values_in(question, told().runner)) {
      kept.push_back(asked->question);
    }
  }
  return kept;
}

}  // namespace runready
