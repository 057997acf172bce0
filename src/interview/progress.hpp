#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "interview/steps.hpp"
#include "runready/interview.hpp"

/// The progress of an interview, without its words: what was told, what is asked now, how one gets
/// from one to the other.
namespace runready {

class Progress {
 public:
  /// See Interview.
  Progress(const Pack& pack, Prover& prover, InterviewStart start);

  const Answers& told() const { return given_.told(); }
  std::size_t set_aside() const { return given_.set_aside(); }
  Known known() const { return known_of(given_.told()); }

  /// Whether no reply could change the outcome any more.
  bool is_settled() const { return settled_; }
  /// Whether nothing is left to ask.
  bool is_done() const { return done_; }
  /// What is asked now. REQUIRES: !is_done().
  const Step& step() const { return step_; }
  /// What was answered just before; null if nothing was.
  const Step* before() const { return path_.empty() ? nullptr : &path_.back(); }
  /// Whether several complaints can be announced in the reply (see entrance_to_complaints).
  bool is_entrance(QuestionId question) const { return entrance_ == question; }
  OnEnter on_enter(const Asked& asked) const;
  OnEnter on_enter(const Together& together) const;

  /// Answers what is asked now, with a value for each variable. REQUIRES: it is a question.
  void answer(std::span<const std::int32_t> values);
  /// REQUIRES: what is asked now is AnythingElse.
  void answer_anything_else(bool yes);
  /// REQUIRES: what is asked now is WhatIsAtHand, of which `values` has one for each activity.
  void answer_at_hand(std::span<const std::int32_t> values);
  /// REQUIRES: what is asked now is WhetherToKeep.
  void answer_whether_to_keep(bool yes);

  /// The activities offered today that need something, ascending.
  std::vector<ActivityId> offered_activities() const;
  const std::optional<Interview::AtHand>& at_hand() const { return at_hand_; }

  /// REQUIRES: what is asked now is Together, of whose questions `values` has one for each
  /// variable.
  void answer_together(std::span<const std::int32_t> values);
  /// REQUIRES: what is asked now is SinceThen.
  void answer_since_then(HowNow reply);

  /// The thing of the morning that is asked about. REQUIRES: what is asked now is SinceThen.
  const std::string& thing_then() const;
  const std::optional<Morning>& morning() const { return morning_; }
  Answers carried() const;

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

  /// How many prompts there have been, this one included, and about how many there will be: as many
  /// as there are if every further reply is harmless.
  struct Place {
    std::size_t now = 1;
    std::size_t of_about = 1;
  };
  const Place& place() const { return place_; }

  /// Unanswered questions that apply or may apply.
  std::size_t questions_left() const;
  /// Questions answered with the runner's usual reply.
  std::vector<QuestionId> standing_kept() const;

 private:
  std::vector<std::int32_t> default_values(const Question& question) const;
  void complete_standing();
  Known known_of(const Answers& told) const;
  void answer_entrance(std::int32_t reply);
  void record();
  std::optional<Step> next_step(const Known& known);
  std::optional<Step> next_of_morning(std::span<const Asked> open) const;
  std::vector<Step> steps_of_morning() const;
  bool is_put_already(const Step& step) const;
  void write_since_then();
  std::optional<Step> step_after_settling(const Known& known) const;
  bool asks_what_is_at_hand(const Assessment& assessment) const;
  bool has_something_to_keep() const;
  Place place_now() const;
  Known known_without(const Asked& asked) const;
  bool may_add_thing(const Known& known);
  bool applies_now(const Step& step) const;
  bool drop_untouched_thing();

  const Pack* pack_;
  Prover* prover_;
  GivenReplies given_;
  Replies standing_;
  std::optional<Morning> morning_;
  std::vector<std::optional<HowNow>> since_;  ///< one a thing of the morning
  std::optional<QuestionId> entrance_;
  std::vector<Step> path_;  ///< what was asked and answered, in order
  Step step_;
  Place place_;
  bool settled_ = false;
  bool done_ = false;
  bool asks_what_is_at_hand_ = false;
  bool offers_to_keep_ = false;
  std::optional<Interview::AtHand> at_hand_;
  bool several_ = false;  ///< whether to ask if anything else hurts
};

}  // namespace runready
