#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

/// Decision diagrams: truths about many small variables, shared and canonical.
///
/// A diagram is a graph that asks for one variable after another, always in the same order, and
/// ends in false or true. Two rules keep it canonical: a node whose children are all the same is
/// left out, and no two nodes are equal. Equal truths are therefore the same node: to prove that
/// two conditions always agree is to compare two integers, and what never holds is `kFalse`.
/// R. E. Bryant, Graph-based algorithms for Boolean function manipulation (1986), has the idea and
/// `apply`; T. Kam and others, Multi-valued decision diagrams (1998), variables of more than two
/// values. A scale of levels is a truth for each "at least this level": one diagram that ended in
/// levels would be ten times as large on the default pack, since it must tell all apart at once.
///
/// A variable stands at a level and takes one of the level's cells. Nodes are made only through a
/// `Diagrams` and mean nothing outside it. Everything that may grow throws `BudgetExceeded`: then
/// nothing half made is remembered, and nothing more can be made (`is_spent`).
///
///     Diagrams d({{{1, 1}, 0}, {{4, 1, 6}, 0}}, 1000);
///     Node limps = d.make(0, {{kFalse, kTrue}});
///     Node hurts = d.make(1, {{kFalse, kTrue, kTrue}});
///     d.share(d.apply(Op::all, limps, hurts));   // 0.318
namespace runready {

/// A diagram by its topmost node.
using Node = std::uint32_t;

inline constexpr Node kFalse = 0;
inline constexpr Node kTrue = 1;
inline constexpr Node kTerminals = 2;

/// The diagrams would need more nodes, or more work, than was allowed.
struct BudgetExceeded {};

/// How much diagrams may take: nodes of memory, steps of work.
struct Budget {
  std::size_t nodes = 0;
  std::size_t steps = 0;
  Budget operator/(std::size_t parts) const { return {nodes / parts, steps / parts}; }
};

/// A node goes with so many steps. Four are usual; truths that look at many variables each, none
/// of which decides much, take more than they leave.
inline constexpr std::size_t kStepsPerNode = 12;

/// What `apply` computes of two truths; `except` is the first without the second.
enum class Op : std::uint8_t { all, any, except };

/// The values of one variable: how many answers each cell stands for, and the harmless one.
struct LevelShape {
  std::vector<double> sizes;
  std::uint32_t default_cell = 0;
  /// Its turn where one variable goes before another whatever the order of levels; that of levels
  /// unless said.
  std::uint32_t turn = kByLevel;

  static constexpr std::uint32_t kByLevel = 0xffffffff;
};

/// One cell a level; `kFree` where nothing is said.
using Cells = std::vector<std::uint32_t>;
inline constexpr std::uint32_t kFree = 0xffffffff;

class Diagrams {
 public:
  Diagrams(std::vector<LevelShape> levels, std::size_t node_budget);
  Diagrams(const Diagrams&) = delete;
  Diagrams& operator=(const Diagrams&) = delete;

  /// Narrows the budget while it lives, so that one part of the work cannot take all of it.
  class Allowance {
   public:
    Allowance(Diagrams& diagrams, Budget budget);
    ~Allowance() { diagrams_.limits_ = outer_; }
    Allowance(const Allowance&) = delete;
    Allowance& operator=(const Allowance&) = delete;
    /// Whether the work since its beginning took that much, of one thing or the other.
    bool has_taken(Budget budget) const;

   private:
    Diagrams& diagrams_;
    Budget outer_;
    Budget start_;  ///< what had been taken when it began
  };

  /// The function that looks at one level and goes on with the child of the cell found there.
  /// REQUIRES: one child a cell, each below `level`.
  Node make(std::uint32_t level, std::span<const Node> children);

  Node apply(Op op, Node a, Node b);
  Node negate(Node node) { return apply(Op::except, kTrue, node); }
  /// Whether all of them hold, or any.
  Node all_of(std::vector<Node> nodes) { return join(Op::all, std::move(nodes), kTrue); }
  Node any_of(std::vector<Node> nodes) { return join(Op::any, std::move(nodes), kFalse); }

  /// The functions that remain when some levels are fixed to a cell.
  std::vector<Node> restrict(std::span<const Node> roots, const Cells& fixed);
  Node restrict(Node root, const Cells& fixed) { return restrict(std::span(&root, 1), fixed)[0]; }

  static bool is_terminal(Node node) { return node < kTerminals; }

  /// REQUIRES: not a terminal.
  std::uint32_t level(Node node) const { return record(node).level; }
  std::span<const Node> children(Node node) const;

