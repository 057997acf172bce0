#pragma once

#include <vector>

#include "pack/key_tables.hpp"
#include "pack/loading.hpp"

/// The parts of a pack file, one reader a key, each beside its kind in load_*.cpp. They are called
/// in the order they stand in here, each for all files, so that later parts can name earlier ones.
namespace runready {

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

}  // namespace runready
