#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runready/answers.hpp"
#include "runready/condition.hpp"
#include "runready/index.hpp"
#include "runready/outcome.hpp"

/// A pack as it is after loading: every name resolved to an index, every default filled in,
/// immutable from then on. Lists keep the order of the pack's files (sorted by name) and of the
/// entries in them, then those of its add-ons in order of their ids; that is the order of asking
/// and of the workouts offered. In which order add-ons are given changes nothing.
///
/// Threads may read one pack at the same time; so may they all that is made of it and is const.
///
///     std::optional<Pack> pack = load_pack(files, diagnostics);
///     const Question& gait = pack->questions[pack->question_named("gait")->index];
namespace runready {

inline constexpr std::size_t kMaxQuestions = 256;
inline constexpr std::size_t kMaxOptions = 60;
inline constexpr std::size_t kMaxRules = 8192;
inline constexpr std::size_t kMaxEntries = 4096;  ///< of each other kind
inline constexpr std::size_t kMaxComplaints = 8;
inline constexpr std::int32_t kMinInteger = -1000;
inline constexpr std::int32_t kMaxInteger = 100'000;

enum class QuestionType : std::uint8_t { boolean, choice, multi_choice, integer };
enum class About : std::uint8_t { runner, complaint };
enum class Caution : std::uint8_t { none, rises, falls };

/// A clause and its denial, for sentences: "you limp" / "you do not limp" (may be empty).
struct Clause {
  std::string says;
  std::string says_not;
  friend bool operator==(const Clause&, const Clause&) = default;
};

/// What a text says where `when` holds.
struct Wording {
  Condition when;
  std::string text;
};

struct Section {
  std::string id;
  std::string title;
};

struct Option {
  std::string id;
  std::string label;
  Clause clause;
  std::string group;                    ///< heading at the prompt; empty for none
  std::vector<std::string> words = {};  ///< other words for it at the prompt, beside its label's
  Caution caution = Caution::rises;     ///< of multi-choice options: `rises` or `none`
  bool permits = false;                 ///< whether it may allow what the default does not
  bool heals = false;                   ///< whether it is hoped to pass, so that one may ask again
  bool added = false;                   ///< by an add-on, as all that is called so here
};

struct Question {
  std::string id;
  About about = About::runner;
  std::uint32_t section = 0;  ///< index into `Pack::sections`
  QuestionType type = QuestionType::boolean;
  std::optional<Condition> when;  ///< the gate; none: the question always applies
  std::string ask;
  std::string why;
  Clause clause;                   ///< of `boolean`; of `integer` with one `{}` in `says`
  std::vector<Option> options;     ///< of `choice` and `multi_choice`
  std::int32_t min = 0;            ///< lowest value: 0, or of `integer` its range
  std::int32_t max = 1;            ///< highest value: options - 1 of `choice`
  std::string unit;                ///< of `integer`; may be empty
  std::int32_t default_value = 0;  ///< harmless reply; 0 for `multi_choice` (nothing chosen)
  Caution caution = Caution::none;
  bool enter = true;           ///< whether Enter alone answers the prompt with the default
  bool assume = true;          ///< whether it may be assumed to have its default
  bool fixed = false;          ///< whether nobody can change it
  bool permits = false;        ///< whether any reply but the default may allow what that does not
  bool heals = false;          ///< whether every harmful reply is hoped to pass
  bool none_is_reply = true;   ///< of `multi_choice`; if not, nothing chosen means not told
  bool stays = false;          ///< whether its reply is true from day to day, and may be kept
  bool for_words = false;      ///< whether it is asked where it only changes what is said
  bool default_opens = false;  ///< whether its default, told, says that the gate is open too
  bool added = false;
  std::vector<FactId> sources;
  VariableId first_variable;         ///< its first variable; options follow one another
  std::uint32_t variable_count = 1;  ///< 1, or the number of options of `multi_choice`
  Span span;
};

/// What conditions look at: a question, or one option of a multi-choice question.
/// `boolean` and options take 0 and 1, `choice` option indexes, `integer` its range.
struct Variable {
  QuestionId question;
  std::optional<std::uint32_t> option;  ///< of a multi-choice
  std::int32_t min = 0;
  std::int32_t max = 1;
  std::int32_t default_value = 0;
};

struct Term {
  std::string id;
  Clause clause;
  Condition when;
  bool reads_complaint = false;
  Span span;
};

struct Rule {
  std::string id;
  Condition when;  ///< where it is true; with `unless` made of both, see except()
  bool has_unless = false;
  Recommendation recommend = Recommendation::run;
  Referral referral = Referral::none;
  std::vector<ActivityId> exclude;         ///< tags resolved, sorted, each once
  std::vector<std::string> exclude_names;  ///< as written: activity ids and `#tags`
  std::optional<std::int32_t> recheck_hours;
  bool explains = false;
  std::string because;
  std::vector<FactId> sources;
  bool reads_complaint = false;  ///< whether its condition reads a question about a complaint
  bool added = false;
  Span span;

