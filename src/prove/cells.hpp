#pragma once

#include <cstdint>
#include <vector>

#include "prove/diagram.hpp"
#include "runready/pack.hpp"

/// The cells of variables: runs of values that no condition of the pack tells apart. A pain from 0
/// to 10 of which rules ask only "4 or more" has three: 0 to 3 without the default, the default,
/// and 4 to 10. The default always stands alone, so that counting and smallest examples are exact,
/// and so does every marked option of a choice.
namespace runready {

/// The values of one variable as diagrams see them.
struct CutVariable {
  LevelShape shape;
  std::vector<std::int32_t> representatives;  ///< by cell, its value nearest to the default
};

/// By variable, the first value of every cell, in order.
using CellStarts = std::vector<std::vector<std::int32_t>>;

/// Where the conditions of a pack cut its variables.
CellStarts cell_starts(const Pack& pack);

/// REQUIRES: `starts` is sorted, begins with the lowest value and cuts out the default.
CutVariable cut(const std::vector<std::int32_t>& starts, std::int32_t highest,
                std::int32_t default_value);

}  // namespace runready
