// The outcome of complete answers, computed in the plainest way there is: what every faster way
// is compared with. Nothing here is shared with the program.
#pragma once

#include <functional>
#include <vector>

#include "runready/answers.hpp"
#include "runready/outcome.hpp"
#include "runready/pack.hpp"

namespace runready::testing {

struct ReferenceOutcome {
  Recommendation floor = Recommendation::run;
  Recommendation recommendation = Recommendation::run;
  Referral referral = Referral::none;
  std::vector<bool> rules;     ///< fires for some complaint
  std::vector<bool> excluded;  ///< by activity
  std::vector<bool> offered;   ///< by workout; none on rest
  std::vector<bool> tips;
  friend bool operator==(const ReferenceOutcome&, const ReferenceOutcome&) = default;
};

/// Whether a condition is true of one complaint's replies. REQUIRES: every variable is known.
bool reference_truth(const Pack& pack, const Replies& replies, const Condition& condition);

/// Whether a question applies. REQUIRES: every variable is known.
bool reference_applies(const Pack& pack, const Replies& replies, QuestionId question);

/// The joint outcome of complaints, each with the runner's replies. REQUIRES: all known, not empty.
ReferenceOutcome reference_outcome(const Pack& pack, const std::vector<Replies>& complaints);

/// The same of complete answers.
ReferenceOutcome reference_outcome(const Pack& pack, const Answers& answers);

/// Those of the joined complaints that a text speaks of, by number: who reaches its level alone, or
/// all; none if the joint outcome is at another level.
std::vector<std::size_t> reference_spoken_of(const Pack& pack,
                                             const std::vector<Replies>& complaints,
                                             const std::string& key);

/// The text as it reads for complete answers.
std::string reference_text(const Pack& pack, const Answers& answers, const std::string& key);

/// Calls `visit` with every way to reply to everything unknown, also behind shut gates.
void for_each_completion(const Pack& pack, const Answers& answers,
                         const std::function<void(const Answers&)>& visit);

/// Answers of one complaint of which nothing is known.
Answers nothing_told(const Pack& pack, std::size_t complaints = 1);

}  // namespace runready::testing
