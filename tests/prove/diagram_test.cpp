#include "prove/diagram.hpp"

#include <functional>
#include <vector>

#include "catch.hpp"
#include "support/random_pack.hpp"

namespace runready::testing {

namespace {

const std::vector<LevelShape> kShapes = {
    {{1, 1}, 0}, {{4, 1, 6}, 1}, {{1, 1}, 0}, {{2, 2, 1, 1}, 0}, {{1, 1}, 1}};

void for_each_cells(const std::vector<LevelShape>& shapes,
                    const std::function<void(const Cells&)>& visit) {
  Cells cells(shapes.size(), 0);
  const std::function<void(std::size_t)> choose = [&](std::size_t level) {
    if (level == shapes.size()) return visit(cells);
    for (std::uint32_t c = 0; c < shapes[level].sizes.size(); ++c) {
      cells[level] = c;
      choose(level + 1);
    }
  };
  choose(0);
}

/// A random truth, in pieces of one level each.
Node random_truth(Diagrams& d, Dice& dice, int depth) {
  if (depth == 0) {
    const std::uint32_t level = dice.below(kShapes.size());
    std::vector<Node> children;
    for (std::size_t c = 0; c < kShapes[level].sizes.size(); ++c) children.push_back(dice.below(2));
    return d.make(level, children);
  }
  const Op op = static_cast<Op>(dice.below(3));
  return d.apply(op, random_truth(d, dice, depth - 1), random_truth(d, dice, depth - 1));
}

double weight(const Cells& cells) {
  double product = 1;
  for (std::size_t l = 0; l < cells.size(); ++l) product *= kShapes[l].sizes[cells[l]];
  return product;
}

std::size_t not_default(const Cells& cells) {
  std::size_t count = 0;
  for (std::size_t l = 0; l < cells.size(); ++l) count += cells[l] != kShapes[l].default_cell;
  return count;
}

}  // namespace

TEST_CASE("A node whose children are all the same is left out, and equal nodes are one",
          "[prove]") {
  Diagrams d(kShapes, 100);
  REQUIRE(d.make(0, std::vector<Node>{kTrue, kTrue}) == kTrue);
  const Node a = d.make(1, std::vector<Node>{kFalse, kTrue, kFalse});
  REQUIRE(d.make(1, std::vector<Node>{kFalse, kTrue, kFalse}) == a);
  REQUIRE(d.make(0, std::vector<Node>{a, a}) == a);
  REQUIRE(d.node_count() == 1);
  REQUIRE(d.negate(d.negate(a)) == a);
  REQUIRE(d.apply(Op::any, a, d.negate(a)) == kTrue);
  REQUIRE(d.apply(Op::except, a, a) == kFalse);
}

TEST_CASE("Joining, fixing, counting and looking agree with trying all cells", "[prove]") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    Dice dice(seed);
    Diagrams d(kShapes, 10'000);
    const Node a = random_truth(d, dice, 3);
    const Node b = random_truth(d, dice, 3);
    const Node both = d.apply(Op::all, a, b);
    const Node some = d.apply(Op::any, a, b);
    const Node only_a = d.apply(Op::except, a, b);
    Cells fixed(kShapes.size(), kFree);
    const std::uint32_t level = dice.below(kShapes.size());
    fixed[level] = dice.below(kShapes[level].sizes.size());
    const Node rest = d.restrict(a, fixed);
    CAPTURE(seed);

    double held = 0;
    double total = 0;
    bool meets = false;
    std::vector<bool> matters(kShapes.size(), false);
    std::size_t fewest = 99;
    for_each_cells(kShapes, [&](const Cells& cells) {
      const bool in_a = d.holds_at(a, cells);
      const bool in_b = d.holds_at(b, cells);
      REQUIRE(d.holds_at(both, cells) == (in_a && in_b));
      REQUIRE(d.holds_at(some, cells) == (in_a || in_b));
      REQUIRE(d.holds_at(only_a, cells) == (in_a && !in_b));
      Cells moved = cells;
      moved[level] = fixed[level];
      REQUIRE(d.holds_at(rest, cells) == d.holds_at(a, moved));
      total += weight(cells);
      if (in_a) held += weight(cells);
      meets = meets || (in_a && in_b && d.holds_at(rest, cells));
      if (in_a) fewest = std::min(fewest, not_default(cells));
      for (std::size_t l = 0; l < kShapes.size(); ++l) {
        Cells other = cells;
        other[l] = 0;
        if (d.holds_at(a, other) != in_a) matters[l] = true;
      }
    });
    REQUIRE(static_cast<double>(d.share(a)) == Approx(held / total));
    REQUIRE(static_cast<double>(d.answers()) == Approx(total));
    REQUIRE(d.meet({a, b, rest}) == meets);
    REQUIRE(d.support(std::vector<Node>{a}) == matters);
    const auto cheapest = d.cheapest(a);
    REQUIRE(cheapest.has_value() == (fewest < 99));
    if (!cheapest) continue;
    REQUIRE(d.holds_at(a, *cheapest));
    REQUIRE(not_default(*cheapest) == fewest);
  }
}

