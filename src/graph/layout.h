#pragma once

#include <vector>

#include "corpus/view.h"

namespace quanhe {

struct Point {
  double x = 0;
  double y = 0;
};

// A place in the plane for each node, nodes that shown edges join near each other, around the origin. A start for a
// program that lays out better. The same view gives the same places. Cost: bounded; the larger the graph, the fewer
// steps it gets, a second or two whatever its size.
std::vector<Point> node_places(const View& view);

}  // namespace quanhe
