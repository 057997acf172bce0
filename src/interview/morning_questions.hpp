#pragma once

#include <string_view>

#include "interview/steps.hpp"
#include "runready/interview.hpp"
#include "runready/pack.hpp"

/// The questions of a morning that are not those of the pack, made of them.
namespace runready {

/// Lists as one, the options of the first under the headings of their groups, those of the others
/// under that of their section: so that all of it is seen at once in a window of 24 lines.
Question together_as_one(const Pack& pack, const Together& together, const Morning& morning);

/// "Yesterday: Quad, 4 of 10. How is it now?"
Question question_since(const Pack& pack, std::string_view day, std::string_view then);

}  // namespace runready
