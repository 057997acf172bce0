#include "interview/steps.hpp"

#include <algorithm>
#include <tuple>

#include "rules/gates.hpp"
#include "runready/read_answers.hpp"

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

namespace {

void forget(const Question& question, Replies& replies) {
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    replies.forget(VariableId{question.first_variable.index + i});
  }
}

std::size_t answered(const Pack& pack, const Replies& replies, About about) {
  std::size_t count = 0;
  for (std::uint32_t q = 0; q < pack.questions.size(); ++q) {
    if (pack.questions[q].about == about && is_answered(pack, QuestionId{q}, replies)) ++count;
  }
  return count;
}

std::size_t answered(const Pack& pack, const Answers& answers) {
  std::size_t count = answered(pack, answers.runner, About::runner);
  for (const Complaint& complaint : answers.complaints) {
    count += answered(pack, complaint.replies, About::complaint);
  }
  return count;
}

enum class Keeps : bool { what_may_apply, what_applies };

/// Takes the replies behind shut gates away from one complaint and the runner, or those behind any
/// gate that is not certainly open.
void forget_what_does_not_apply(const Pack& pack, Keeps keeps, Replies& runner,
                                Replies& complaint) {
  Replies effective = overlay(pack, runner, complaint);
  for (const QuestionId id : pack.gate_order) {
    const Question& question = pack.question(id);
    const Truth open = applies(pack, question, effective);
    if (open == Truth::yes || (open == Truth::unknown && keeps == Keeps::what_may_apply)) continue;
    forget(question, effective);
    forget(question, question.about == About::runner ? runner : complaint);
    if (open == Truth::no) set_default(pack, question, effective);
  }
}

/// Whether it is clear of every reply that its question applies.
bool is_clear(const Pack& pack, const Answers& told) {
  Diagnostics none;
  return infer(pack, told, none).has_value();
}

/// Whether any question about a complaint may apply.
bool may_hurt(const Pack& pack, const Replies& runner) {
  const Replies effective = effective_replies(pack, runner);
  return std::any_of(pack.questions.begin(), pack.questions.end(), [&](const Question& question) {
    return question.about == About::complaint && applies(pack, question, effective) != Truth::no;
  });
}

}  // namespace

GivenReplies::GivenReplies(const Pack& pack, Answers told) : pack_(&pack), kept_(std::move(told)) {
  if (kept_.runner.size() == 0) kept_.runner = Replies(pack.variables.size());
  if (kept_.complaints.empty()) kept_.complaints.push_back({"", Replies(pack.variables.size())});
  things_ = kept_.complaints.size();
  look_through();
}

void GivenReplies::write(const Asked& asked, std::span<const std::int32_t> values) {
  const Question& question = pack_->question(asked.question);
  Replies& replies = question.about == About::runner
                         ? kept_.runner
                         : kept_.complaints[asked.complaint.value_or(0)].replies;
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    replies.set(VariableId{question.first_variable.index + i}, values[i]);
  }
  look_through();
}

void GivenReplies::set_things(std::size_t count) {
  things_ = count;
  while (kept_.complaints.size() < count) {
    kept_.complaints.push_back({"", Replies(pack_->variables.size())});
  }
  look_through();
}

std::vector<std::int32_t> GivenReplies::values(const Asked& asked) const {
  const Question& question = pack_->question(asked.question);
  const Replies& replies = question.about == About::runner
                               ? kept_.runner
                               : kept_.complaints[asked.complaint.value_or(0)].replies;
  std::vector<std::int32_t> values;
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    values.push_back(replies[VariableId{question.first_variable.index + i}]);
  }
  return values;
}

void GivenReplies::look_through() {
  told_ = kept_;
  told_.complaints.resize(things_);
  for (const Keeps keeps : {Keeps::what_may_apply, Keeps::what_applies}) {
    for (Complaint& complaint : told_.complaints) {
      forget_what_does_not_apply(*pack_, keeps, told_.runner, complaint.replies);
    }
    if (is_clear(*pack_, told_)) break;
  }
  if (!may_hurt(*pack_, told_.runner)) told_.complaints.resize(1);
  told_.flat = told_.complaints.size() == 1;
  set_aside_ = answered(*pack_, kept_) - answered(*pack_, told_);
}

}  // namespace runready
