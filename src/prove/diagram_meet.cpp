#include <algorithm>
#include <set>

#include "prove/diagram.hpp"

// Whether several truths ever hold together, without making the diagram of it: that may be as large
// as the product of all, while one way through all of them is mostly found at once. A search from
// the top down that goes the default way first and remembers what led nowhere.

namespace runready {

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
