#pragma once

#include <cstdint>
#include <vector>

#include "graph/network.h"

namespace quanhe {

struct Communities {
  // For each node the number of its community; from 0, the ones with the most nodes first, then those with the first nodes.
  std::vector<std::uint32_t> of_node;
  std::uint32_t count = 0;
  // In [-0.5, 1): how many more edges lie within communities than would if the same nodes had as many edges at random.
  double modularity = 0;
};

// Parts of the network that are more densely connected within than with each other, whatever the direction of edges; each
// part is connected. Several edges between two nodes count each, those from a node to itself do not. Cost: a few times
// the edges, for each of a few levels.
Communities find_communities(const Network& network);

}  // namespace quanhe
