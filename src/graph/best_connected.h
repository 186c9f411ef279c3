#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "corpus/view.h"

namespace quanhe {

// How many nodes and edges somebody can take.
struct GraphLimits {
  std::size_t nodes = 0;
  std::size_t edges = 0;

  bool hold(const View& view) const { return view.nodes.size() <= nodes && view.edges.size() <= edges; }
};

// The nodes of the highest rank (rank.h), and of the edges among them those that are stated most often. Order is kept,
// and counts and confidence are those of the whole view. Cost: that of ranks, and n log n; copies what it gives only.
View best_connected(const View& view, const GraphLimits& limits);

}  // namespace quanhe
