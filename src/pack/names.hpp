#pragma once

#include <array>
#include <string_view>

/// The closed sets of names a pack uses, each in the order of the enumeration it stands for.
/// (Recommendations and referrals: runready/outcome.hpp.)
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

}  // namespace runready
