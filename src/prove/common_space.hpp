#pragma once

#include <optional>
#include <vector>

#include "prove/space.hpp"
#include "runready/pack.hpp"

/// The answers to the questions of two packs together, questions and options matched by their ids.
///
/// Every reply that either pack knows is in it. What a pack does not know (a question, an option, a
/// number out of its range) it reads as its default. A question that changed its type is two.
namespace runready {

struct CommonSpace {
  /// A question of either pack, or of both.
  struct Entry {
    std::optional<QuestionId> before;
    std::optional<QuestionId> after;
    std::vector<std::uint32_t> levels;
  };

  std::vector<LevelShape> shapes;  ///< the default cell is that of `after` where it has one
  std::vector<Entry> entries;
  Readings before;
  Readings after;
};

CommonSpace common_space(const Pack& before, const Pack& after);

}  // namespace runready
