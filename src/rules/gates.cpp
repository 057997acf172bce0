#include "rules/gates.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "rules/condition.hpp"
#include "rules/sentence.hpp"

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

// A symptom told behind a gate says that the gate is open. What must hold for it to be open is
// found by probing: a reply is inferred where every other value of its variable would certainly
// shut the gate (unit propagation, as SAT solvers do it). A reply inferred may stand behind a gate
// itself, so this is repeated until nothing changes. What permits is never inferred. A gate that
// may then be open in more than one way is open if the defaults open it.

namespace {

/// One complaint's view while inferring; writes go to the runner's or the complaint's replies.
class Inference {
 public:
  Inference(const Pack& pack, Known& known, std::size_t complaint, Diagnostics& diagnostics)
      : pack_(pack),
        known_(known),
        complaint_(complaint),
        diagnostics_(diagnostics),
        view_(overlay(pack, known.both.runner, known.both.complaints[complaint].replies)),
        effective_(effective_replies(pack, view_)) {}

  /// Opens every gate that told replies imply. True if nothing stands against it.
  bool run() {
    for (bool changed = true; changed;) {
      changed = false;
      for (const QuestionId id : pack_.gate_order) {
        const Question& question = pack_.question(id);
        if (!question.when || !opens(question)) continue;
        const Truth open = applies(pack_, question, effective_);
        if (open == Truth::no && has_symptom(question)) return report_shut(question);
        if (open == Truth::unknown) changed = force_open(question) || changed;
      }
    }
    return all_open();
  }

 private:
  bool has_symptom(const Question& question) const {
    for (std::uint32_t i = 0; i < question.variable_count; ++i) {
      const VariableId id{question.first_variable.index + i};
      if (view_.knows(id) && view_[id] != pack_.variable(id).default_value) return true;
    }
    return false;
  }

  /// Whether what is told of it says that it applies. A default that does so opens a gate but
  /// contradicts none: forms send the defaults of what they did not show.
  bool opens(const Question& question) const {
    return has_symptom(question) ||
           (question.default_opens && view_.knows(question.first_variable));
  }

  /// Infers what is forced; whether anything was.
  bool force_open(const Question& question) {
    bool inferred = false;
    for (const VariableId id : variables_read(question)) {
      if (view_.knows(id)) continue;
      Replies probe = view_;
      if (const auto value = only_value(question, probe, id)) {
        infer(id, *value);
        inferred = true;
      }
    }
    return inferred;
  }

  /// The one value of a variable that does not certainly shut the gate, if there is just one.
  std::optional<std::int32_t> only_value(const Question& question, Replies& probe,
                                         VariableId id) const {
    std::optional<std::int32_t> only;
    for (const std::int32_t v : values_to_try(id)) {
      probe.set(id, v);
      if (applies(pack_, question, effective_replies(pack_, probe)) == Truth::no) continue;
      if (only) return std::nullopt;
      only = v;
    }
    if (only && permits(pack_.question_of(id), pack_.variable(id), *only)) return std::nullopt;
    return only;
  }

  /// Gates compare a variable with a few numbers, and all values between two of those are alike:
  /// of each such stretch both ends, so that a stretch of one value is told from a longer one.
  std::vector<std::int32_t> values_to_try(VariableId id) const {
    const Variable& variable = pack_.variable(id);
    std::vector<std::int32_t> values = {variable.min, variable.max};
    for (const Question& question : pack_.questions) {
      if (question.when) add_neighbours(*question.when, id, values);
    }
    for (const Term& term : pack_.terms) add_neighbours(term.when, id, values);
    std::erase_if(values, [&](std::int32_t v) { return v < variable.min || v > variable.max; });
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
  }

  /// Each number that a condition compares the variable with, and those beside it.
  static void add_neighbours(const Condition& condition, VariableId id,
                             std::vector<std::int32_t>& into) {
    for_each_test(condition, [&](const Condition& test) {
      if (test.variable != id) return;
      for (const std::int32_t value : test.values) {
        for (const std::int32_t near : {value - 1, value, value + 1}) into.push_back(near);
      }
    });
  }

