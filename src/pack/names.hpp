#pragma once

#include <array>
#include <string>
#include <string_view>

/// The closed sets of names a pack uses, and ids that questions and options cannot have since they
/// mean something else on the command line or in JSON.
namespace runready {

inline constexpr std::array<std::string_view, 4> kQuestionTypeNames = {"bool", "choice",
                                                                       "multi-choice", "integer"};
inline constexpr std::array<std::string_view, 2> kAboutNames = {"runner", "complaint"};
inline constexpr std::array<std::string_view, 3> kCautionNames = {"none", "rises", "falls"};
inline constexpr std::array<std::string_view, 8> kPhaseNames = {
    "feel-check", "before", "during", "after", "recovery", "race", "ask-again", "see-someone"};
inline constexpr std::array<std::string_view, 3> kMonotoneOnNames = {"recommendation", "referral",
                                                                     "exclusions"};
inline constexpr std::array<std::string_view, 9> kFactKindNames = {
    "red-flag", "green-flag", "verdict",  "workout", "in-run",
    "recovery", "prevention", "referral", "explain"};
inline constexpr std::array<std::string_view, 6> kGradeNames = {
    "guideline", "trial", "cohort", "second-hand", "expert-opinion", "popular"};

/// The flag a question is told by: `any_pain` → `any-pain`.
std::string flag_of(std::string_view question_id);

/// The same without a leading `no-`: two questions alike in this would be taken for each other.
std::string flag_without_no(std::string_view question_id);

/// What the question's flag, or its `no-` form, or its key would be taken for, in words; empty if
/// nothing.
std::string reserved_meaning(std::string_view question_id);

/// The rule named as the reason where a recommendation had no workout left.
inline constexpr std::string_view kEscalationRule = "nothing-offered";

/// What an option's id would be taken for at a prompt or as a flag, in words; empty if for nothing.
/// A choice may have the options `yes` and `no`; of a list `no` is that nothing was chosen.
std::string reserved_reply(std::string_view option_id, bool is_list);

}  // namespace runready
