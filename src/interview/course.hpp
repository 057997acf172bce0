#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "interview/notebook.hpp"
#include "interview/steps.hpp"
#include "runready/interview.hpp"

/// The course of an interview, without its words: what was told, what is asked now, how one gets
/// from one to the other.
namespace runready {

class Course {
 public:
  /// See Interview.
  Course(const Pack& pack, Prover& prover, InterviewStart start);

  const Answers& told() const { return notebook_.told(); }
  std::size_t set_aside() const { return notebook_.set_aside(); }
  Known known() const { return known_of(notebook_.told()); }

  bool is_settled() const { return settled_; }
  /// What is asked now. REQUIRES: !is_settled().
  const Step& step() const { return step_; }
  /// What was answered just before; null if nothing was.
  const Step* before() const { return path_.empty() ? nullptr : &path_.back(); }
  /// Whether several complaints can be announced in the reply (see entrance_to_complaints).
  bool is_entrance(QuestionId question) const { return entrance_ == question; }
  OnEnter on_enter(const Asked& asked) const;

  /// Answers what is asked now, with a value for each variable. REQUIRES: it is a question.
  void answer(std::span<const std::int32_t> values);
  /// REQUIRES: what is asked now is AnythingElse.
  void answer_anything_else(bool yes);

  /// Asks again what was asked before. False if nothing was.
  bool back();
  /// Asks a question again that was answered before.
  void revisit(const Asked& asked);
  /// Asks what is to be asked next after all.
  void go_on();

  enum class Added : std::uint8_t { added, nothing_hurts, too_many };
  /// One more thing hurts.
  Added add_thing();

  /// What the question asked now still decides, and what the outcome could be while nothing is
  /// replied to it.
  struct AtStake {
    Stakes stakes;
    OutcomeRange range;
  };
  /// REQUIRES: what is asked now is a question.
  AtStake at_stake() const;

  /// Unanswered questions that apply or may apply.
  std::size_t questions_left() const;
  /// Questions answered with the runner's usual reply.
  std::vector<QuestionId> standing_kept() const;

 private:
  void complete_standing();
  Known known_of(const Answers& told) const;
  void answer_entrance(std::int32_t reply);
  void record();
  Known known_without(const Asked& asked) const;
  bool may_add_thing(const Known& known);
  bool applies_now(const Step& step) const;
  bool drop_untouched_thing();

  const Pack* pack_;
  Prover* prover_;
  Notebook notebook_;
  Replies standing_;
  std::optional<QuestionId> entrance_;
  std::vector<Step> path_;  ///< what was asked and answered, in order
  Step step_;
  bool settled_ = false;
  bool several_ = false;  ///< whether to ask if anything else hurts
};

}  // namespace runready
