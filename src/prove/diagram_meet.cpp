#include <algorithm>
#include <set>

#include "prove/diagram.hpp"

// Whether several truths ever hold together, without making the diagram of it: that may be as large
// as the product of all, while one way through all of them is mostly found at once. A search from
// the top down that goes the default way first and remembers what led nowhere.

namespace runready {

namespace {

constexpr std::size_t kMaxDepth = 10'000;

class Meeting {
 public:
  explicit Meeting(const Diagrams& diagrams) : diagrams_(diagrams) {}

  bool find(std::vector<Node> nodes, std::size_t depth = 0) {
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    std::erase(nodes, kTrue);
    if (nodes.empty()) return true;
    if (nodes.front() == kFalse) return false;
    if (nodes.size() == 1) return true;  // what is not false holds somewhere
    if (dead_ends_.contains(nodes)) return false;
    diagrams_.spend(nodes.size());
    if (depth > kMaxDepth) throw BudgetExceeded{};
    if (go_down(nodes, depth)) return true;
    dead_ends_.insert(std::move(nodes));
    return false;
  }

 private:
  bool go_down(const std::vector<Node>& nodes, std::size_t depth) {
    std::uint32_t level = diagrams_.level(nodes.front());
    for (const Node node : nodes) level = std::min(level, diagrams_.level(node));
    const LevelShape& shape = diagrams_.levels()[level];
    if (find(below(nodes, level, shape.default_cell), depth + 1)) return true;
    for (std::uint32_t cell = 0; cell < shape.sizes.size(); ++cell) {
      if (cell != shape.default_cell && find(below(nodes, level, cell), depth + 1)) return true;
    }
    return false;
  }

  std::vector<Node> below(std::vector<Node> nodes, std::uint32_t level, std::uint32_t cell) const {
    for (Node& node : nodes) {
      if (diagrams_.level(node) == level) node = diagrams_.children(node)[cell];
    }
    return nodes;
  }

  const Diagrams& diagrams_;
  std::set<std::vector<Node>> dead_ends_;
};

}  // namespace

bool Diagrams::meet(std::vector<Node> nodes) const { return Meeting(*this).find(std::move(nodes)); }

}  // namespace runready
