#include "assess/knowledge.hpp"

#include "condition/evaluate.hpp"

namespace runready {

namespace {

bool reads_terms(const Condition& condition) {
  bool reads = false;
  for_each_term(condition, [&](NamedTerm) { reads = true; });
  return reads;
}

}  // namespace

Replies overlay(const Pack& pack, const Replies& runner, const Replies& complaint) {
  Replies joined = runner;
  for (const Question& question : pack.questions) {
    if (question.about != About::complaint) continue;
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId id{question.first_variable.index + i};
      joined.set(id, complaint[id]);
    }
  }
  return joined;
}

std::vector<Replies> subjects(const Pack& pack, const Answers& answers) {
  std::vector<Replies> joined;
  for (const Complaint& complaint : answers.complaints) {
    joined.push_back(overlay(pack, answers.runner, complaint.replies));
  }
  if (joined.empty()) {
    joined.push_back(overlay(pack, answers.runner, Replies(pack.variables.size())));
  }
  return joined;
}

Truth applies(const Pack& pack, const Question& question, const Replies& effective) {
  if (!question.when) return Truth::yes;
  const bool needs_terms = reads_terms(*question.when);
  return evaluate(*question.when, effective,
                  needs_terms ? evaluate_terms(pack, effective) : TermTruths());
}

void set_default(const Pack& pack, const Question& question, Replies& replies) {
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    const VariableId id{question.first_variable.index + i};
    replies.set(id, pack.variable(id).default_value);
  }
}

Replies effective_replies(const Pack& pack, const Replies& replies) {
  Replies effective = replies;
  for (const QuestionId id : pack.gate_order) {
    const Question& question = pack.question(id);
    if (applies(pack, question, effective) == Truth::no) set_default(pack, question, effective);
  }
  return effective;
}

namespace {

/// Whether something was unknown.
bool fill_in_default(const Pack& pack, const Question& question, Replies& replies) {
  bool filled = false;
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    const VariableId id{question.first_variable.index + i};
    if (replies.knows(id)) continue;
    replies.set(id, pack.variable(id).default_value);
    filled = true;
  }
  return filled;
}

bool is_unanswered(const Question& question, const Replies& replies) {
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    if (!replies.knows(VariableId{question.first_variable.index + i})) return true;
  }
  return false;
}

}  // namespace

namespace {

void forget_symptoms(const Pack& pack, const Question& question, Replies& replies) {
  for (std::uint32_t i = 0; i < question.variable_count; ++i) {
    const VariableId id{question.first_variable.index + i};
    if (replies[id] != pack.variable(id).default_value) replies.forget(id);
  }
}

}  // namespace

Replies told_replies(const Pack& pack, const Replies& replies, bool nothing_else) {
  Replies told = replies;
  for (const Question& question : pack.questions) {
    if (nothing_else && goes_without_saying(question)) fill_in_default(pack, question, told);
  }
  for (const QuestionId id : pack.gate_order) {
    const Question& question = pack.question(id);
    const Truth open = applies(pack, question, told);
    if (open == Truth::no) set_default(pack, question, told);
    if (open == Truth::unknown) forget_symptoms(pack, question, told);
  }
  return told;
}

Completion complete(const Pack& pack, const Replies& replies, bool nothing_else) {
  Completion done{replies, {}, {}};
  for (const QuestionId id : pack.gate_order) {
    const Question& question = pack.question(id);
    const Truth open = applies(pack, question, done.replies);
    if (open == Truth::no) {
      set_default(pack, question, done.replies);
    } else if (!question.assume) {
      if (is_unanswered(question, done.replies)) done.missing.push_back(id);
    } else if (fill_in_default(pack, question, done.replies) && open == Truth::yes &&
               !(nothing_else && goes_without_saying(question))) {
      done.assumed.push_back(id);
    }
  }
  return done;
}

}  // namespace runready
