#include "prove/open_questions.hpp"

#include <algorithm>

#include "assess/knowledge.hpp"
#include "prove/conditions.hpp"

namespace runready {

Asked asked_about(const Pack& pack, QuestionId question, std::size_t complaint) {
  if (pack.question(question).about == About::runner) return {question, std::nullopt};
  return {question, complaint};
}

Askable::Askable(const Pack& pack, const Known& known) : pack_(pack), known_(known) {
  for (const Replies& replies : subjects(pack, known.both)) {
    effective_.push_back(known.told.nothing_else ? complete(pack, replies, true).replies
                                                 : effective_replies(pack, replies));
  }
}

bool Askable::is_answered(const Asked& asked) const {
  const Question& question = pack_.question(asked.question);
  if (known_.told.nothing_else && question.assume) return true;
  const Replies& replies =
      asked.complaint ? known_.both.complaints[*asked.complaint].replies : known_.both.runner;
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    if (!replies.knows({question.first_variable.index + i})) return false;
  }
  return true;
}

bool Askable::operator()(const Asked& asked) const {
  const Replies& effective = effective_[asked.complaint.value_or(0)];
  return !is_answered(asked) &&
         applies(pack_, pack_.question(asked.question), effective) == Truth::yes;
}

std::vector<Asked> Askable::all() const {
  std::vector<Asked> all;
  for (std::size_t c = 0; c < effective_.size(); ++c) {
    for (std::uint32_t q = 0; q < pack_.questions.size(); ++q) {
      if (c > 0 && pack_.questions[q].about == About::runner) continue;
      const Asked asked = asked_about(pack_, {q}, c);
      if ((*this)(asked)) all.push_back(asked);
    }
  }
  return all;
}

std::vector<Asked> Askable::instead_of(const std::vector<Asked>& wanted) const {
  std::vector<Asked> can;
  std::ranges::copy_if(wanted, std::back_inserter(can), *this);
  if (!can.empty() || wanted.empty()) return can;
  std::vector<QuestionId> questions;
  for (const Asked& asked : wanted) questions.push_back(asked.question);
  const std::vector<bool> read = with_gates(pack_, questions);
  can = all();
  std::erase_if(can, [&](const Asked& asked) { return !read[asked.question.index]; });
  return can;
}

std::vector<Asked> questions_in(const View& view, const std::vector<Node>& roots) {
  const std::vector<bool> support = view.diagrams().support(roots);
  std::vector<Asked> questions;
  for (std::size_t level = 0; level < support.size(); ++level) {
    if (!support[level]) continue;
    const auto [variable, complaint] = view.space().places[level];
    const Asked asked =
        asked_about(view.pack(), view.pack().variable(variable).question, complaint);
    if (questions.empty() || questions.back() != asked) questions.push_back(asked);
  }
  return questions;
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
