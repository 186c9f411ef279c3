#pragma once

#include <vector>

#include "corpus/view.h"

namespace quanhe {

// PageRank of each node over the edges that are shown, a symmetric relation in both directions; they add up to 1.
// The same view gives the same numbers. Cost: some hundred passes over the edges at most.
std::vector<double> node_ranks(const View& view);

}  // namespace quanhe
