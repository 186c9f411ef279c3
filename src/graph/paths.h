#pragma once

#include <cstdint>
#include <vector>

#include "graph/network.h"

namespace quanhe {

// The nodes along a path, both ends included; each once.
using Path = std::vector<std::uint32_t>;

// The `count` shortest paths without loops between two nodes, over edges of either direction: by number of edges, then by
// their nodes. Fewer where there are no more; from a node to itself the one of no edge. Several edges between two nodes
// are one way. Cost: for the first a search of the network; for each further one as many as the path before it has edges.
std::vector<Path> shortest_paths(const Network& network, std::uint32_t from, std::uint32_t to, std::uint32_t count);

}  // namespace quanhe
