#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "runready/assessment.hpp"
#include "runready/pack.hpp"
#include "runready/text_options.hpp"

/// All replies so far, numbered, so that any of them can be changed.
namespace runready {

/// The questions answered, in the order of the list: those about the runner and the first
/// complaint as they are asked, then those about each further complaint.
std::vector<Asked> review_rows(const Pack& pack, const Known& known);

/// The list; the end of its last line is where a number is typed.
std::string review(const Pack& pack, const Known& known, std::size_t set_aside,
                   const TextOptions& view);

}  // namespace runready
