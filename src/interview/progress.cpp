#include "interview/progress.hpp"

#include <algorithm>

#include "rules/gates.hpp"
#include "rules/situation.hpp"
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

Progress::Progress(const Pack& pack, Prover& prover, InterviewStart start)
    : pack_(&pack),
      prover_(&prover),
      given_(pack, std::move(start.told)),
      standing_(std::move(start.standing)),
      morning_(std::move(start.morning)),
      since_(morning_ ? morning_->things.size() : 0),
      entrance_(entrance_to_complaints(pack)),
      asks_what_is_at_hand_(start.asks_what_is_at_hand),
      offers_to_keep_(start.offers_to_keep) {
  // Who goes on with several things may have another.
  several_ = given_.things() > 1;
  complete_standing();
  go_on();
}

/// Of a list what is not usually chosen is usually not chosen.
void Progress::complete_standing() {
  if (standing_.size() == 0) standing_ = Replies(pack_->variables.size());
  for (const Question& question : pack_->questions) {
    if (!any_known(values_in(question, standing_))) continue;
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId id{question.first_variable.index + i};
      if (!standing_.knows(id)) standing_.set(id, 0);
    }
  }
}

Known Progress::known_of(const Answers& told) const {
  Diagnostics none;
  return infer(*pack_, told, none).value();
}

