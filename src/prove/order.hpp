#pragma once

#include <cstdint>
#include <vector>

#include "runready/pack.hpp"

/// The order of variables in diagrams. It decides how large they are and nothing else: results name
/// variables in the order of asking, which suits people.
namespace runready {

/// Variables by number, or whatever else stands in an order.
using Order = std::vector<std::uint32_t>;

/// Things by number, each once.
using Cluster = std::vector<std::uint32_t>;

/// What is to stand near each other.
struct Clusters {
  std::vector<Cluster> of_base;
  /// They move nothing that the base reads: its order is what its author's proofs were made in, and
  /// one rule more could make another of it in which nothing is small.
  std::vector<Cluster> of_add_ons;
};

/// By rule and by condition of a workout, the variables that it reads, through terms.
Clusters variables_read_together(const Pack& pack);

/// An order of the things 0 to `count` - 1 in which those of a cluster stand near each other. The
/// same for the same clusters.
Order near_each_other(std::uint32_t count, const Clusters& clusters);

/// The variables of a pack in the order in which its diagrams are small.
Order diagram_order(const Pack& pack);

}  // namespace runready
