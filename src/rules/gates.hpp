#pragma once

#include <vector>

#include "runready/assessment.hpp"
#include "runready/pack.hpp"

/// Replies as rules see them: the runner's and one complaint's together, gates applied, made as
/// complete as they may be; and what a symptom told behind a gate says of the gate (`infer`).
namespace runready {

/// The runner's replies and those of a complaint in one.
Replies overlay(const Pack& pack, const Replies& runner, const Replies& complaint);

/// The replies of each complaint together with the runner's; one, of which nothing was told, if
/// there is no complaint. Never empty.
std::vector<Replies> subjects(const Pack& pack, const Answers& answers);

/// Whether a question applies: its gate's truth. `effective` must be right for what it reads.
Truth applies(const Pack& pack, const Question& question, const Replies& effective);

/// Gives every variable of a question its default.
void set_default(const Pack& pack, const Question& question, Replies& replies);

/// Replies with gates applied: a question behind a shut gate reads as its default, one that
/// applies or may apply keeps what was told, or stays unknown.
Replies effective_replies(const Pack& pack, const Replies& replies);

/// What is certain of replies to rules that read them: gates applied, and unknown what was told
/// behind a gate that may turn out to be shut. With `nothing_else` the default was told where that
/// goes without saying.
Replies told_replies(const Pack& pack, const Replies& replies, bool nothing_else);

/// Replies of one complaint made as complete as they may be.
struct Completion {
  Replies replies;                  ///< gates applied; unknown only where `missing`
  std::vector<QuestionId> assumed;  ///< given their default though nobody said so
  std::vector<QuestionId> missing;  ///< unanswered and never assumed
};

/// Unanswered questions get their default where that is allowed. With `nothing_else` that is what
/// was told, not an assumption, where it goes without saying.
Completion complete(const Pack& pack, const Replies& replies, bool nothing_else);

}  // namespace runready
