#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "prove/diagram.hpp"
#include "prove/order.hpp"
#include "runready/answers.hpp"
#include "runready/assessment.hpp"
#include "runready/pack.hpp"

/// Where the variables of a pack stand in diagrams.
namespace runready {

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
/// that diagrams are smallest in (order.hpp), then in the same order those of each further
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
