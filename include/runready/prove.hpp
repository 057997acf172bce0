#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runready/assessment.hpp"
#include "runready/diagnostic.hpp"
#include "runready/pack.hpp"

/// What holds of a pack for every possible answers, by decision diagrams.
///
/// Functions may be called by any number of threads. A `Prover` fills up as it is asked, so it is
/// one thread's at a time; several of them may share a pack.
///
///     CheckReport report = check(pack);
///     if (!report.refuted()) { ... }
///     Outlook next = Prover(pack).outlook(known);
namespace runready {

inline constexpr std::size_t kNodeBudget = 2'000'000;

/// What `answers_covered` is where there are more than a number can tell.
inline constexpr double kMoreAnswers = std::numeric_limits<double>::max();

/// Answers that show a failure, smallest first by number of replies other than the default.
struct Counterexample {
  Answers answers;
  std::string found;  ///< what they give, e.g. "recommendation run, referral see"
};

struct Finding {
  enum class Verdict { proved, refuted, warning, not_proved };
  Verdict verdict = Verdict::proved;
  /// `invariant`, `harmless-default`, `caution`, `permits`, `gentler`, `base`, `dead-rule`,
  /// `unreachable`, `no-effect` or `unused`.
  std::string check;
  /// Id of the invariant, question, rule, …, `recommendation rest`, or `warmup better`.
  std::string subject;
  std::string message;  ///< lower case, no full stop; empty where there is nothing to add
  Span span;
  std::vector<RuleId> rules;  ///< of `permits`: those that the reply switches off
  std::optional<Counterexample> example;
  /// Of `harmless-default`, `caution`, `permits` and monotone invariants: the answers that differ
  /// from those of the example in one question, and that give more caution.
  std::optional<Counterexample> compared_with;
  bool one_complaint = false;  ///< proved for one complaint, need not hold for several
};

/// What was too large for the node budget by itself, so that nothing that needs it is proved.
struct TooLarge {
  std::string part;  ///< `rule`, `recommendation`, `referral`, `exclusion`, `workout` or `tip`
  std::string id;    ///< of the rule, level, activity, workout or tip
  std::vector<std::string> rules;      ///< those that make it so and read most, most first
  std::vector<std::string> questions;  ///< what these rules read, in the order of asking
  Span span;                           ///< of a rule
};

/// That a pack was proved, all of it and exactly these bytes. Only a proof makes one: `check`, or
/// the build of this library for the pack that is built in.
class Proof {
 public:
  /// Of nothing.
  Proof() = default;

  /// A pack loaded in part is the same pack: its digest is of all its bytes.
  bool is_of(const Pack& pack) const { return !digest_.empty() && digest_ == pack.digest; }

 private:
  friend class Proofs;
  std::string digest_;
};

/// That of the built-in pack; of nothing where the build did not prove it, as that of a part of
/// another project does not.
Proof proof_of_built_in();

struct CheckReport {
  std::vector<Finding> findings;    ///< all that was checked, failures first
  std::vector<TooLarge> too_large;  ///< why some of it is not proved
  bool counted = false;             ///< whether the next two are known
  double answers_covered = 0;       ///< different complete answers (one complaint); kMoreAnswers
  /// Answers that are told more than the rules ask, because nothing is offered for what they ask;
  /// nothing if there are none.
  std::optional<Counterexample> escalated_example;
  std::size_t nodes = 0;
  bool complete = true;  ///< false: something is not proved, for want of nodes
  Proof proof;           ///< of the pack; of nothing if it is not proved, or was not loaded whole
  bool refuted() const;
};

/// Proves the pack's invariants and what every pack must satisfy. A finding that is not
/// `not_proved` is the same with any budget. Counting answers is no part of the proof.
CheckReport check(const Pack& pack, std::size_t node_budget = kNodeBudget);

/// When a rule matters.
struct RuleInsight {
  std::optional<Counterexample> fires;    ///< the smallest answers; none: it can never fire
  std::optional<Counterexample> decides;  ///< where no other rule asks for all that it asks for
  std::vector<RuleId> covered_by;         ///< if it never decides: the rules that ask for as much
};

/// Nothing if the pack is too large to tell.
std::optional<RuleInsight> insight(const Pack& pack, RuleId rule,
                                   std::size_t node_budget = kNodeBudget);

/// What a question still decides: what some reply to it could change.
struct Stakes {
  bool recommendation = false;
  bool referral = false;
  bool workouts = false;  ///< beside both others only if one reply alone shows it
  friend bool operator==(const Stakes&, const Stakes&) = default;
};

/// Answers questions about what further replies could do. Diagrams are built when first needed,
/// restricted to what is known, and kept for related questions. When a budget was not enough, it
/// is not tried again: from then on everything is answered from estimates, which never promise
/// more than is so.
class Prover {
 public:
  explicit Prover(const Pack& pack, std::size_t node_budget = kNodeBudget);
  ~Prover();
  Prover(Prover&&) noexcept;
  Prover& operator=(Prover&&) noexcept;

  /// Settled, range, the next question, and what would have to differ; exact for up to
  /// kMaxComplaints complaints, else `exact` is false and the estimate of `possible_range` stands,
  /// without what would have to differ. `ask_again_when` and `would_permit` stay empty too unless
  /// they are wanted: they take diagrams of their own.
  Outlook outlook(const Known& known, bool wants_changes = true);

  /// Every question that can still matter, in asking order; empty means settled.
  std::vector<Asked> open_questions(const Known& known);

  /// Whether the budget was not enough once.
  bool has_given_up() const;

  /// What a question that is not answered yet still decides. All of it, if that is unknown.
  Stakes stakes(const Known& known, const Asked& asked);

 private:
  class State;
  std::unique_ptr<State> state_;
};

/// Whether packs differ in some way for anybody, and the smallest answers for which they do.
struct Difference {
  bool is_known = false;                  ///< false: they could not be compared in that way
  std::optional<Counterexample> example;  ///< none, if it is known: there is no difference
};

/// What is in one pack only, or is not the same in both.
struct Edit {
  enum class Kind : std::uint8_t { added, removed, changed };
  std::string part;  ///< of a pack file: `questions`, `texts`, `workouts`, …
  std::string id;
  Kind kind = Kind::changed;
  std::vector<std::string> keys;  ///< of `changed`: what of it, `minutes`, `how`
  friend bool operator==(const Edit&, const Edit&) = default;
};

/// How two packs differ over all answers to the questions of both.
struct DiffReport {
  Difference more_cautious;
  Difference more_permissive;
  Difference workouts_only;
  std::optional<std::vector<std::string>> responsible;  ///< ids of rules and workouts, if known
  std::vector<Edit> edits;                              ///< in the order of parts, then of entries

  /// Whether everything was compared.
  bool complete() const {
    return more_cautious.is_known && more_permissive.is_known && workouts_only.is_known &&
           responsible.has_value();
  }
};

DiffReport diff(const Pack& before, const Pack& after, std::size_t node_budget = kNodeBudget);

}  // namespace runready
