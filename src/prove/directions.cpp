#include "prove/directions.hpp"

#include <algorithm>
#include <utility>

namespace runready {

namespace {

/// A list that is marked as a whole marks none of its options against another.
bool is_marked(const Pack& pack, VariableId id, std::int32_t value) {
  const Variable& variable = pack.variable(id);
  const Question& question = pack.question_of(id);
  if (variable.option) return value != 0 && question.options[*variable.option].permits;
  return permits(question, variable, value);
}

/// The cells of a variable in the direction of caution, without those that are marked.
std::vector<std::uint32_t> cells_in_order(const CompiledPack& pack, VariableId id) {
  const std::vector<std::int32_t>& values = pack.readings()[id.index].values;
  std::vector<std::uint32_t> cells;
  for (std::uint32_t cell = 0; cell < values.size(); ++cell) {
    if (!is_marked(pack.pack, id, values[cell])) cells.push_back(cell);
  }
  if (pack.pack.question_of(id).caution == Caution::falls) std::ranges::reverse(cells);
  return cells;
}

}  // namespace

Directions::Directions(CompiledPack& pack) : pack_(pack) {
  for (const Space::Place& place : pack.space.places) {
    in_order_.push_back(cells_in_order(pack, place.variable));
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
  const std::vector<std::uint32_t>& cells = in_order_[level];
  for (std::size_t i = 0; i < cells.size() && !found.under_default[level]; ++i) {
    found.under_default[level] = d.apply(Op::except, usual, children[cells[i]]) != kFalse;
  }
  for (std::size_t i = 1; i < cells.size() && !found.falls[level]; ++i) {
    found.falls[level] = d.apply(Op::except, children[cells[i - 1]], children[cells[i]]) != kFalse;
  }
}

std::optional<Fall> Directions::compare(const Scale& scale, VariableId variable,
                                        std::uint32_t before, std::uint32_t after, Node where) {
  Diagrams& d = pack_.diagrams;
  const std::uint32_t level = level_of(variable);
  const auto at = [&](Node root, std::uint32_t cell) {
    Cells fixed(d.levels().size(), kFree);
    fixed[level] = cell;
    return d.restrict(root, fixed);
  };
  const Node lost = d.apply(Op::except, at(scale.root, before), at(scale.root, after));
  const auto cells = d.cheapest(d.all_of({lost, at(where, before), at(where, after)}));
  if (!cells) return std::nullopt;
  Fall fall{scale, variable, *cells, *cells, 0};
  fall.before[level] = before;
  fall.after[level] = after;
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

std::optional<Fall> Directions::smallest_fall(const Scale& scale, VariableId variable, Node where) {
  std::optional<Fall> smallest;
  const std::vector<std::uint32_t>& cells = in_order_[level_of(variable)];
  for (std::size_t i = 1; i < cells.size(); ++i) {
    keep_smaller(smallest, compare(scale, variable, cells[i - 1], cells[i], where));
  }
  return smallest;
}

std::optional<Fall> Directions::smallest_under_default(const Scale& scale, VariableId variable,
                                                       Node where) {
  std::optional<Fall> smallest;
  const std::uint32_t level = level_of(variable);
  const std::uint32_t usual = pack_.diagrams.levels()[level].default_cell;
  for (const std::uint32_t cell : in_order_[level]) {
    if (cell != usual) keep_smaller(smallest, compare(scale, variable, usual, cell, where));
  }
  return smallest;
}

}  // namespace runready
