#include "prove/space.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "prove/cells.hpp"

namespace runready {

Space space_of(const Pack& pack, const Order& order, std::size_t complaints) {
  assert(complaints > 0);
  const CellStarts starts = cell_starts(pack);
  Space space;
  for (std::size_t c = 0; c < complaints; ++c) {
    space.readings.push_back(c == 0 ? Readings(starts.size()) : space.readings.front());
    for (const std::uint32_t v : order) {
      if (c > 0 && pack.question_of({v}).about == About::runner) continue;
      const Variable& variable = pack.variables[v];
      CutVariable cells = cut(starts[v], variable.max, variable.default_value);
      Reading& reading = space.readings[c][v];
      reading.level = static_cast<std::uint32_t>(space.places.size());
      reading.starts = starts[v];
      reading.values = std::move(cells.representatives);
      cells.shape.turn = turn_of(pack, {{v}, c});
      space.shapes.push_back(std::move(cells.shape));
      space.places.push_back({{v}, c});
    }
  }
  return space;
}

std::uint32_t turn_of(const Pack& pack, Space::Place place) {
  return static_cast<std::uint32_t>(place.complaint * pack.variables.size()) + place.variable.index;
}

void fix_known(const Pack& pack, const Known& known, Space& space) {
  for (std::size_t c = 0; c < space.readings.size(); ++c) {
    for (std::uint32_t v = 0; v < pack.variables.size(); ++v) {
      const Question& question = pack.question_of({v});
      const Replies& replies =
          question.about == About::runner ? known.both.runner : known.both.complaints[c].replies;
      Reading& reading = space.readings[c][v];
      if (replies.knows({v})) {
        reading.kind = Reading::Kind::constant;
        reading.value = replies[{v}];
      } else if (known.told.nothing_else && goes_without_saying(question)) {
        reading.kind = Reading::Kind::constant;
        reading.value = pack.variable({v}).default_value;
      }
    }
  }
}

std::uint32_t cell_of(const Reading& reading, std::int32_t value) {
  const auto next = std::ranges::upper_bound(reading.starts, value);
  return static_cast<std::uint32_t>(next - reading.starts.begin()) - 1;
}

Replies replies_at(const Readings& readings, const Cells& cells) {
  Replies replies(readings.size());
  for (std::uint32_t v = 0; v < readings.size(); ++v) {
    const Reading& reading = readings[v];
    const bool free = reading.kind == Reading::Kind::level;
    if (free) replies.set({v}, reading.values[cells[reading.level]]);
    if (reading.kind == Reading::Kind::constant) replies.set({v}, reading.value);
  }
  return replies;
}

}  // namespace runready
