#pragma once

#include <vector>

#include "graph/network.h"

namespace quanhe {

// How likely it is to be at each node for one who follows edges, symmetric ones either way, and now and then, or where no
// edge goes on, starts anew at any node: PageRank with damping 0.85. The values sum to 1 and are right to 8 digits behind
// the point. Several edges between two nodes count each; those from a node to itself do not. Cost: some ten to a hundred
// times the edges.
std::vector<double> page_rank(const Network& network);

}  // namespace quanhe
