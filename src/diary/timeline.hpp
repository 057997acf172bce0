#pragma once

#include <span>
#include <string>

#include "diary/overview.hpp"

/// The diary as one drawing: what was answered each day, what was run, and how bad each place was.
namespace runready {

/// SVG to stand in an HTML page, in the page's own colours. Nothing in it is told by colour alone.
/// REQUIRES: `days` is not empty.
std::string timeline_svg(const Pack& pack, std::span<const DiaryDay> days);

/// The same in a sentence, for who cannot see it.
std::string timeline_words(std::span<const DiaryDay> days);

}  // namespace runready
