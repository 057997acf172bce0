#include "prove/open_questions.hpp"

#include <algorithm>

#include "rules/condition.hpp"
#include "rules/gates.hpp"

namespace runready {

namespace {

Space space_known(const Pack& pack, const Order& order, const Known& known) {
  Space space = space_of(pack, order, known.both.complaints.size());
  fix_known(pack, known, space);
  return space;
}

/// All complaints' compilers stand in one vector that is never moved again.
std::vector<Compiler> compilers_for(const Pack& pack, const Space& space, Diagrams& diagrams) {
  std::vector<Compiler> compilers;
  for (const Readings& readings : space.readings) compilers.emplace_back(pack, readings, diagrams);
  return compilers;
}

bool still_known(const Replies& then, const Replies& now) {
  for (std::uint32_t v = 0; v < then.size(); ++v) {
    if (then.knows({v}) && then[{v}] != now[{v}]) return false;
  }
  return true;
}

const Replies& replies_about(const Pack& pack, const Answers& answers, const Space::Place& place) {
  return pack.question_of(place.variable).about == About::runner
             ? answers.runner
             : answers.complaints[place.complaint].replies;
}

/// By level, the cell of what was told since the base was made.
Cells known_since(Base& base, const Known& known) {
  Cells cells;
  for (const Space::Place& place : base.space().places) {
    const Reading& reading = base.space().readings[place.complaint][place.variable.index];
    const std::int32_t reply = replies_about(base.pack(), known.both, place)[place.variable];
    const bool is_new = reading.kind == Reading::Kind::level && reply != kUnknown;
    cells.push_back(is_new ? cell_of(reading, reply) : kFree);
  }
  return cells;
}

}  // namespace

Base::Base(const Pack& pack, const Order& order, const Known& known, std::size_t node_budget)
    : pack_(pack),
      known_then_(known.both),
      space_(space_known(pack, order, known)),
      diagrams_(space_.shapes, node_budget),
      compilers_(compilers_for(pack, space_, diagrams_)),
      outcome_(pack, compilers_, diagrams_) {}

bool Base::serves(const Known& known) const {
  const Answers& now = known.both;
  if (now.nothing_else && now != known_then_) return false;  // silence was an answer too
  if (now.nothing_else != known_then_.nothing_else ||
      now.complaints.size() != known_then_.complaints.size() ||
      !still_known(known_then_.runner, now.runner)) {
    return false;
  }
  return std::ranges::equal(known_then_.complaints, now.complaints,
                            [](const Complaint& then, const Complaint& later) {
                              return still_known(then.replies, later.replies);
                            });
}

View::View(Base& base, const Known& known)
    : base_(base), outcome_(base.outcome(), known_since(base, known)) {}

std::vector<Node> View::recommendations() {
  return {at_least(Recommendation::easy_run), at_least(Recommendation::cross_train),
          at_least(Recommendation::rest)};
}

std::vector<Node> View::referrals() {
  return {at_least(Referral::consider), at_least(Referral::see), at_least(Referral::urgent),
          at_least(Referral::emergency)};
}

Asked asked_about(const Pack& pack, QuestionId question, std::size_t complaint) {
  if (pack.question(question).about == About::runner) return {question, std::nullopt};
  return {question, complaint};
}

Askable::Askable(const Pack& pack, const Known& known) : pack_(pack), known_(known) {
  for (const Replies& replies : subjects(pack, known.both)) {
    effective_.push_back(told_replies(pack, replies, known.told.nothing_else));
  }
}

bool Askable::is_answered(const Asked& asked) const {
  const Question& question = pack_.question(asked.question);
  if (known_.told.nothing_else && goes_without_saying(question)) return true;
  const Replies& replies =
      asked.complaint ? known_.both.complaints[*asked.complaint].replies : known_.both.runner;
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    if (!replies.knows({question.first_variable.index + i})) return false;
  }
  return true;
}

bool Askable::is_open(const Asked& asked) const {
  const Replies& effective = effective_[asked.complaint.value_or(0)];
  return applies(pack_, pack_.question(asked.question), effective) == Truth::yes;
}

std::vector<Asked> Askable::unanswered() const {
  std::vector<Asked> unanswered;
  for (std::size_t c = 0; c < effective_.size(); ++c) {
    for (std::uint32_t q = 0; q < pack_.questions.size(); ++q) {
      if (c > 0 && pack_.questions[q].about == About::runner) continue;
      const Asked asked = asked_about(pack_, {q}, c);
      if (!is_answered(asked)) unanswered.push_back(asked);
    }
  }
  return unanswered;
}

