#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "pack/loading.hpp"

/// The keys of a pack file as a table: what may stand there and who reads it. The readers stand
/// each beside its kind in load_*.cpp; they are called in the order of the table, each for all
/// files, so that later parts can name earlier ones.
namespace runready {

struct PackPart {
  using Traits = std::uint8_t;
  static constexpr Traits kBaseOnly = 1;     ///< an add-on pack may not have it
  static constexpr Traits kOnce = 2;         ///< only one file may have it
  static constexpr Traits kForChecking = 4;  ///< only `LoadFor::everything` reads it
  static constexpr Traits kForCiting = 8;    ///< `LoadFor::advising` does without
  static constexpr Traits kAddOnOnly = 16;   ///< only an add-on pack may have it

  std::string_view key;
  Traits traits;
  void (*load)(Loading&, JsonValue&);  ///< null: read before the parts
  void (*then)(Loading&) = nullptr;    ///< called when all files' parts of this key were read

  bool is(Traits trait) const { return (traits & trait) != 0; }
  bool is_read_for(LoadFor purpose) const {
    return load != nullptr && (purpose == LoadFor::everything || !is(kForChecking)) &&
           (purpose != LoadFor::advising || !is(kForCiting));
  }
};

/// In the order they are read: what is named stands before what names it.
std::span<const PackPart> pack_parts();

const PackPart* pack_part_named(std::string_view key);
std::span<const std::string_view> pack_part_keys();

/// For editors; nothing here depends on it.
void load_schema_name(Loading& in, JsonValue& json);

void load_texts(Loading& in, JsonValue& json);
void load_sections(Loading& in, JsonValue& json);
void load_sources(Loading& in, JsonValue& json);
void load_facts(Loading& in, JsonValue& json);
void load_activities(Loading& in, JsonValue& json);
/// Activities by tag, and which of them is running.
void index_activities(Loading& in);

/// What add-ons add to lists, kept for the questions that come next.
void load_more_options(Loading& in, JsonValue& json);
void load_questions(Loading& in, JsonValue& json);
/// Reports options for what is no list.
void check_more_options(Loading& in);
void load_terms(Loading& in, JsonValue& json);

/// Gates and terms, once all questions and terms are known; then their order of evaluation.
/// Gates and terms that read each other in a circle are an error.
void resolve_conditions(Loading& in);

void load_rules(Loading& in, JsonValue& json);
/// Rules written as rows.
void load_tables(Loading& in, JsonValue& json);
void load_workouts(Loading& in, JsonValue& json);
/// A workout may be called like an activity only if it is all there is of that activity.
void check_workout_names(Loading& in);

void load_tips(Loading& in, JsonValue& json);
/// Tips by tag.
void index_tips(Loading& in);

void load_feel_check(Loading& in, JsonValue& json);
void load_heart_rate(Loading& in, JsonValue& json);
void load_invariants(Loading& in, JsonValue& json);
void load_cases(Loading& in, JsonValue& json);

/// Reports, at the pack's header, the texts every pack must have and this one has not.
void check_texts_complete(Loading& in, Span header);

/// Warns of questions and terms that nothing reads.
void warn_unused(Loading& in);

// What each of them knows of its keys, for key_tables().
void list_header_keys(std::vector<KeyTable>& into);
void list_knowledge_keys(std::vector<KeyTable>& into);
void list_activity_keys(std::vector<KeyTable>& into);
void list_question_keys(std::vector<KeyTable>& into);
void list_option_keys(std::vector<KeyTable>& into);
void list_term_keys(std::vector<KeyTable>& into);
void list_rule_keys(std::vector<KeyTable>& into);
void list_text_keys(std::vector<KeyTable>& into);
void list_table_keys(std::vector<KeyTable>& into);
void list_tip_keys(std::vector<KeyTable>& into);
void list_invariant_keys(std::vector<KeyTable>& into);
void list_case_keys(std::vector<KeyTable>& into);

// Headers of packs, and which file belongs to which pack.

inline constexpr std::string_view kPackFormat = "runready/pack/1";

/// In which order files are read, and where the header of the base stands.
struct Layout {
  std::vector<std::size_t> order;  ///< those of the base, then those of add-ons by the ids of these
  std::optional<Span> base;        ///< nothing if there is none
};

/// Reads every header and checks that they fit together: one base, add-ons that add to it. Says of
/// `in` which files belong to add-ons.
Layout load_headers(Loading& in, std::span<JsonValue> files);

// The options of a question: what its replies are called and what they say.

/// REQUIRES: `question` is a choice or a multi-choice and has its caution.
void read_options(Loading& in, JsonValue& json, Question& question);

/// Adds the options that add-ons have for it, if it is a multi-choice.
void read_more_options(Loading& in, Question& question);

// Which activities are gentler than which.

/// Reads what activities say they are gentler than and adds what follows from it: what is gentler
/// than one is gentler than what that is gentler than. Activities gentler than each other in a
/// circle are an error. REQUIRES: all activities and their tags are known.
void order_activities(Loading& in);

}  // namespace runready
