#include "pack/parts.hpp"

#include <algorithm>
#include <array>

#include "rules/condition.hpp"
#include "text/words.hpp"

namespace runready {

namespace {

constexpr PackPart::Traits kAny = 0;
constexpr PackPart::Traits kBaseOnly = PackPart::kBaseOnly;
constexpr PackPart::Traits kOnce = PackPart::kOnce;
constexpr PackPart::Traits kForChecking = PackPart::kForChecking;
constexpr PackPart::Traits kForCiting = PackPart::kForCiting;
constexpr PackPart::Traits kAddOnOnly = PackPart::kAddOnOnly;

constexpr std::array<PackPart, 18> kParts = {{
    {"$schema", kAny, load_schema_name},
    {"pack", kAny, nullptr},
    {"sections", kAny, load_sections},
    {"sources", kForCiting, load_sources},
    {"facts", kAny, load_facts},
    {"activities", kAny, load_activities, index_activities},
    {"more_options", kAddOnOnly, load_more_options},
    {"questions", kAny, load_questions, check_more_options},
    {"terms", kAny, load_terms, resolve_conditions},
    {"texts", kBaseOnly, load_texts},
    {"rules", kAny, load_rules},
    {"tables", kAny, load_tables},
    {"workouts", kAny, load_workouts, check_workout_names},
    {"tips", kAny, load_tips, index_tips},
    {"feel_check", kBaseOnly | kOnce, load_feel_check},
    {"heart_rate", kBaseOnly | kOnce, load_heart_rate},
    {"invariants", kForChecking, load_invariants},
    {"cases", kForChecking, load_cases},
}};

constexpr auto kKeys = [] {
  std::array<std::string_view, kParts.size()> keys;
  std::ranges::transform(kParts, keys.begin(), &PackPart::key);
  return keys;
}();

}  // namespace

std::span<const PackPart> pack_parts() { return kParts; }

const PackPart* pack_part_named(std::string_view key) {
  const auto found = std::ranges::find(kParts, key, &PackPart::key);
  return found != kParts.end() ? &*found : nullptr;
}

std::span<const std::string_view> pack_part_keys() { return kKeys; }

std::vector<KeyTable> key_tables() {
  std::vector<KeyTable> tables;
  list_header_keys(tables);
  list_knowledge_keys(tables);
  list_activity_keys(tables);
  list_question_keys(tables);
  list_option_keys(tables);
  list_term_keys(tables);
  list_rule_keys(tables);
  list_text_keys(tables);
  list_table_keys(tables);
  list_tip_keys(tables);
  list_invariant_keys(tables);
  list_case_keys(tables);
  return tables;
}

namespace {

class Readers {
 public:
  explicit Readers(const Pack& pack)
      : pack_(pack), questions(pack.questions.size()), terms(pack.terms.size()) {}

  void add(const Condition& condition) {
    for_each_read(
        condition, [&](NamedTerm term) { terms[term.id.index] = true; },
        [&](const Condition& test) {
          questions[pack_.variable(test.variable).question.index] = true;
        });
  }

  void add(const std::optional<Condition>& condition) {
    if (condition) add(*condition);
  }

 private:
  const Pack& pack_;

 public:
  std::vector<bool> questions;  ///< by index: whether something reads it
  std::vector<bool> terms;
};

Readers readers_of(const Pack& pack) {
  Readers readers(pack);
  for (const Question& question : pack.questions) readers.add(question.when);
  for (const Term& term : pack.terms) readers.add(term.when);
  for (const Rule& rule : pack.rules) readers.add(rule.when);
  for (const Workout& workout : pack.workouts) {
    readers.add(workout.when);
    readers.add(workout.unless);
  }
  for (const Tip& tip : pack.tips) {
    readers.add(tip.when);
    readers.add(tip.unless);
  }
  readers.add(pack.heart_rate.unless);
  for (const auto& [key, wordings] : pack.wordings) {
    for (const Wording& wording : wordings) readers.add(wording.when);
  }
  return readers;
}

}  // namespace

void warn_unused(Loading& in) {
  const Readers readers = readers_of(in.pack);
  for (std::size_t i = 0; i < in.pack.questions.size(); ++i) {
    const Question& question = in.pack.questions[i];
    if (readers.questions[i]) continue;
    in.warning("unused-question", question.span, "nothing reads " + in_backticks(question.id),
               "let a rule, term or gate read it, or take it out");
  }
  for (std::size_t i = 0; i < in.pack.terms.size(); ++i) {
    const Term& term = in.pack.terms[i];
    if (readers.terms[i]) continue;
    in.warning("unused-term", term.span, "nothing reads " + in_backticks(term.id),
               "let a rule, gate or other term read it, or take it out");
  }
}

}  // namespace runready