  void infer(VariableId id, std::int32_t value) {
    const bool runner = pack_.question_of(id).about == About::runner;
    for (Answers* answers : {&known_.both, &known_.inferred}) {
      (runner ? answers->runner : answers->complaints[complaint_].replies).set(id, value);
    }
    view_.set(id, value);
    effective_ = effective_replies(pack_, view_);
  }

  std::vector<VariableId> variables_read(const Question& question) const {
    std::vector<VariableId> read;
    collect(*question.when, read);
    return read;
  }

  void collect(const Condition& condition, std::vector<VariableId>& read) const {
    for_each_read(
        condition, [&](NamedTerm term) { collect(pack_.terms[term.id.index].when, read); },
        [&](const Condition& test) {
          if (std::find(read.begin(), read.end(), test.variable) == read.end()) {
            read.push_back(test.variable);
          }
        });
  }

  bool all_open() {
    bool fine = true;
    for (const Question& question : pack_.questions) {
      if (!question.when || !opens(question)) continue;
      if (applies(pack_, question, effective_) != Truth::unknown) continue;
      if (!defaults_open(question)) fine = report_ambiguous(question);
    }
    return fine;
  }

  bool defaults_open(const Question& question) const {
    const Completion assumed = complete(pack_, view_, known_.told.nothing_else);
    return applies(pack_, question, assumed.replies) == Truth::yes;
  }

  bool report_shut(const Question& question) {
    diagnostics_.push_back(
        {Severity::error, "gate-shut", Span{},
         "`" + question.id + "` was answered, but other answers say that it " + "does not apply",
         "it applies only if " + sentence(*question.when, pack_)});
    return false;
  }

  bool report_ambiguous(const Question& question) {
    std::string missing;
    for (const VariableId id : variables_read(question)) {
      const std::string& asked = pack_.question_of(id).id;
      if (view_.knows(id) || missing.find("`" + asked + "`") != std::string::npos) continue;
      missing += (missing.empty() ? "`" : " or `") + asked + "`";
    }
    diagnostics_.push_back(
        {Severity::error, "gate-ambiguous", Span{},
         "`" + question.id + "` was answered, but whether it applies is open",
         "answer " + missing + " too: it applies only if " + sentence(*question.when, pack_)});
    return false;
  }

  const Pack& pack_;
  Known& known_;
  std::size_t complaint_;
  Diagnostics& diagnostics_;
  Replies view_;       ///< what is known of the runner and this complaint
  Replies effective_;  ///< the same with defaults behind shut gates
};

Answers empty_like(const Pack& pack, const Answers& told) {
  Answers empty;
  empty.runner = Replies(pack.variables.size());
  for (std::size_t i = 0; i < told.complaints.size(); ++i) {
    empty.complaints.push_back({"", Replies(pack.variables.size())});
  }
  empty.flat = told.flat;
  return empty;
}

bool has_shape(const Pack& pack, const Answers& answers) {
  const std::size_t size = pack.variables.size();
  return answers.runner.size() == size &&
         std::ranges::all_of(answers.complaints, [&](const Complaint& complaint) {
           return complaint.replies.size() == size;
         });
}

}  // namespace

void require_same_pack(const Pack& pack, const Known& known) {
  if (known.pack == pack.identity && has_shape(pack, known.both) && has_shape(pack, known.told)) {
    return;
  }
  throw std::invalid_argument("what is known was inferred with another pack than `" + pack.id +
                              "` " + pack.version);
}

std::optional<Known> infer(const Pack& pack, const Answers& told, Diagnostics& diagnostics) {
  Known known{told, {}, {}, pack.identity};
  if (known.told.runner.size() == 0) known.told.runner = Replies(pack.variables.size());
  if (known.told.complaints.empty()) {
    known.told.complaints.push_back({"", Replies(pack.variables.size())});
  }
  if (!has_shape(pack, known.told)) {
    diagnostics.push_back({Severity::error, "other-pack", Span{},
                           "the answers are to the questions of another pack",
                           "read them with the pack they are to be assessed with"});
    return std::nullopt;
  }
  known.both = known.told;
  known.inferred = empty_like(pack, known.told);
  bool fine = true;
  for (std::size_t i = 0; i < known.both.complaints.size(); ++i) {
    fine = Inference(pack, known, i, diagnostics).run() && fine;
  }
  if (!fine) return std::nullopt;
  return known;
}

}  // namespace runready
