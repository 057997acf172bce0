#include "prove/example.hpp"

#include <vector>

#include "assess/knowledge.hpp"
#include "prove/conditions.hpp"
#include "runready/assessment.hpp"

namespace runready {

namespace {

class Telling {
 public:
  Telling(const Pack& pack, const Replies& complete)
      : pack_(pack), truth_(effective_replies(pack, complete)) {
    answers_.runner = Replies(pack.variables.size());
    answers_.complaints.push_back({"", Replies(pack.variables.size())});
  }

  Answers run() {
    for (std::uint32_t q = 0; q < pack_.questions.size(); ++q) {
      if (is_needed({q})) tell({q});
    }
    Diagnostics ambiguous;
    if (!infer(pack_, answers_, ambiguous)) open_every_gate();
    return std::move(answers_);
  }

 private:
  bool does_apply(QuestionId id) const {
    return applies(pack_, pack_.question(id), truth_) == Truth::yes;
  }

  bool is_needed(QuestionId id) const {
    if (!pack_.question(id).assume) return does_apply(id);
    return !is_default(id);
  }

  bool is_default(QuestionId id) const {
    const Question& question = pack_.question(id);
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId variable{question.first_variable.index + i};
      if (truth_[variable] != pack_.variable(variable).default_value) return false;
    }
    return true;
  }

  void tell(QuestionId id) {
    const Question& question = pack_.question(id);
    if (!question.none_is_reply && is_default(id)) return;
    Replies& into =
        question.about == About::runner ? answers_.runner : answers_.complaints[0].replies;
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId variable{question.first_variable.index + i};
      into.set(variable, truth_[variable]);
    }
  }

  bool is_told(QuestionId id) const {
    const Question& question = pack_.question(id);
    return (question.about == About::runner ? answers_.runner : answers_.complaints[0].replies)
        .knows(question.first_variable);
  }

  /// Tells whatever the gates of told questions read, and what the gates of that read.
  void open_every_gate() {
    std::vector<bool> followed(pack_.questions.size(), false);
    std::vector<QuestionId> open;
    for (std::uint32_t q = 0; q < pack_.questions.size(); ++q) {
      if (is_told({q})) open.push_back({q});
    }
    while (!open.empty()) {
      const QuestionId id = open.back();
      open.pop_back();
      if (followed[id.index]) continue;
      followed[id.index] = true;
      if (does_apply(id)) tell(id);
      const auto& gate = pack_.question(id).when;
      if (!gate) continue;
      for (const QuestionId read : questions_read(pack_, *gate)) open.push_back(read);
    }
  }

  const Pack& pack_;
  Replies truth_;
  Answers answers_;
};

}  // namespace

Answers smallest_answers(const Pack& pack, const Replies& complete) {
  return Telling(pack, complete).run();
}

}  // namespace runready
