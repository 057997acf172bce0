#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/situation.hpp"
#include "runready/assessment.hpp"
#include "runready/outcome.hpp"
#include "runready/render.hpp"

/// What a report shows, in whatever format: the headline, the workouts at hand, the facts it rests
/// on, every rule with its truth.
namespace runready {

/// Which of the workouts offered a report shows.
struct Choices {
  std::vector<WorkoutId> shown;  ///< in pack order
  bool at_hand = true;           ///< false: the runner has nothing for any of them
};

/// The workouts offered for which the runner has what it takes; if there are none, all that are
/// offered, since they name what would be allowed. Running needs nothing.
Choices choices(const Report& report);

/// The facts that what a report shows rests on: its reasons, workouts and tips, and the feel check
/// on a day of running. In pack order, each once.
std::vector<FactId> cited_facts(const Report& report);

/// The text of a group for one level of a scale: `banner.rest`, `referral.see`. `texts` is a pack,
/// for the text as it reads without answers, or a situation.
template <class Texts, class Level>
const std::string& level_text(const Texts& texts, std::string_view group, Level level) {
  return texts.text(std::string(group) + "." + std::string(name(level)));
}

// The answer in one sentence, in the pack's own words.

/// Whether what was assumed could still turn out to be worse. By the report's outlook if it has
/// one, else by the estimate of `possible_range`.
bool is_conditional(const Report& report);

/// Emergency and urgency come before the recommendation; a conditional run says what it rests on.
std::string headline(const Report& report, const Situation& situation);

/// Every rule with its truth, for whoever wants it explained.
struct RuleTruth {
  RuleId rule;
  std::optional<std::size_t> complaint;  ///< of rules that read a question about a complaint
  Truth truth = Truth::unknown;          ///< over what is known, nothing assumed
};

/// `yes`, `no`, `unknown`.
std::string_view truth_name(Truth truth);

/// In pack order, those about complaints once for each.
std::vector<RuleTruth> rule_truths(const Pack& pack, const Known& known);

}  // namespace runready
