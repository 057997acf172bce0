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

/// By rule and by condition of a workout, the variables that it reads, through terms.
std::vector<Cluster> variables_read_together(const Pack& pack);

/// An order of the things 0 to `count` - 1 in which those of a cluster stand near each other. The
/// same for the same clusters.
Order near_each_other(std::uint32_t count, const std::vector<Cluster>& clusters);

/// The variables of a pack in the order in which its diagrams are small.
Order diagram_order(const Pack& pack);

}  // namespace runready
