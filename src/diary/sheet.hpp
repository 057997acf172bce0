#pragma once

#include <span>
#include <string>
#include <vector>

#include "diary/overview.hpp"
#include "runready/pack.hpp"
#include "text/document.hpp"

/// A dated sheet for somebody who treats the runner, with a small chart of each place that hurt.
namespace runready {

// The diary as one drawing: what was answered each day, what was run, and how bad each place was.

/// SVG to stand in an HTML page, in the page's own colours. Nothing in it is told by colour alone.
/// REQUIRES: `days` is not empty.
std::string timeline_svg(const Pack& pack, std::span<const DiaryDay> days);

/// The same in a sentence, for who cannot see it.
std::string timeline_words(std::span<const DiaryDay> days);

/// What is known beside the days.
struct SheetFacts {
  std::vector<std::string> reasons;  ///< of the last check-in, with the ids of their sources
  std::vector<std::string> open;     ///< what was not answered then and could change it
  std::vector<std::string> sources;  ///< written out
};

/// REQUIRES: `days` is not empty.
Document diary_sheet(const Pack& pack, std::span<const DiaryDay> days, const SheetFacts& facts);

}  // namespace runready
