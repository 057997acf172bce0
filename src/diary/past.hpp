#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "diary/entries.hpp"
#include "runready/answers.hpp"
#include "runready/pack.hpp"

/// The diary as the rules in use can read it: days before today, and replies instead of JSON. Each
/// day's last check-in counts.
namespace runready {

struct PastCheckIn {
  std::chrono::local_days day;
  Answers answers;  ///< all that held then
  Answers derived;  ///< of them, what followed from the diary
  Recommendation recommendation = Recommendation::run;
  Referral referral = Referral::none;
};

struct Past {
  std::vector<PastCheckIn> check_ins;  ///< oldest first, one a day
  std::vector<Run> runs;               ///< oldest first
};

/// Replies of an earlier check-in, perhaps to other rules: what these do not know is left out.
Answers kept_answers(const Pack& pack, std::string_view json);

/// Check-ins and runs before `today`.
Past past_of(const Pack& pack, std::span<const CheckIn> check_ins, std::vector<Run> runs,
             std::chrono::local_days today);

/// A question and an option of a pack, if it has them.
struct Place {
  const Question* question = nullptr;
  VariableId variable;
};
std::optional<Place> find_option(const Pack& pack, std::string_view question,
                                 std::string_view option);
const Question* find_question(const Pack& pack, std::string_view question);

/// Whether anything hurt.
bool was_sore(const Pack& pack, const PastCheckIn& check_in);

/// The places of a thing that hurts, as variables.
std::vector<VariableId> places_of(const Pack& pack, const Replies& complaint);

/// The thing of a check-in that hurt in one of these places; null if none did.
const Complaint* same_thing(const PastCheckIn& check_in, std::span<const VariableId> places);

}  // namespace runready
