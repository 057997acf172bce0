#include "model/answers.hpp"

#include <algorithm>

namespace runready {

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

}  // namespace runready
