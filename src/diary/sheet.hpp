#pragma once

#include <span>
#include <string>
#include <vector>

#include "diary/overview.hpp"
#include "runready/pack.hpp"
#include "text/document.hpp"

/// The diary as a dated sheet for somebody who treats the runner.
namespace runready {

/// What is known beside the days.
struct SheetFacts {
  std::vector<std::string> reasons;  ///< of the last check-in, with the ids of their sources
  std::vector<std::string> open;     ///< what was not answered then and could change it
  std::vector<std::string> sources;  ///< written out
};

/// REQUIRES: `days` is not empty.
Document diary_sheet(const Pack& pack, std::span<const DiaryDay> days, const SheetFacts& facts);

}  // namespace runready
