#pragma once

#include <vector>

#include "graph/layout.h"

namespace quanhe {

// Moves pictures, each the places of its nodes, next to each other around the origin: the largest in the middle, none
// within the outline of another, at least `gap` between nodes of two. The same pictures are moved to the same places.
// Cost: about the area that they cover, in squares of that gap, for each outline that occurs.
void pack(std::vector<std::vector<Point>>& pictures, double gap);

}  // namespace quanhe
