#include "prove/view.hpp"

#include <algorithm>

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

}  // namespace runready