  /// Makes the rule false where `unless` is true: `when` becomes when-and-not-unless. Once at most.
  void except(Condition unless);

  const Condition& written_when() const { return has_unless ? when.operands[0] : when; }

  /// Null if the rule was written without.
  const Condition* written_unless() const {
    return has_unless ? &when.operands[1].operands[0] : nullptr;
  }
};

struct Activity {
  std::string id;
  std::string label;
  std::vector<std::string> tags;                ///< without `#`
  std::vector<ActivityId> gentler_than;         ///< and what those are gentler than, sorted
  std::vector<std::string> gentler_than_names;  ///< as written: activity ids and `#tags`
  Span span;
};

struct Interval {
  std::int32_t low = 0;
  std::int32_t high = 0;
  friend bool operator==(const Interval&, const Interval&) = default;
};

struct Effort {
  std::optional<Interval> zone;            ///< heart-rate zones 1 to 5
  std::optional<Interval> rpe;             ///< perceived exertion, 0 to 10
  std::optional<Interval> hr_max_percent;  ///< percent of maximum heart rate, 30 to 100
  std::string talk;                        ///< talk test in words
};

struct Workout {
  std::string id;
  ActivityId activity;
  std::vector<Recommendation> offered_for;
  Interval minutes;
  Effort effort;
  std::string how;
  std::optional<Condition> when;
  std::optional<Condition> unless;
  std::vector<FactId> sources;
  bool added = false;
  Span span;
};

/// What a tip is about, in the order of the report.
enum class Phase : std::uint8_t {
  feel_check,
  before,
  during,
  after,
  recovery,
  race,
  ask_again,
  see_someone
};

struct Tip {
  std::string id;
  Phase phase = Phase::recovery;
  std::vector<std::string> tags;            ///< without `#`
  std::vector<Recommendation> offered_for;  ///< empty: for every recommendation
  std::optional<Condition> when;
  std::optional<Condition> unless;
  std::string text;
  std::vector<FactId> sources;
  Span span;
};

template <class Level>
struct Bounds {
  std::optional<Level> at_least;
  std::optional<Level> at_most;
};

/// What one name of an expectation stands for: the workout or tip of that id, every workout of an
/// activity, or every one with a `#tag`. Never empty.
template <class Id>
struct Group {
  std::string name;  ///< as written
  std::vector<Id> members;
};

/// What an invariant says of an outcome; empty parts say nothing.
struct OutcomePattern {
  Bounds<Recommendation> recommend;
  Bounds<Referral> referral;
  std::vector<ActivityId> excludes;      ///< each is excluded
  std::vector<Group<WorkoutId>> offers;  ///< of each group at least one is offered
  std::vector<WorkoutId> offers_no;      ///< none is offered
  std::vector<TipId> no_tips;            ///< none is shown
};

enum class MonotoneOn : std::uint8_t { recommendation, referral, exclusions };

struct Invariant {
  std::string id;
  std::optional<Condition> for_all;             ///< none: all answers
  std::optional<std::vector<QuestionId>> only;  ///< every other question at its default
  std::optional<OutcomePattern> if_outcome;
  std::optional<OutcomePattern> then_outcome;  ///< set unless `monotone` is
  std::vector<QuestionId> monotone;
  std::vector<MonotoneOn> on;  ///< with `monotone`; never empty then
  std::vector<FactId> sources;
  Span span;
};

/// What a case expects; empty parts say nothing.
struct Expectation {
  std::optional<Recommendation> recommend;
  std::optional<Referral> referral;
  std::vector<RuleId> fires;
  std::vector<RuleId> fires_not;
  std::optional<bool> escalates;  ///< whether no workout is left for the floor (`nothing-offered`)
  std::vector<Group<WorkoutId>> offers;  ///< of each group at least one is offered
  std::vector<WorkoutId> offers_no;      ///< none is offered
  std::vector<Group<TipId>> tips;        ///< of each group at least one is shown
  std::vector<TipId> no_tips;            ///< none is shown
};

struct Case {
  std::string id;
  std::string title;
  Answers answers;
  Expectation expect;
  Span span;
};

struct Source {
  std::string id;
  std::string title;
  std::string author;
  std::string publisher;
  std::optional<std::int32_t> year;
  std::string doi;
  std::string url;
};

struct Fact {
  std::string id;
  std::string kind;  ///< e.g. `red-flag`; may be empty
  std::string text;
  std::vector<std::uint32_t> from;  ///< indexes into `Pack::source_list`
  std::string grade;
};

struct FeelCheck {
  std::int32_t after_minutes = 10;
  std::vector<FactId> sources;
};

struct HeartRate {
  std::optional<Condition> unless;  ///< when no heart-rate figure may be shown
  std::vector<FactId> sources;
};

/// A pack that adds to another.
struct AddOn {
  std::string id;
  std::string version;
  friend bool operator==(const AddOn&, const AddOn&) = default;
};

struct Pack {
  std::string id;
  std::string version;
  std::vector<AddOn> add_ons;  ///< in order of id
  std::string digest;          ///< `sha256:…` of the files, those of add-ons too, in any order
  std::uint64_t identity = 0;  ///< what `Known` is compared by; of the digest
  bool is_whole = false;       ///< whether everything was read, so that it can be proved
  std::string title;
  std::string language;
  std::map<std::string, std::string, std::less<>> texts;
  /// Of texts that follow the situation: what is tried, in this order, before the one in `texts`.
  std::map<std::string, std::vector<Wording>, std::less<>> wordings;
  std::vector<Section> sections;
  std::vector<Question> questions;
  std::vector<Variable> variables;
  std::vector<Term> terms;
  std::vector<Rule> rules;
  std::vector<Activity> activities;
  std::vector<Workout> workouts;
  std::vector<Tip> tips;
  std::vector<Invariant> invariants;
  std::vector<Case> cases;
  std::vector<Fact> facts;
  std::vector<Source> source_list;
  FeelCheck feel_check;
  HeartRate heart_rate;
  std::optional<ActivityId> running;   ///< the activity `running`, if the pack has it
  std::vector<QuestionId> gate_order;  ///< each question after those its gate reads
  std::vector<TermId> term_order;      ///< each term after those it reads