TEST_CASE("Of equally small answers the one that differs earliest is shown", "[prove]") {
  Diagrams d(kShapes, 100);
  const Node first = d.make(0, std::vector<Node>{kFalse, kTrue});
  const Node third = d.make(2, std::vector<Node>{kFalse, kTrue});
  REQUIRE(*d.cheapest(d.apply(Op::any, first, third)) == Cells{1, 1, 0, 0, 1});
  const Node pain = d.make(3, std::vector<Node>{kFalse, kFalse, kTrue, kTrue});
  REQUIRE(*d.cheapest(pain) == Cells{0, 1, 0, 2, 1});
}

TEST_CASE("Diagrams that grow past the budget stop", "[prove]") {
  std::vector<LevelShape> shapes(40, {{1, 1}, 0});
  Diagrams d(shapes, 500);
  const auto pairs_far_apart = [&] {
    std::vector<Node> pairs;
    for (std::uint32_t i = 0; i < 20; ++i) {
      const Node a = d.make(i, std::vector<Node>{kFalse, kTrue});
      const Node b = d.make(i + 20, std::vector<Node>{kFalse, kTrue});
      pairs.push_back(d.apply(Op::all, a, b));
    }
    return d.any_of(pairs);
  };
  REQUIRE_THROWS_AS(pairs_far_apart(), BudgetExceeded);
}

TEST_CASE("A diagram that is spent stays spent and keeps what was made", "[prove]") {
  Diagrams d(std::vector<LevelShape>(40, {{1, 1}, 0}), 50);
  const auto truth = [&](std::uint32_t level) {
    return d.make(level, std::vector<Node>{kFalse, kTrue});
  };
  const Node both = d.apply(Op::all, truth(0), truth(1));
  REQUIRE_THROWS_AS(
      [&] {
        for (std::uint32_t i = 2; i < 20; ++i)
          d.apply(Op::any, both, d.apply(Op::all, truth(i), truth(i + 20)));
      }(),
      BudgetExceeded);
  REQUIRE(d.is_spent());
  REQUIRE_THROWS_AS(d.apply(Op::any, both, kTrue == both ? kFalse : d.negate(both)),
                    BudgetExceeded);
  REQUIRE_THROWS_AS(d.cheapest(both), BudgetExceeded);
  REQUIRE(d.holds_at(both, Cells(40, 1)));
}

TEST_CASE("One part of the work takes no more than its allowance", "[prove]") {
  Diagrams d(std::vector<LevelShape>(40, {{1, 1}, 0}), 1'000'000);
  const auto make_chain = [&](std::uint32_t length) {
    Node chain = kTrue;
    for (std::uint32_t level = length; level-- > 0;) {
      chain = d.make(level, std::vector<Node>{kFalse, chain});
    }
  };
  {
    const Diagrams::Allowance few(d, {10, 1000});
    make_chain(10);
    REQUIRE(few.has_taken({10, 1000}));
  }
  make_chain(30);
  const Diagrams::Allowance few(d, {10, 1000});
  REQUIRE_THROWS_AS(make_chain(40), BudgetExceeded);
  REQUIRE(few.has_taken({10, 1000}));
}

TEST_CASE("What joining many truths leaves behind is not kept", "[prove]") {
  constexpr std::uint32_t kPairs = 10;
  const std::vector<LevelShape> shapes(2 * kPairs, {{1, 1}, 0});
  Diagrams few(shapes, 100'000);
  Diagrams all(shapes, 100'000);
  const auto pairs_in = [&](Diagrams& d) {
    std::vector<Node> pairs;
    for (std::uint32_t i = 0; i < kPairs; ++i) {
      const Node a = d.make(i, std::vector<Node>{kFalse, kTrue});
      pairs.push_back(d.apply(Op::all, a, d.make(i + kPairs, std::vector<Node>{kFalse, kTrue})));
    }
    return pairs;
  };
  const Node together = few.any_of(pairs_in(few));
  Node one_by_one = kFalse;
  for (const Node pair : pairs_in(all)) one_by_one = all.apply(Op::any, one_by_one, pair);
  REQUIRE(few.nodes_of(std::span(&together, 1)).size() ==
          all.nodes_of(std::span(&one_by_one, 1)).size());
  REQUIRE(few.share(together) == all.share(one_by_one));
  REQUIRE(few.node_count() < few.nodes_of(std::span(&together, 1)).size() + 4 * kPairs);
}

TEST_CASE("Diagrams may be as deep as there are variables", "[prove]") {
  constexpr std::uint32_t kLevels = 60'000;
  Diagrams d(std::vector<LevelShape>(kLevels, {{1, 1}, 0}), 1'000'000);
  Node chain = kTrue;
  for (std::uint32_t level = kLevels; level-- > 0;) {
    chain = d.make(level, std::vector<Node>{kFalse, chain});
  }
  const Node without = d.negate(chain);
  REQUIRE(d.negate(without) == chain);
  REQUIRE(d.cheapest(chain).has_value());
  Cells first(kLevels, kFree);
  first.back() = 0;
  REQUIRE(d.restrict(chain, first) == kFalse);
  REQUIRE_FALSE(d.meet({chain, without}));
}

}  // namespace runready::testing
