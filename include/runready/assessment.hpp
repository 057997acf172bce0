#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "runready/answers.hpp"
#include "runready/diagnostic.hpp"
#include "runready/outcome.hpp"
#include "runready/pack.hpp"

/// The engine: from what was told to one recommendation with everything that explains it.
///
/// Caution only adds up: every rule that is true sets floors, the outcome is the strictest of
/// them, and a recommendation for which no workout is left becomes the next more cautious one.
///
/// All of these are functions of values: any number of threads may call them with the same pack.
/// Every value here owns what it holds, and means something for the pack it was made with only.
///
///     Diagnostics wrong;
///     if (auto known = infer(pack, answers, wrong)) {
///       Assessment a = assess(pack, *known);
///     }
namespace runready {

/// A value of a condition over replies some of which are unknown (Kleene's logic).
enum class Truth : std::uint8_t { no, yes, unknown };

/// What was told and what follows from it: a reply other than the default to a question behind a
/// gate means that the gate is open.
struct Known {
  Answers told;
  Answers inferred;        ///< only what was inferred; same shape as `told`
  Answers both;            ///< told and inferred together
  std::uint64_t pack = 0;  ///< `Pack::identity` of the pack it was made with
  friend bool operator==(const Known&, const Known&) = default;
};

/// Adds to what was told the replies it implies. Nothing, with diagnostics, if a symptom was told
/// behind a gate that was told shut (`gate-shut`) or that can be opened in more than one way
/// (`gate-ambiguous`; the message names the question to answer), or if the answers are those of a
/// pack with other questions (`other-pack`). Spans point at nothing.
std::optional<Known> infer(const Pack& pack, const Answers& told, Diagnostics& diagnostics);

/// Throws std::invalid_argument if what is known was inferred with another pack than this, or has
/// the shape of none: its indexes would mean something else, or nothing at all. Every function that
/// takes both does so first.
void require_same_pack(const Pack& pack, const Known& known);

/// One rule that counts, and why. A reason without a rule is escalation: no workout was left.
struct Reason {
  std::optional<RuleId> rule;
  std::optional<std::size_t> complaint;  ///< of rules that read a question about a complaint
  Recommendation recommend = Recommendation::run;
  Referral referral = Referral::none;
  std::vector<VariableId> because_of;  ///< the replies, told or inferred, that made it true
  std::vector<QuestionId> unknown;     ///< never-assumed questions whose silence made it count
  friend bool operator==(const Reason&, const Reason&) = default;
};

struct Exclusion {
  ActivityId activity;
  std::vector<RuleId> rules;
  friend bool operator==(const Exclusion&, const Exclusion&) = default;
};

struct Assessment {
  Recommendation recommendation = Recommendation::run;
  Referral referral = Referral::none;
  Recommendation floor = Recommendation::run;  ///< before escalation
  std::vector<Reason> reasons;                 ///< most cautious first, then pack order
  std::vector<WorkoutId> offered;              ///< in pack order; none on rest
  std::vector<Exclusion> excluded;
  std::vector<TipId> tips;
  std::optional<std::int32_t> recheck_hours;  ///< the longest any rule that counts asks for
  Known known;
  Answers assumed;  ///< only what was assumed
  bool heart_rate_allowed = true;
  std::size_t assumed_count = 0;  ///< questions assumed, those of each complaint counted
};

/// What of an assessment is worked out beside the outcome, the rules that count, and the workouts;
/// the rest stays empty. The outcome itself never depends on it.
struct Explained {
  bool causes = true;  ///< Reason::because_of and ::unknown
  bool excluded = true;
  bool tips = true;
};

/// The assessment of what is known, unanswered questions assumed to have their default where that
/// is allowed; rules left unknown by a question that is never assumed count as true.
/// Throws std::invalid_argument if `known` was not made by `infer` with this pack.
Assessment assess(const Pack& pack, const Known& known, const Explained& explained = {});

/// The least and the most cautious outcome that further replies could lead to.
struct OutcomeRange {
  Recommendation least = Recommendation::run;
  Recommendation most = Recommendation::rest;
  Referral referral_least = Referral::none;
  Referral referral_most = Referral::emergency;
  friend bool operator==(const OutcomeRange&, const OutcomeRange&) = default;
};

/// A range that certainly holds what further replies could lead to (by three-valued evaluation; it
/// may be wider than the truth, never narrower). `prove.hpp` has the exact one.
OutcomeRange possible_range(const Pack& pack, const Known& known);

/// A question that could be asked, and of which complaint.
struct Asked {
  QuestionId question;
  std::optional<std::size_t> complaint;  ///< of questions about a complaint
  friend bool operator==(const Asked&, const Asked&) = default;
};

/// The fewest replies that would have to differ for a recommendation at least so permissive.
struct AskAgain {
  struct Change {
    Asked asked;
    std::vector<std::pair<VariableId, std::int32_t>> replies;
    friend bool operator==(const Change&, const Change&) = default;
  };
  Recommendation recommendation = Recommendation::run;
  std::vector<Change> changes;
  friend bool operator==(const AskAgain&, const AskAgain&) = default;
};

/// What further replies could still do.
struct Outlook {
  bool settled = false;
  OutcomeRange range;
  std::vector<Asked> ask_next;  ///< the next question that can still matter; if settled, one that
                                ///< only changes what is said, or none
  std::vector<AskAgain> ask_again_when;  ///< told replies healed
  std::vector<AskAgain> would_permit;    ///< permitting replies to what is not answered
  bool exact = true;  ///< false: a sound estimate, since the pack is too large for the diagrams
};

}  // namespace runready
