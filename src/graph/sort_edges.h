#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/edge_list.h"

namespace quanhe {

// Sorts edges by where they begin, where they end, and their relation. All ends are below `node_count`, all relations below
// `relation_count`. Takes up to 4 MiB beside the list. Cost: linear, but n log n for edges at 2,048 nodes next to each other
// when they are more than 262,144.
void sort_by_ends(std::vector<PlainEdge>& edges, std::uint32_t node_count, std::size_t relation_count);

}  // namespace quanhe
