#include "interview/steps.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "assess/knowledge.hpp"

namespace runready {

namespace {

bool shuts_out_complaints(const Pack& pack, const Question& question) {
  Replies no(pack.variables.size());
  no.set(question.first_variable, 0);
  no = effective_replies(pack, no);
  bool any = false;
  for (const Question& other : pack.questions) {
    if (other.about != About::complaint) continue;
    if (applies(pack, other, no) != Truth::no) return false;
    any = true;
  }
  return any;
}

}  // namespace

std::optional<QuestionId> entrance_to_complaints(const Pack& pack) {
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    const Question& question = pack.questions[q];
    if (question.type == QuestionType::boolean && question.about == About::runner &&
        shuts_out_complaints(pack, question)) {
      return QuestionId{q};
    }
  }
  return std::nullopt;
}

Asked first_to_ask(const Pack& pack, std::span<const Asked> open, const Known& known) {
  std::vector<Replies> effective;
  for (const Replies& replies : subjects(pack, known.both)) {
    effective.push_back(effective_replies(pack, replies));
  }
  // Where a gate is still unknown, what it reads is among the open questions too.
  const auto certain = [&](const Asked& asked) {
    return applies(pack, pack.question(asked.question), effective[asked.complaint.value_or(0)]) ==
           Truth::yes;
  };
  std::size_t complaint = kMaxComplaints;
  for (const Asked& asked : open) {
    if (certain(asked)) complaint = std::min(complaint, asked.complaint.value_or(complaint));
  }
  const auto rank = [&](const Asked& asked) {
    const bool later = asked.complaint.value_or(complaint) != complaint;
    return std::tuple(!certain(asked), later, asked.question);
  };
  return *std::min_element(open.begin(), open.end(),
                           [&](const Asked& a, const Asked& b) { return rank(a) < rank(b); });
}

}  // namespace runready
