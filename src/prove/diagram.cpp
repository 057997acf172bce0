#include "prove/diagram.hpp"

#include <algorithm>
#include <cassert>

namespace runready {

namespace {

constexpr std::size_t kMaxDepth = 10'000;  ///< nesting of calls: levels in a row
constexpr std::size_t kWorkPerNode = 64;   ///< steps of work for each node of the budget
constexpr std::size_t kEdgesPerNode = 4;   ///< children for each node of the budget
constexpr std::size_t kMostComputed = 1 << 20;
constexpr std::uint32_t kEnd = 0xffffffff;  ///< the level below all levels: terminals
constexpr Node kNotYet = 0xffffffff;

constexpr std::uint64_t mix(std::uint64_t h, std::uint64_t value) {
  h = (h ^ value) * 0x9e3779b97f4a7c15u;
  return h ^ (h >> 32);
}

}  // namespace

Diagrams::Diagrams(std::vector<LevelShape> levels, std::size_t node_budget)
    : levels_(std::move(levels)),
      node_budget_(std::min<std::size_t>(node_budget, 1u << 28)),
      table_(1 << 12, 0),
      computed_(1 << 12) {}

std::uint32_t Diagrams::level_or_end(Node node) const {
  return is_terminal(node) ? kEnd : record(node).level;
}

std::span<const Node> Diagrams::children(Node node) const {
  const Record& r = record(node);
  return std::span(edges_).subspan(r.first, cell_count(r.level));
}

/// The child of a node at a level at or above its own.
Node Diagrams::child_at(Node node, std::uint32_t level, std::size_t cell) const {
  return level_or_end(node) == level ? edges_[record(node).first + cell] : node;
}

void Diagrams::spend(std::size_t steps) const {
  work_ += steps;
  if (work_ > kWorkPerNode * node_budget_) throw BudgetExceeded{};
}

// --- Making nodes ---------------------------------------------------------------------------

std::size_t Diagrams::slot_of(std::uint32_t level, std::span<const Node> children) const {
  std::uint64_t h = level;
  for (const Node child : children) h = mix(h, child);
  std::size_t slot = h & (table_.size() - 1);
  while (table_[slot] != 0) {
    const Node node = table_[slot];
    if (record(node).level == level && std::ranges::equal(this->children(node), children)) break;
    slot = (slot + 1) & (table_.size() - 1);
  }
  return slot;
}

Node Diagrams::make(std::uint32_t level, std::span<const Node> children) {
  assert(children.size() == cell_count(level));
  if (std::ranges::all_of(children, [&](Node c) { return c == children[0]; })) return children[0];
  const std::size_t slot = slot_of(level, children);
  if (table_[slot] != 0) return table_[slot];
  const Node node = add(level, children);
  table_[slot] = node;
  if (2 * records_.size() > table_.size()) grow_table();
  return node;
}

Node Diagrams::add(std::uint32_t level, std::span<const Node> children) {
  if (records_.size() >= node_budget_ || edges_.size() >= kEdgesPerNode * node_budget_) {
    throw BudgetExceeded{};
  }
  std::uint32_t deepest = level;
  for (const Node child : children) {
    if (!is_terminal(child)) deepest = std::max(deepest, record(child).deepest);
  }
  records_.push_back({level, static_cast<std::uint32_t>(edges_.size()), deepest});
  edges_.insert(edges_.end(), children.begin(), children.end());
  return static_cast<Node>(records_.size() - 1) + kTerminals;
}

void Diagrams::grow_table() {
  table_.assign(2 * table_.size(), 0);
  for (std::size_t i = 0; i < records_.size(); ++i) {
    const Node node = static_cast<Node>(i) + kTerminals;
    table_[slot_of(level(node), children(node))] = node;
  }
}

// --- Joining two functions ------------------------------------------------------------------

/// The result where one look is enough.
std::optional<Node> Diagrams::shortcut(Op op, Node a, Node b) {
  switch (op) {
    case Op::all:
      if (a == kFalse || b == kFalse) return kFalse;
      if (a == kTrue || a == b) return b;
      if (b == kTrue) return a;
      break;
    case Op::any:
      if (a == kTrue || b == kTrue) return kTrue;
      if (a == kFalse || a == b) return b;
      if (b == kFalse) return a;
      break;
    case Op::except:
      if (a == kFalse || b == kTrue || a == b) return kFalse;
      if (b == kFalse) return a;
      break;
  }
  return std::nullopt;
}

Node Diagrams::apply(Op op, Node a, Node b) {
  pending_.clear();
  return apply_deep(op, a, b, 0);
}

/// Bryant's `apply`: go down both diagrams together, remembering the pairs seen.
Node Diagrams::apply_deep(Op op, Node a, Node b, std::size_t depth) {
  if (const auto known = shortcut(op, a, b)) return *known;
  if (op != Op::except && a > b) std::swap(a, b);
  const Computed& found = computed_[computed_slot(op, a, b)];
  if (found.a == a && found.b == b && found.op == std::uint32_t(op)) return found.result;
  const std::uint32_t level = std::min(level_or_end(a), level_or_end(b));
  const std::size_t cells = cell_count(level);
  spend(cells);
  if (depth > kMaxDepth) throw BudgetExceeded{};

  const std::size_t base = pending_.size();
  for (std::size_t cell = 0; cell < cells; ++cell) {
    const Node child =
        apply_deep(op, child_at(a, level, cell), child_at(b, level, cell), depth + 1);
    pending_.push_back(child);
  }
  const Node result = make(level, std::span(pending_).subspan(base));
  pending_.resize(base);
  if (records_.size() > computed_.size()) grow_computed();
  computed_[computed_slot(op, a, b)] = {a, b, result, std::uint32_t(op)};
  return result;
}

std::size_t Diagrams::computed_slot(Op op, Node a, Node b) const {
  return mix(mix(std::uint64_t(op), a), b) & (computed_.size() - 1);
}

void Diagrams::grow_computed() {
  if (computed_.size() >= kMostComputed) return;
  std::vector<Computed> old(2 * computed_.size());
  old.swap(computed_);
  for (const Computed& c : old) {
    if (c.op != kFree) computed_[computed_slot(Op(c.op), c.a, c.b)] = c;
  }
}

/// Pairs, then pairs of pairs, so that both sides of an `apply` are about as large; beginning with
/// neighbours among those sorted by where they end, so that what asks for the same late variables
/// is merged while it is small. Against the order told, that is three times as fast on many rules.
Node Diagrams::join(Op op, std::vector<Node> nodes, Node of_none) {
  if (nodes.empty()) return of_none;
  std::ranges::stable_sort(nodes, {},
                           [&](Node n) { return is_terminal(n) ? 0 : record(n).deepest; });
  while (nodes.size() > 1) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < nodes.size(); i += 2) {
      nodes[kept++] = i + 1 < nodes.size() ? apply(op, nodes[i], nodes[i + 1]) : nodes[i];
    }
    nodes.resize(kept);
  }
  return nodes.front();
}

