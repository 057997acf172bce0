#include "prove/directions.hpp"

#include <algorithm>
#include <utility>

namespace runready {

Directions::Directions(CompiledPack& pack) : pack_(pack) {
  for (const Space::Place& place : pack.space.places) {
    caution_falls_.push_back(pack.pack.question_of(place.variable).caution == Caution::falls);
  }
}

const std::vector<Scale>& Directions::scales(MonotoneOn on) {
  const auto made = scales_.find(on);
  return made != scales_.end() ? made->second : scales_.emplace(on, scales_of(on)).first->second;
}

std::vector<Scale> Directions::scales_of(MonotoneOn on) {
  std::vector<Scale> scales;
  const auto add = [&](auto level) { scales.push_back({on, {}, pack_.outcome.at_least(level)}); };
  switch (on) {
    case MonotoneOn::recommendation:
      for (std::size_t i = 1; i < kRecommendationNames.size(); ++i) {
        add(static_cast<Recommendation>(i));
      }
      break;
    case MonotoneOn::referral:
      for (std::size_t i = 1; i < kReferralNames.size(); ++i) add(static_cast<Referral>(i));
      break;
    case MonotoneOn::exclusions:
      for (std::uint32_t a = 0; a < pack_.pack.activities.size(); ++a) {
        const Node excluded = pack_.outcome.excluded({a});
        if (excluded != kFalse) scales.push_back({on, ActivityId{a}, excluded});
      }
      break;
  }
  return scales;
}

std::uint32_t Directions::level_of(VariableId variable) const {
  return pack_.readings()[variable.index].level;
}

bool Directions::ever_falls(Node root, VariableId variable) {
  return found_in(root).falls[level_of(variable)];
}

bool Directions::ever_under_default(Node root, VariableId variable) {
  return found_in(root).under_default[level_of(variable)];
}

const Directions::Found& Directions::found_in(Node root) {
  const auto known = found_.find(root);
  if (known != found_.end()) return known->second;
  const std::size_t levels = pack_.diagrams.levels().size();
  Found found{std::vector<bool>(levels, false), std::vector<bool>(levels, false)};
  for (const Node node : pack_.diagrams.nodes_of(std::span(&root, 1))) look_at(node, found);
  return found_.emplace(root, std::move(found)).first->second;
}

void Directions::look_at(Node node, Found& found) {
  Diagrams& d = pack_.diagrams;
  const std::uint32_t level = d.level(node);
  const auto children_now = d.children(node);
  std::vector<Node> children(children_now.begin(), children_now.end());
  const Node usual = children[d.levels()[level].default_cell];
  for (const Node child : children) {
    if (found.under_default[level]) break;
    found.under_default[level] = d.apply(Op::except, usual, child) != kFalse;
  }
  if (caution_falls_[level]) std::ranges::reverse(children);
  for (std::size_t i = 1; i < children.size() && !found.falls[level]; ++i) {
    found.falls[level] = d.apply(Op::except, children[i - 1], children[i]) != kFalse;
  }
}

std::optional<Fall> Directions::compare(const Scale& scale, VariableId variable, std::size_t before,
                                        std::size_t after) {
  Diagrams& d = pack_.diagrams;
  const std::uint32_t level = level_of(variable);
  const auto at = [&](std::size_t cell) {
    Cells fixed(d.levels().size(), kFree);
    fixed[level] = static_cast<std::uint32_t>(cell);
    return d.restrict(scale.root, fixed);
  };
  const Node root_before = at(before);
  const auto cells = d.cheapest(d.apply(Op::except, root_before, at(after)));
  if (!cells) return std::nullopt;
  Fall fall{scale, variable, *cells, *cells, 0};
  fall.before[level] = static_cast<std::uint32_t>(before);
  fall.after[level] = static_cast<std::uint32_t>(after);
  for (std::size_t l = 0; l < cells->size(); ++l) {
    if (fall.after[l] != d.levels()[l].default_cell) ++fall.replies;
  }
  return fall;
}

namespace {

void keep_smaller(std::optional<Fall>& kept, std::optional<Fall> other) {
  if (other && (!kept || other->replies < kept->replies)) kept = std::move(other);
}

}  // namespace

std::optional<Fall> Directions::smallest_fall(const Scale& scale, VariableId variable) {
  std::optional<Fall> smallest;
  const std::uint32_t level = level_of(variable);
  for (std::size_t cell = 1; cell < pack_.diagrams.levels()[level].sizes.size(); ++cell) {
    keep_smaller(smallest, caution_falls_[level] ? compare(scale, variable, cell, cell - 1)
                                                 : compare(scale, variable, cell - 1, cell));
  }
  return smallest;
}

std::optional<Fall> Directions::smallest_under_default(const Scale& scale, VariableId variable) {
  std::optional<Fall> smallest;
  const LevelShape& shape = pack_.diagrams.levels()[level_of(variable)];
  for (std::size_t cell = 0; cell < shape.sizes.size(); ++cell) {
    if (cell == shape.default_cell) continue;
    keep_smaller(smallest, compare(scale, variable, shape.default_cell, cell));
  }
  return smallest;
}

}  // namespace runready
