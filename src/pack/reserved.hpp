#pragma once

#include <string>
#include <string_view>

/// Ids that questions cannot have, since they mean something else on the command line or in JSON.
namespace runready {

/// The flag a question is told by: `any_pain` → `any-pain`.
std::string flag_of(std::string_view question_id);

/// The same without a leading `no-`: two questions alike in this would be taken for each other.
std::string flag_without_no(std::string_view question_id);

/// What the question's flag, or its `no-` form, or its key would be taken for, in words; empty if
/// nothing.
std::string reserved_meaning(std::string_view question_id);

/// The rule named as the reason where a recommendation had no workout left.
inline constexpr std::string_view kEscalationRule = "nothing-offered";

/// The empty list at prompts and flags, hence never an option.
inline constexpr std::string_view kNoneOption = "none";

}  // namespace runready
