#pragma once

#include "render/digest.hpp"

/// A workout in the words of a report.
namespace runready {

Digest::Session session_words(const Report& report, WorkoutId id);

/// Beats a minute between which an effort lies, from the maximum of the runner's config or, at 18
/// to 75 years, estimated from the age; nothing where neither is known or figures are not allowed.
std::optional<Interval> heart_rate(const Report& report, const Effort& effort);

/// `text` with its first letter large, if that is one of a to z.
std::string sentence_case(std::string text);

}  // namespace runready