/// As if the question had never been answered, nor what its reply led to.
Known Progress::known_without(const Asked& asked) const {
  Answers told = given_.told();
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

Progress::AtStake Progress::at_stake() const {
  const auto& asked = std::get<Asked>(step_);
  const Known known = known_without(asked);
  return {prover_->stakes(known, asked), prover_->outlook(known).range};
}

void Progress::go_on() {
  const Known now = known();
  std::optional<Step> next = next_step(now);
  settled_ = !next.has_value();
  if (settled_) next = step_after_settling(now);
  done_ = !next.has_value();
  if (next) step_ = *next;
  place_ = place_now();
}

std::optional<Step> Progress::next_step(const Known& known) {
  const std::vector<Asked> open = prover_->open_questions(known);
  if (const auto step = next_of_morning(open)) return step;
  const bool about_things =
      std::any_of(open.begin(), open.end(), [](const Asked& a) { return a.complaint.has_value(); });
  if (several_ && !about_things && may_add_thing(known)) return AnythingElse{given_.things()};
  if (open.empty()) return std::nullopt;
  return first_to_ask(*pack_, open, known);
}

/// What can no longer change the outcome, but what is said with it.
std::optional<Step> Progress::step_after_settling(const Known& known) const {
  if (const auto asked = question_for_words(*pack_, known)) return *asked;
  if (!asks_what_is_at_hand_) return std::nullopt;
  if (!at_hand_ && asks_what_is_at_hand(assess(*pack_, known))) return WhatIsAtHand{};
  const bool may_keep = offers_to_keep_ && has_something_to_keep();
  const bool was_asked =
      std::find(path_.begin(), path_.end(), Step(WhetherToKeep{})) != path_.end();
  if (may_keep && !was_asked) return WhetherToKeep{};
  return std::nullopt;
}

/// "All of them" is what goes for who is not asked.
bool Progress::has_something_to_keep() const {
  return at_hand_ && !at_hand_->all && !at_hand_->activities.empty();
}

/// Where running is left for something else, and there is a choice of it.
bool Progress::asks_what_is_at_hand(const Assessment& assessment) const {
  return assessment.recommendation == Recommendation::cross_train &&
         assessment.referral < Referral::urgent && offered_activities().size() > 1;
}

std::vector<ActivityId> Progress::offered_activities() const {
  std::vector<ActivityId> activities;
  for (const WorkoutId id : assess(*pack_, known()).offered) {
    const ActivityId activity = pack_->workouts[id.index].activity;
    if (activity != pack_->running) activities.push_back(activity);
  }
  std::sort(activities.begin(), activities.end());
  activities.erase(std::unique(activities.begin(), activities.end()), activities.end());
  return activities;
}

/// Answers what is left with harmless replies, to count it.
Progress::Place Progress::place_now() const {
  Place place{path_.size() + 1, path_.size() + 1};
  // On a morning like the last there is little more than what it puts at once.
  for (const Step& step : steps_of_morning()) {
    if (step != step_ && !is_put_already(step)) ++place.of_about;
  }
  const auto* asked = done_ || settled_ ? nullptr : std::get_if<Asked>(&step_);
  if (asked == nullptr) return place;
  GivenReplies given(*pack_, given_.told());
  for (Asked next = *asked;; ++place.of_about) {
    given.write(next, default_values(pack_->question(next.question)));
    const Known now = known_of(given.told());
    const std::vector<Asked> open = prover_->open_questions(now);
    if (open.empty()) {
      if (question_for_words(*pack_, now)) ++place.of_about;
      return place;
    }
    next = first_to_ask(*pack_, open, now);
  }
}

/// Whether one more thing that hurts could still change anything.
bool Progress::may_add_thing(const Known& known) {
  const std::size_t things = given_.things();
  if (things >= kMaxComplaints) return false;
  const std::vector<Asked> open = prover_->open_questions(with_another_thing(*pack_, known));
  return std::any_of(open.begin(), open.end(),
                     [&](const Asked& a) { return a.complaint == things; });
}

OnEnter Progress::on_enter(const Asked& asked) const {
  using Does = OnEnter::Does;
  const Question& question = pack_->question(asked.question);
  std::vector<std::int32_t> values = given_.values(asked);
  if (!any_known(values)) {
    const Answers& both = known().both;
    const bool runner = question.about == About::runner;
    values = values_in(question, runner ? both.runner : both.complaints[*asked.complaint].replies);
  }
  if (is_entrance(asked.question) && values[0] == 1 && given_.things() > 1) values = {kSeveral};
  if (any_known(values)) return {Does::keeps, values};
  values = values_in(question, standing_);
  if (any_known(values)) return {Does::keeps, values, true};
  if (!question.enter || !question.assume) return {};
  return {Does::takes_default, default_values(question)};
}

std::vector<std::int32_t> Progress::default_values(const Question& question) const {
  std::vector<std::int32_t> values;
  for (const Variable& variable : pack_->variables_of(question)) {
    values.push_back(variable.default_value);
  }
  return values;
}

void Progress::answer(std::span<const std::int32_t> values) {
  const Asked asked = std::get<Asked>(step_);
  if (is_entrance(asked.question)) {
    answer_entrance(values[0]);
  } else {
    std::vector<std::int32_t> all(values.begin(), values.end());
    for (std::int32_t& value : all) value = value == kUnknown ? 0 : value;
    given_.write(asked, all);
  }
  record();
}

void Progress::answer_entrance(std::int32_t reply) {
  const std::int32_t yes_or_no[] = {std::min(reply, 1)};
  several_ = reply == kSeveral;
  if (several_) given_.set_things(std::max<std::size_t>(given_.things(), 2));
  if (reply == 1) given_.set_things(1);
  given_.write(std::get<Asked>(step_), yes_or_no);
}

void Progress::answer_anything_else(bool yes) {
  const std::size_t told = std::get<AnythingElse>(step_).told;
  if (yes) given_.set_things(std::max(given_.things(), told + 1));
  if (!yes) given_.set_things(told);
  several_ = yes;
  record();
}

void Progress::answer_at_hand(std::span<const std::int32_t> values) {
  const std::vector<ActivityId> offered = offered_activities();
  at_hand_.emplace();
  for (std::size_t i = 0; i < offered.size(); ++i) {
    if (values[i] == 1) at_hand_->activities.push_back(offered[i]);
  }
  at_hand_->all = at_hand_->activities.size() == offered.size();
  record();
}

void Progress::answer_whether_to_keep(bool yes) {
  at_hand_->keep = yes;
  record();
}

void Progress::record() {
  std::erase(path_, step_);
  path_.push_back(step_);
  go_on();
}

bool Progress::back() {
  const bool dropped = drop_untouched_thing();
  while (!path_.empty() && !applies_now(path_.back())) path_.pop_back();
  if (path_.empty()) {
    if (dropped) go_on();
    return dropped;
  }
  step_ = path_.back();
  path_.pop_back();
  settled_ = done_ = false;
  if (std::holds_alternative<AnythingElse>(step_)) several_ = true;
  if (std::holds_alternative<WhatIsAtHand>(step_)) at_hand_.reset();
  place_ = place_now();
  return true;
}

/// Going back from a thing just added, of which nothing was told, takes it away again. Whether it
/// did.
bool Progress::drop_untouched_thing() {
  const auto* asked = std::get_if<Asked>(&step_);
  if (asked == nullptr || asked->complaint.value_or(0) == 0) return false;
  const std::size_t complaint = *asked->complaint;
  const bool untouched = told().complaints[complaint].replies == Replies(pack_->variables.size());
  if (!untouched || complaint + 1 != given_.things()) return false;
  given_.set_things(complaint);
  return true;
}

bool Progress::applies_now(const Step& step) const {
  if (const auto* anything_else = std::get_if<AnythingElse>(&step)) {
    return anything_else->told <= given_.things();
  }
  if (std::holds_alternative<WhetherToKeep>(step)) return has_something_to_keep();
  if (std::holds_alternative<WhatIsAtHand>(step)) {
    return asks_what_is_at_hand(assess(*pack_, known()));
  }
  if (std::holds_alternative<Together>(step) || std::holds_alternative<SinceThen>(step))
    return true;
  const auto& asked = std::get<Asked>(step);
  const std::vector<Replies> things = subjects(*pack_, known().both);
  const std::size_t thing = asked.complaint.value_or(0);
  if (thing >= things.size()) return false;
  const Replies effective = effective_replies(*pack_, things[thing]);
  return applies(*pack_, pack_->question(asked.question), effective) != Truth::no;
}

void Progress::revisit(const Asked& asked) {
  step_ = asked;
  std::erase(path_, step_);
  settled_ = done_ = false;
  place_ = place_now();
}

Progress::Added Progress::add_thing() {
  const Replies runner = effective_replies(*pack_, known().both.runner);
  const bool hurts =
      std::any_of(pack_->questions.begin(), pack_->questions.end(), [&](const Question& question) {
        return question.about == About::complaint &&
               applies(*pack_, question, runner) == Truth::yes;
      });
  if (!hurts) return Added::nothing_hurts;
  if (given_.things() >= kMaxComplaints) return Added::too_many;
  given_.set_things(given_.things() + 1);
  return Added::added;
}

std::size_t Progress::questions_left() const {
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

std::vector<QuestionId> Progress::standing_kept() const {
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
