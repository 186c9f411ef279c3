#pragma once

#include <cstddef>

#include "graph/paths.h"

namespace quanhe {

struct NearestPath {
  Path nodes;        // both ends included; empty where there is none
  bool cut = false;  // the search was given up
};

// A shortest path between two nodes over edges of either direction that are shown (is_shown): of equally short ones
// that with the least nodes, as shortest_paths() finds it. Gives up after a look at `most_edges` edges. Cost: two
// passes over the nodes' numbers, and the edges that are looked at.
NearestPath nearest_path(const Network& network, std::uint32_t from, std::uint32_t to, std::size_t most_edges);

}  // namespace quanhe
