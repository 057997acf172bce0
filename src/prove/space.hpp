#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "prove/diagram.hpp"
#include "runready/answers.hpp"
#include "runready/assessment.hpp"
#include "runready/pack.hpp"

/// Where the variables of a pack stand in diagrams: cut into cells, put in an order, each a level.
namespace runready {

// The cells of variables: runs of values that no condition of the pack tells apart. A pain from 0
// to 10 of which rules ask only "4 or more" has three: 0 to 3 without the default, the default,
// and 4 to 10. The default always stands alone, so that counting and smallest examples are exact,
// and so does every marked option of a choice.

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

// The order of variables in diagrams. It decides how large they are and nothing else: results name
// variables in the order of asking, which suits people.

/// Variables by number, or whatever else stands in an order.
using Order = std::vector<std::uint32_t>;

/// Things by number, each once.
using Cluster = std::vector<std::uint32_t>;

/// What is to stand near each other.
struct Clusters {
  std::vector<Cluster> of_base;
  /// They move nothing that the base reads: its order is what its author's proofs were made in, and
  /// one rule more could make another of it in which nothing is small.
  std::vector<Cluster> of_add_ons;
};

/// By rule and by condition of a workout, the variables that it reads, through terms.
Clusters variables_read_together(const Pack& pack);

/// An order of the things 0 to `count` - 1 in which those of a cluster stand near each other. The
/// same for the same clusters.
Order near_each_other(std::uint32_t count, const Clusters& clusters);

/// The variables of a pack in the order in which its diagrams are small.
Order diagram_order(const Pack& pack);

/// How conditions read one variable of one complaint.
struct Reading {
  enum class Kind : std::uint8_t {
    level,     ///< it may have any value
    constant,  ///< its value is known
    unknown    ///< it stays unknown, as a question that is never assumed does
  };
  Kind kind = Kind::level;
  std::uint32_t level = 0;           ///< of `level`, and of the others where they would stand
  std::int32_t value = 0;            ///< of `constant`
  std::vector<std::int32_t> values;  ///< by cell, one that stands for it, or `kUnknown`
  std::vector<std::int32_t> starts;  ///< by cell, its lowest value
};

/// By variable.
using Readings = std::vector<Reading>;

/// The levels of all variables: first those of the runner and the first complaint, in the order
/// that diagrams are smallest in (`diagram_order`), then in the same order those of each further
/// complaint, which keeps together what belongs to one. Their turns are the order of asking.
struct Space {
  struct Place {
    VariableId variable;
    std::size_t complaint = 0;  ///< 0 for variables about the runner
  };
  std::vector<LevelShape> shapes;
  std::vector<Place> places;       ///< by level
  std::vector<Readings> readings;  ///< by complaint
};

/// Every variable free, in that order. REQUIRES: complaints > 0.
Space space_of(const Pack& pack, const Order& order, std::size_t complaints = 1);

/// When it is asked: what is about the runner and the first complaint in the author's order, then
/// what is about each further complaint.
std::uint32_t turn_of(const Pack& pack, Space::Place place);

/// Makes the readings of what is known constant; with `nothing_else` also what is not, but for
/// questions that are never assumed.
void fix_known(const Pack& pack, const Known& known, Space& space);

/// The cell that holds a value. REQUIRES: it is one of the variable's values.
std::uint32_t cell_of(const Reading& reading, std::int32_t value);

/// The replies of one complaint, the runner's with them, at one point of the space.
Replies replies_at(const Readings& readings, const Cells& cells);

}  // namespace runready
