#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/graph_reader.h"

namespace quanhe {

// One edge over which a node was reached.
struct WalkStep {
  std::uint32_t hop = 0;
  NodeKey node = 0;
  NodeKey through = 0;
  EdgeKey edge = 0;
  std::string relation;
  Direction direction = Direction::kOut;  // seen from `through`
};

struct WalkBounds {
  std::uint32_t hops = 1;
  std::vector<std::string> relations;  // names of the ontology; empty: all
  Direction direction = Direction::kBoth;
};

// Breadth-first search from a node, in no order. It asks the store node by node, and begins anew on a network of all edges
// when it has looked at many.
Result<std::vector<WalkStep>> walk_from(GraphReader& reader, NodeKey start, const WalkBounds& bounds);

}  // namespace quanhe
