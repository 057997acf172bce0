// Walks over finished diagrams. Children are made before their parents, so the order of numbers
// goes from the bottom up and nothing here needs to call itself.

#include <algorithm>
#include <array>
#include <compare>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "prove/diagram.hpp"

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
  explicit PerNode(const std::vector<Node>& nodes, Value of_false = {}, Value of_true = {})
      : nodes_(nodes),
        values_(nodes.size()),
        of_false_(std::move(of_false)),
        of_true_(std::move(of_true)) {}

  const Value& operator[](Node node) const {
    if (Diagrams::is_terminal(node)) return node == kFalse ? of_false_ : of_true_;
    return values_[position(node)];
  }
  void set(Node node, Value value) { values_[position(node)] = std::move(value); }

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

namespace {

/// The cells at which a truth holds with the fewest variables other than the default, and of equals
/// those that differ at the earliest turn, there by the nearest cell. Turns need not go with
/// levels. So of the ways down that cost least, those are kept that differ at the earliest turn at
/// which any does, and of these again, until there is one way left.
class Cheapest {
 public:
  Cheapest(const Diagrams& diagrams, const std::vector<Node>& nodes)
      : d_(diagrams), nodes_(nodes), costs_(nodes, kNever, 0), leads_down_(nodes, false, true) {
    for (const Node node : nodes_) costs_.set(node, least_cost(node));
  }

  /// REQUIRES: not kFalse.
  Cells find(Node root) {
    Cells cells;
    for (const LevelShape& shape : d_.levels()) cells.push_back(shape.default_cell);
    while (const auto next = earliest_difference(root)) {
      if (is_one_way_) {
        for (const Step& step : ways_) cells[step.level] = step.cell;
        return cells;
      }
      decided_.insert({next->level, next->cell});
      cells[next->level] = next->cell;
    }
    return cells;
  }

 private:
  static constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max() / 2;
  static constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();

  /// A variable that is not at its default; of two the one to prefer is the lesser.
  struct Step {
    std::uint32_t turn;
    std::uint32_t distance;  ///< of the cell from the default one
    std::uint32_t cell;
    std::uint32_t level;
    friend auto operator<=>(const Step&, const Step&) = default;
  };

  std::uint32_t usual(Node node) const { return d_.levels()[d_.level(node)].default_cell; }

  std::uint32_t cost_by(Node node, std::uint32_t cell) const {
    return costs_[d_.children(node)[cell]] + (cell == usual(node) ? 0 : 1);
  }

  std::uint32_t least_cost(Node node) const {
    std::uint32_t least = cost_by(node, 0);
    for (std::uint32_t c = 1; c < d_.children(node).size(); ++c) {
      least = std::min(least, cost_by(node, c));
    }
    return least;
  }

  /// Whether that way costs least, goes by what is decided and passes no decided level by.
  bool is_kept(Node node, std::uint32_t cell) const {
    if (cost_by(node, cell) != costs_[node]) return false;
    const std::uint32_t level = d_.level(node);
    const Node child = d_.children(node)[cell];
    const auto decided = decided_.lower_bound(level);
    if (decided == decided_.end()) return true;
    const std::uint32_t below = Diagrams::is_terminal(child) ? kEnd : d_.level(child);
    if (decided->first != level) return decided->first >= below;
    const auto next = std::next(decided);
    return decided->second == cell && (next == decided_.end() || next->first >= below);
  }

  Step step(Node node, std::uint32_t cell) const {
    const std::uint32_t level = d_.level(node);
    const std::uint32_t distance = cell > usual(node) ? cell - usual(node) : usual(node) - cell;
    return {d_.levels()[level].turn, distance, cell, level};
  }

  /// Among the ways that are kept, that of levels not decided yet. Leaves the steps of all ways in
  /// `ways_`.
  std::optional<Step> earliest_difference(Node root) {
    d_.spend(nodes_.size());
    for (const Node node : nodes_) {
      bool leads_down = false;
      for (std::uint32_t c = 0; c < d_.children(node).size() && !leads_down; ++c) {
        leads_down = leads_down_[d_.children(node)[c]] && is_kept(node, c);
      }
      leads_down_.set(node, leads_down);
    }
    return look_down(root);
  }

  std::optional<Step> look_down(Node root) {
    ways_.clear();
    is_one_way_ = true;
    std::set<Node> seen;
    std::vector<Node> open = {root};
    while (!open.empty()) {
      const Node node = open.back();
      open.pop_back();
      if (Diagrams::is_terminal(node) || !seen.insert(node).second) continue;
      int ways = 0;
      for (std::uint32_t c = 0; c < d_.children(node).size(); ++c) {
        if (!leads_down_[d_.children(node)[c]] || !is_kept(node, c)) continue;
        if (++ways > 1) is_one_way_ = false;
        if (c != usual(node)) ways_.push_back(step(node, c));
        open.push_back(d_.children(node)[c]);
      }
    }
    std::optional<Step> earliest;
    for (const Step& step : ways_) {
      if (decided_.contains(step.level)) continue;
      if (!earliest || step < *earliest) earliest = step;
    }
    return earliest;
  }

