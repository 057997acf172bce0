#include "prove/diagram.hpp"

#include <cassert>

namespace runready {

namespace {

constexpr std::size_t kEdgesPerNode = 4;  ///< children for each node of the budget
constexpr std::size_t kManyToJoin = 8;    ///< from so many on, what joining leaves is dropped
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
      budget_{std::min<std::size_t>(node_budget, 1u << 28), 0},
      table_(1 << 12, 0),
      computed_(1 << 12) {
  for (std::uint32_t level = 0; level < levels_.size(); ++level) {
    if (levels_[level].turn == LevelShape::kByLevel) levels_[level].turn = level;
  }
  budget_.steps = kStepsPerNode * budget_.nodes;
  limits_ = budget_;
}

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

// --- What it may take -------------------------------------------------------------------------

void Diagrams::give_up() const {
  is_spent_ = true;
  throw BudgetExceeded{};
}

void Diagrams::spend(std::size_t steps) const {
  work_ += steps;
  if (work_ > limits_.steps || is_spent_) give_up();
}

Diagrams::Allowance::Allowance(Diagrams& diagrams, Budget budget)
    : diagrams_(diagrams), outer_(diagrams.limits_), start_{diagrams.made_, diagrams.work_} {
  diagrams.limits_ = {std::min(outer_.nodes, diagrams.node_count() + budget.nodes),
                      std::min(outer_.steps, start_.steps + budget.steps)};
}

bool Diagrams::Allowance::has_taken(Budget budget) const {
  return diagrams_.made_ - start_.nodes >= budget.nodes ||
         diagrams_.work_ - start_.steps > budget.steps;
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
  if (records_.size() >= limits_.nodes || edges_.size() >= kEdgesPerNode * budget_.nodes ||
      is_spent_) {
    give_up();
  }
  ++made_;
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

/// Bryant's `apply`: go down both diagrams together, remembering the pairs seen. What is open is
/// kept in a list of our own: calls that call themselves would need as much stack as there are
/// variables.
Node Diagrams::apply(Op op, Node a, Node b) {
  pending_.clear();
  opened_.clear();
  open_joined(op, a, b);
  while (!opened_.empty()) {
    Opened& top = opened_.back();
    if (top.cell == cell_count(top.level)) {
      close_joined(op);
    } else {
      const std::uint32_t cell = top.cell++;
      open_joined(op, child_at(top.a, top.level, cell), child_at(top.b, top.level, cell));
    }
  }
  return pending_.front();
}

/// Leaves the result in `pending_`, or opens what must be made for it.
void Diagrams::open_joined(Op op, Node a, Node b) {
  if (const auto known = shortcut(op, a, b)) return pending_.push_back(*known);
  if (op != Op::except && a > b) std::swap(a, b);
  const Computed& found = computed_[computed_slot(op, a, b)];
  if (found.a == a && found.b == b && found.op == std::uint32_t(op)) {
    return pending_.push_back(found.result);
  }
  const std::uint32_t level = std::min(level_or_end(a), level_or_end(b));
  spend(cell_count(level));
  opened_.push_back({a, b, level, 0, pending_.size()});
}

void Diagrams::close_joined(Op op) {
  const Opened done = opened_.back();
  opened_.pop_back();
  const Node result = make(done.level, std::span(pending_).subspan(done.base));
  pending_.resize(done.base);
  pending_.push_back(result);
  if (records_.size() > computed_.size()) grow_computed();
  computed_[computed_slot(op, done.a, done.b)] = {done.a, done.b, result, std::uint32_t(op)};
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
  const Node decides = of_none == kTrue ? kFalse : kTrue;
  if (std::ranges::find(nodes, decides) != nodes.end()) return decides;
  std::erase(nodes, of_none);
  if (nodes.empty()) return of_none;
  std::ranges::stable_sort(nodes, {},
                           [&](Node n) { return is_terminal(n) ? 0 : record(n).deepest; });
  if (nodes.size() >= kManyToJoin) return join_aside(op, nodes);
  while (nodes.size() > 1) join_pairs(op, nodes);
  return nodes.front();
}

void Diagrams::join_pairs(Op op, std::vector<Node>& nodes) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < nodes.size(); i += 2) {
    nodes[kept++] = i + 1 < nodes.size() ? apply(op, nodes[i], nodes[i + 1]) : nodes[i];
  }
  nodes.resize(kept);
}

/// What pairs of pairs leave behind is several times what comes out in the end. So each round is
/// made in diagrams of its own, from which only its results are taken.
Node Diagrams::join_aside(Op op, std::vector<Node> nodes) {
  std::unique_ptr<Diagrams> aside = beside();
  std::unique_ptr<Diagrams> next;
  nodes = aside->taken_from(*this, nodes);
  try {
    while (nodes.size() > 1) {
      aside->join_pairs(op, nodes);
      next = aside->beside();
      nodes = next->taken_from(*aside, nodes);
      count_as_ours(*aside);
      aside = std::move(next);
    }
  } catch (const BudgetExceeded&) {
    count_as_ours(*aside);
    if (next) count_as_ours(*next);
    give_up();
  }
  return taken_from(*aside, nodes).front();
}

/// Empty ones of the same variables, with what is left of the budget.
std::unique_ptr<Diagrams> Diagrams::beside() const {
  auto other = std::make_unique<Diagrams>(levels_, budget_.nodes);
  other->limits_ = {limits_.nodes - std::min(limits_.nodes, records_.size()),
                    limits_.steps - std::min(limits_.steps, work_)};
  return other;
}

void Diagrams::count_as_ours(const Diagrams& other) {
  made_ += other.made_;
  work_ += other.work_;
}

/// The same truths here.
std::vector<Node> Diagrams::taken_from(const Diagrams& other, std::span<const Node> roots) {
  const std::vector<Node> theirs = other.nodes_of(roots);
  std::vector<Node> ours;
  ours.reserve(theirs.size());
  const auto here = [&](Node node) {
    if (is_terminal(node)) return node;
    const auto at = std::ranges::lower_bound(theirs, node);
    return ours[static_cast<std::size_t>(at - theirs.begin())];
  };
  std::vector<Node> children;
  for (const Node node : theirs) {
    children.clear();
    for (const Node child : other.children(node)) children.push_back(here(child));
    ours.push_back(make(other.level(node), children));
  }
  std::vector<Node> taken;
  for (const Node root : roots) taken.push_back(here(root));
  return taken;
}

// --- Fixing levels --------------------------------------------------------------------------

std::vector<Node> Diagrams::restrict(std::span<const Node> roots, const Cells& fixed) {
  std::vector<Node> results(roots.begin(), roots.end());
  const auto last = std::find_if(fixed.rbegin(), fixed.rend(), [](auto c) { return c != kFree; });
  if (last == fixed.rend()) return results;
  for (const Node node : restricted_nodes_) restricted_[node - kTerminals] = kNotYet;
  restricted_nodes_.clear();
  restricted_.resize(std::max(restricted_.size(), records_.size()), kNotYet);
  const auto last_level = static_cast<std::uint32_t>(fixed.rend() - last - 1);
  for (Node& root : results) root = restrict_below(root, fixed, last_level);
  return results;
}

Node Diagrams::restrict_below(Node root, const Cells& fixed, std::uint32_t last) {
  pending_.clear();
  opened_.clear();
  open_restricted(root, last);
  while (!opened_.empty()) {
    Opened& top = opened_.back();
    const bool is_fixed = fixed[top.level] != kFree;
    const std::size_t wanted = is_fixed ? 1 : cell_count(top.level);
    if (top.cell == wanted) {
      close_restricted(is_fixed);
    } else {
      const std::uint32_t cell = is_fixed ? fixed[top.level] : top.cell;
      ++top.cell;
      open_restricted(child_at(top.a, top.level, cell), last);
    }
  }
  return pending_.front();
}

void Diagrams::open_restricted(Node node, std::uint32_t last) {
  if (level_or_end(node) > last) return pending_.push_back(node);
  const Node known = restricted_[node - kTerminals];
  if (known != kNotYet) return pending_.push_back(known);
  spend(cell_count(level(node)));
  opened_.push_back({node, node, level(node), 0, pending_.size()});
}

void Diagrams::close_restricted(bool is_fixed) {
  const Opened done = opened_.back();
  opened_.pop_back();
  const Node result =
      is_fixed ? pending_.back() : make(done.level, std::span(pending_).subspan(done.base));
  pending_.resize(done.base);
  pending_.push_back(result);
  restricted_nodes_.push_back(done.a);
  restricted_[done.a - kTerminals] = result;
}

}  // namespace runready