// --- Fixing levels --------------------------------------------------------------------------

std::vector<Node> Diagrams::restrict(std::span<const Node> roots, const Cells& fixed) {
  std::vector<Node> results(roots.begin(), roots.end());
  const auto last = std::find_if(fixed.rbegin(), fixed.rend(), [](auto c) { return c != kFree; });
  if (last == fixed.rend()) return results;
  for (const Node node : restricted_nodes_) restricted_[node - kTerminals] = kNotYet;
  restricted_nodes_.clear();
  restricted_.resize(std::max(restricted_.size(), records_.size()), kNotYet);
  pending_.clear();
  const auto last_level = static_cast<std::uint32_t>(fixed.rend() - last - 1);
  for (Node& root : results) root = restrict_deep(root, fixed, last_level, 0);
  return results;
}

Node Diagrams::restrict_deep(Node node, const Cells& fixed, std::uint32_t last, std::size_t depth) {
  if (level_or_end(node) > last) return node;
  if (restricted_[node - kTerminals] != kNotYet) return restricted_[node - kTerminals];
  const std::uint32_t here = level(node);
  spend(cell_count(here));
  if (depth > kMaxDepth) throw BudgetExceeded{};
  Node result = kFalse;
  if (fixed[here] != kFree) {
    result = restrict_deep(child_at(node, here, fixed[here]), fixed, last, depth + 1);
  } else {
    const std::size_t base = pending_.size();
    for (std::size_t cell = 0; cell < cell_count(here); ++cell) {
      const Node child = restrict_deep(child_at(node, here, cell), fixed, last, depth + 1);
      pending_.push_back(child);
    }
    result = make(here, std::span(pending_).subspan(base));
    pending_.resize(base);
  }
  restricted_[node - kTerminals] = result;
  restricted_nodes_.push_back(node);
  return result;
}

}  // namespace runready