std::vector<Asked> Askable::all() const {
  std::vector<Asked> all = unanswered();
  std::erase_if(all, [&](const Asked& asked) { return !is_open(asked); });
  return all;
}

std::vector<Asked> Askable::waited_for_by(const std::vector<Asked>& wanted) const {
  std::vector<QuestionId> questions;
  questions.reserve(wanted.size());
  for (const Asked& asked : wanted) questions.push_back(asked.question);
  const std::vector<bool> read = with_gates(pack_, questions);
  std::vector<Asked> can = all();
  std::erase_if(can, [&](const Asked& asked) { return !read[asked.question.index]; });
  return can;
}

Openness::Openness(View& view) : view_(view), scales_(view.recommendations()) {
  const std::vector<Node> referrals = view.referrals();
  scales_.insert(scales_.end(), referrals.begin(), referrals.end());
  for (const Node root : scales_) {
    if (!Diagrams::is_terminal(root)) first_ = std::min(first_, view.diagrams().level(root));
  }
}

std::vector<std::uint32_t> Openness::levels_of(const Asked& asked) const {
  const Question& question = view_.pack().question(asked.question);
  const Readings& readings = view_.space().readings[asked.complaint.value_or(0)];
  std::vector<std::uint32_t> levels;
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    levels.push_back(readings[question.first_variable.index + i].level);
  }
  return levels;
}

bool Openness::matters(const Asked& asked) {
  const std::vector<std::uint32_t> levels = levels_of(asked);
  if (std::ranges::find(levels, first_) != levels.end()) return true;
  const bool before_all = std::ranges::max(levels) < first_;
  if (!before_all && !read_) read_ = view_.diagrams().support(scales_);
  return std::ranges::any_of(levels, [&](std::uint32_t level) {
    return (!before_all && (*read_)[level]) || changes_workouts(level);
  });
}

Stakes Openness::stakes(const Asked& asked) {
  return {reads(view_.recommendations(), asked), reads(view_.referrals(), asked),
          std::ranges::any_of(levels_of(asked),
                              [&](std::uint32_t level) { return changes_workouts(level); })};
}

bool Openness::reads(const std::vector<Node>& roots, const Asked& asked) const {
  const std::vector<bool> read = view_.diagrams().support(roots);
  return std::ranges::any_of(levels_of(asked), [&](std::uint32_t level) { return read[level]; });
}

bool Openness::changes_workouts(std::uint32_t level) {
  Diagrams& d = view_.diagrams();
  for (std::uint32_t w = 0; w < view_.pack().workouts.size(); ++w) {
    for (const Within& run : runready::levels_of(view_.pack(), WorkoutId{w})) {
      const Node from = view_.at_least(run.first);
      const Node inside = d.negate(view_.above(run.last));
      if (from == kFalse || inside == kFalse) continue;
      for (const Node change : changes(view_.available({w}), level)) {
        if (d.meet({change, from, inside})) return true;
      }
    }
  }
  return false;
}

/// Where a step from one cell of a level to the next changes a truth.
std::vector<Node> Openness::changes(Node root, std::uint32_t level) {
  Diagrams& d = view_.diagrams();
  std::vector<Node> changes;
  if (!d.support(std::span(&root, 1))[level]) return changes;
  const auto at = [&](std::size_t cell) {
    Cells fixed(d.levels().size(), kFree);
    fixed[level] = static_cast<std::uint32_t>(cell);
    return d.restrict(root, fixed);
  };
  for (std::size_t cell = 1; cell < d.levels()[level].sizes.size(); ++cell) {
    for (const Node change : {d.apply(Op::except, at(cell - 1), at(cell)),
                              d.apply(Op::except, at(cell), at(cell - 1))}) {
      if (change != kFalse) changes.push_back(change);
    }
  }
  return changes;
}

std::vector<bool> with_gates(const Pack& pack, const std::vector<QuestionId>& questions) {
  std::vector<bool> read(pack.questions.size(), false);
  std::vector<QuestionId> open = questions;
  while (!open.empty()) {
    const QuestionId id = open.back();
    open.pop_back();
    if (read[id.index]) continue;
    read[id.index] = true;
    const auto& gate = pack.question(id).when;
    if (!gate) continue;
    const std::vector<QuestionId> behind = questions_read(pack, *gate);
    open.insert(open.end(), behind.begin(), behind.end());
  }
  return read;
}

}  // namespace runready