  const Diagrams& d_;
  const std::vector<Node>& nodes_;
  PerNode<std::uint32_t> costs_;
  PerNode<char> leads_down_;                        ///< whether a way that is kept leads to true
  std::map<std::uint32_t, std::uint32_t> decided_;  ///< by level, the cell other than the default
  std::vector<Step> ways_;
  bool is_one_way_ = false;
};

}  // namespace

std::optional<Cells> Diagrams::cheapest(Node root) const {
  if (root == kFalse) return std::nullopt;
  const std::vector<Node> nodes = nodes_of(std::span(&root, 1));
  return Cheapest(*this, nodes).find(root);
}

namespace {

/// By turn, what is not at its default.
std::vector<std::array<std::uint32_t, 3>> differences(const std::vector<LevelShape>& levels,
                                                      const Cells& cells) {
  std::vector<std::array<std::uint32_t, 3>> all;
  for (std::size_t level = 0; level < cells.size(); ++level) {
    const std::uint32_t usual = levels[level].default_cell;
    const std::uint32_t cell = cells[level];
    if (cell == usual) continue;
    all.push_back({levels[level].turn, cell > usual ? cell - usual : usual - cell, cell});
  }
  std::ranges::sort(all);
  return all;
}

}  // namespace

std::size_t Diagrams::cost(const Cells& cells) const { return differences(levels_, cells).size(); }

bool Diagrams::is_cheaper(const Cells& a, const Cells& b) const {
  const auto of_a = differences(levels_, a);
  const auto of_b = differences(levels_, b);
  return of_a.size() != of_b.size() ? of_a.size() < of_b.size() : of_a < of_b;
}

bool Diagrams::holds_at(Node node, const Cells& cells) const {
  while (!is_terminal(node)) node = children(node)[cells[level(node)]];
  return node == kTrue;
}

// Whether several truths ever hold together, without making the diagram of it: that may be as large
// as the product of all, while one way through all of them is mostly found at once. A search from
// the top down that goes the default way first and remembers what led nowhere.

namespace {

class Meeting {
 public:
  explicit Meeting(const Diagrams& diagrams) : diagrams_(diagrams) {}

  bool find(std::vector<Node> nodes) {
    if (is_met(std::move(nodes))) return true;
    while (!open_.empty()) {
      Open& top = open_.back();
      if (top.tried == diagrams_.levels()[top.level].sizes.size()) {
        dead_ends_.insert(std::move(top.nodes));
        open_.pop_back();
      } else if (is_met(below(top.nodes, top.level, next_cell(top)))) {
        return true;
      }
    }
    return false;
  }

 private:
  /// Truths of which it is not known yet whether they meet.
  struct Open {
    std::vector<Node> nodes;
    std::uint32_t level;
    std::uint32_t tried = 0;
  };

  /// Whether one look tells that they meet. Unless one look tells that they do not, they are
  /// opened.
  bool is_met(std::vector<Node> nodes) {
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    std::erase(nodes, kTrue);
    if (nodes.empty()) return true;
    if (nodes.front() == kFalse) return false;
    if (nodes.size() == 1) return true;  // what is not false holds somewhere
    if (dead_ends_.contains(nodes)) return false;
    diagrams_.spend(nodes.size());
    std::uint32_t level = diagrams_.level(nodes.front());
    for (const Node node : nodes) level = std::min(level, diagrams_.level(node));
    open_.push_back({std::move(nodes), level});
    return false;
  }

  /// The default first, then the others in their order.
  std::uint32_t next_cell(Open& top) const {
    const std::uint32_t usual = diagrams_.levels()[top.level].default_cell;
    const std::uint32_t at = top.tried++;
    if (at == 0) return usual;
    return at <= usual ? at - 1 : at;
  }

  std::vector<Node> below(std::vector<Node> nodes, std::uint32_t level, std::uint32_t cell) const {
    for (Node& node : nodes) {
      if (diagrams_.level(node) == level) node = diagrams_.children(node)[cell];
    }
    return nodes;
  }

  const Diagrams& diagrams_;
  std::vector<Open> open_;
  std::set<std::vector<Node>> dead_ends_;
};

}  // namespace

bool Diagrams::meet(std::vector<Node> nodes) const { return Meeting(*this).find(std::move(nodes)); }

}  // namespace runready
