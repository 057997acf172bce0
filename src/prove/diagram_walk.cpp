#include <algorithm>
#include <cstdlib>
#include <limits>
#include <numeric>

#include "prove/diagram.hpp"

// Walks over finished diagrams. Children are made before their parents, so the order of numbers
// goes from the bottom up and nothing here needs to call itself.

namespace runready {

std::vector<Node> Diagrams::nodes_of(std::span<const Node> roots) const {
  std::vector<bool> seen(records_.size(), false);
  std::vector<Node> found;
  const auto visit = [&](Node node) {
    if (is_terminal(node) || seen[node - kTerminals]) return;
    seen[node - kTerminals] = true;
    found.push_back(node);
  };
  std::ranges::for_each(roots, visit);
  for (std::size_t i = 0; i < found.size(); ++i) std::ranges::for_each(children(found[i]), visit);
  spend(found.size());
  std::ranges::sort(found);
  return found;
}

std::vector<bool> Diagrams::support(std::span<const Node> roots) const {
  std::vector<bool> levels(levels_.size(), false);
  for (const Node node : nodes_of(roots)) levels[level(node)] = true;
  return levels;
}

namespace {

/// A value for every node below a root, filled in from the bottom.
template <class Value>
class PerNode {
 public:
  PerNode(const std::vector<Node>& nodes, Value of_false, Value of_true)
      : nodes_(nodes), values_(nodes.size()), of_false_(of_false), of_true_(of_true) {}

  Value operator[](Node node) const {
    if (Diagrams::is_terminal(node)) return node == kFalse ? of_false_ : of_true_;
    return values_[position(node)];
  }
  void set(Node node, Value value) { values_[position(node)] = value; }

 private:
  std::size_t position(Node node) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(nodes_, node) - nodes_.begin());
  }

  const std::vector<Node>& nodes_;
  std::vector<Value> values_;
  Value of_false_;
  Value of_true_;
};

double total(const LevelShape& level) {
  return std::accumulate(level.sizes.begin(), level.sizes.end(), 0.0);
}

}  // namespace

long double Diagrams::share(Node root) const {
  const std::vector<Node> nodes = nodes_of(std::span(&root, 1));
  PerNode<long double> shares(nodes, 0, 1);
  for (const Node node : nodes) {
    const LevelShape& shape = levels_[level(node)];
    long double share = 0;
    for (std::size_t cell = 0; cell < shape.sizes.size(); ++cell) {
      share += shape.sizes[cell] * shares[children(node)[cell]];
    }
    shares.set(node, share / total(shape));
  }
  return shares[root];
}

long double Diagrams::answers() const {
  long double product = 1;
  for (const LevelShape& level : levels_) product *= total(level);
  return product;
}

std::optional<Cells> Diagrams::cheapest(Node root) const {
  if (root == kFalse) return std::nullopt;
  const std::vector<Node> nodes = nodes_of(std::span(&root, 1));
  PerNode<std::uint32_t> costs(nodes, std::numeric_limits<std::uint32_t>::max() / 2, 0);
  const auto cost_by = [&](Node node, std::uint32_t cell) {
    const bool differs = cell != levels_[level(node)].default_cell;
    return costs[children(node)[cell]] + (differs ? 1 : 0);
  };
  for (const Node node : nodes) {
    std::uint32_t least = cost_by(node, 0);
    for (std::uint32_t c = 1; c < children(node).size(); ++c) {
      least = std::min(least, cost_by(node, c));
    }
    costs.set(node, least);
  }

  Cells cells;
  for (const LevelShape& shape : levels_) cells.push_back(shape.default_cell);
  for (Node node = root; !is_terminal(node); node = children(node)[cells[level(node)]]) {
    const auto usual = static_cast<std::int64_t>(cells[level(node)]);
    std::int64_t nearest = std::numeric_limits<std::int64_t>::max();
    for (std::uint32_t c = 0; c < children(node).size(); ++c) {
      const std::int64_t distance = std::abs(std::int64_t{c} - usual);
      if (distance == 0 || distance >= nearest || cost_by(node, c) != costs[node]) continue;
      nearest = distance;
      cells[level(node)] = c;
    }
  }
  return cells;
}

bool Diagrams::holds_at(Node node, const Cells& cells) const {
  while (!is_terminal(node)) node = children(node)[cells[level(node)]];
  return node == kTrue;
}

}  // namespace runready
