#include "model/answers.hpp"

#include <algorithm>

namespace runready {

namespace {

/// Keeps the variables of which `keeps(this value, the other's)` holds.
template <class Keeps>
Answers only_where(const Pack& pack, const Answers& answers, const Answers& others, Keeps keeps) {
  Answers kept = answers;
  const Replies none(pack.variables.size());
  for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
    const VariableId id{v};
    const auto look_at = [&](Replies& replies, const Replies& other) {
      if (replies.knows(id) && !keeps(replies[id], other[id])) replies.forget(id);
    };
    if (pack.question_of(id).about == About::runner) {
      look_at(kept.runner, others.runner.size() == 0 ? none : others.runner);
      continue;
    }
    for (std::size_t i = 0; i < kept.complaints.size(); ++i) {
      const bool is_there = i < others.complaints.size() && others.complaints[i].replies.size() > 0;
      look_at(kept.complaints[i].replies, is_there ? others.complaints[i].replies : none);
    }
  }
  return kept;
}

}  // namespace

Answers no_answers(const Pack& pack) {
  Answers answers;
  answers.runner = Replies(pack.variables.size());
  return answers;
}

bool is_untold(const Replies& replies) { return replies == Replies(replies.size()); }

bool tells_anything(const Answers& answers) {
  return answers.nothing_else || !is_untold(answers.runner) ||
         !std::all_of(answers.complaints.begin(), answers.complaints.end(),
                      [](const Complaint& complaint) { return is_untold(complaint.replies); });
}

Answers in_both(const Pack& pack, const Answers& answers, const Answers& others) {
  Answers both = only_where(pack, answers, others, [](auto a, auto b) { return a == b; });
  both.nothing_else = false;
  return both;
}

Answers without(const Pack& pack, const Answers& answers, const Answers& others) {
  return only_where(pack, answers, others, [](auto a, auto b) { return a != b; });
}

}  // namespace runready