  /// A text shown to people, as it reads where no answers are at hand. REQUIRES: `key` is one of
  /// the required keys.
  const std::string& text(std::string_view key) const;

  std::optional<QuestionId> question_named(std::string_view wanted) const;
  std::optional<TermId> term_named(std::string_view wanted) const;
  std::optional<RuleId> rule_named(std::string_view wanted) const;
  std::optional<ActivityId> activity_named(std::string_view wanted) const;

  const Question& question(QuestionId at) const { return questions[at.index]; }
  const Question& question_of(VariableId at) const {
    return questions[variables[at.index].question.index];
  }
  const Variable& variable(VariableId at) const { return variables[at.index]; }
  const Rule& rule(RuleId at) const { return rules[at.index]; }

  /// The variables of a question, in option order.
  std::span<const Variable> variables_of(const Question& question) const {
    return std::span(variables).subspan(question.first_variable.index, question.variable_count);
  }
};

/// Whether a told value of a variable may allow what the default does not: a marked option, or any
/// reply but the default to a question that is marked as a whole.
bool permits(const Question& question, const Variable& variable, std::int32_t value);

/// Whether to say that nothing else is wrong answers the question: not what must be told.
bool goes_without_saying(const Question& question);

/// The option index of an option id. Works for `choice` and `multi_choice`.
std::optional<std::uint32_t> option_named(const Question& question, std::string_view id);

}  // namespace runready