  /// Every node that the roots lead to, terminals left out, children before parents.
  std::vector<Node> nodes_of(std::span<const Node> roots) const;
  /// By level, whether some root depends on it.
  std::vector<bool> support(std::span<const Node> roots) const;
  /// The part of all answers, weighed by the sizes of cells, at which it holds.
  long double share(Node node) const;
  /// The number of all answers.
  long double answers() const;
  /// The cells of all levels at which it holds with the fewest of them other than the default, and
  /// of equals those that differ at the earliest turn; nothing if it never holds.
  std::optional<Cells> cheapest(Node node) const;
  /// How many cells are not the default; whether `a` goes before `b` in the order of `cheapest`.
  /// REQUIRES: a cell at every level.
  std::size_t cost(const Cells& cells) const;
  bool is_cheaper(const Cells& a, const Cells& b) const;
  /// REQUIRES: a cell at every level.
  bool holds_at(Node node, const Cells& cells) const;
  /// Whether there are answers at which all of `nodes` hold. Makes no nodes.
  bool meet(std::vector<Node> nodes) const;
  /// Counts steps of work; throws when the allowance is spent.
  void spend(std::size_t steps) const;

  std::size_t node_count() const { return records_.size(); }
  /// Steps of work since the beginning, or since `begin_work`.
  std::size_t steps() const { return work_; }
  /// Gives the work that comes now an allowance of its own.
  void begin_work() { work_ = 0; }
  /// Leaves fewer steps than go with the nodes.
  void allow_steps(std::size_t most) { limits_.steps = std::min(limits_.steps, most); }
  /// Whether something was too large: all work throws from then on.
  bool is_spent() const { return is_spent_; }
  const Budget& budget() const { return budget_; }
  const std::vector<LevelShape>& levels() const { return levels_; }

 private:
  struct Record {
    std::uint32_t level;
    std::uint32_t first;    ///< where its children begin in `edges_`
    std::uint32_t deepest;  ///< the last level it leads to
  };
  struct Computed {
    Node a = 0, b = 0, result = 0;
    std::uint32_t op = kFree;
  };
  /// A node being made: its children found so far are in `pending_`, from `base` on.
  struct Opened {
    Node a, b;
    std::uint32_t level;
    std::uint32_t cell;  ///< the next one to look at
    std::size_t base;
  };

  const Record& record(Node node) const { return records_[node - kTerminals]; }
  std::size_t cell_count(std::uint32_t level) const { return levels_[level].sizes.size(); }
  std::uint32_t level_or_end(Node node) const;
  Node child_at(Node node, std::uint32_t level, std::size_t cell) const;

  static std::optional<Node> shortcut(Op op, Node a, Node b);
  Node join(Op op, std::vector<Node> nodes, Node of_none);
  void join_pairs(Op op, std::vector<Node>& nodes);
  Node join_aside(Op op, std::vector<Node> nodes);
  std::unique_ptr<Diagrams> beside() const;
  void count_as_ours(const Diagrams& other);
  std::vector<Node> taken_from(const Diagrams& other, std::span<const Node> roots);
  void open_joined(Op op, Node a, Node b);
  void close_joined(Op op);
  Node restrict_below(Node root, const Cells& fixed, std::uint32_t last);
  void open_restricted(Node node, std::uint32_t last);
  void close_restricted(bool is_fixed);
  [[noreturn]] void give_up() const;

  std::size_t slot_of(std::uint32_t level, std::span<const Node> children) const;
  Node add(std::uint32_t level, std::span<const Node> children);
  void grow_table();
  std::size_t computed_slot(Op op, Node a, Node b) const;
  void grow_computed();

  std::vector<LevelShape> levels_;
  Budget budget_;
  Budget limits_;                 ///< those of the innermost allowance
  mutable std::size_t work_ = 0;  ///< steps spent: how long it takes is bounded too
  std::size_t made_ = 0;          ///< nodes, with those that were not kept
  mutable bool is_spent_ = false;
  std::vector<Record> records_;
  std::vector<Node> edges_;
  std::vector<Node> table_;             ///< unique table: open addressing, 0 is an empty slot
  std::vector<Computed> computed_;      ///< results of `apply`; a newer one takes the slot
  std::vector<Opened> opened_;          ///< nodes being made, each below the one before it
  std::vector<Node> pending_;           ///< children found so far, of all nodes being made
  std::vector<Node> restricted_;        ///< results of `restrict`, by node
  std::vector<Node> restricted_nodes_;  ///< where `restricted_` has any
};

}  // namespace runready
