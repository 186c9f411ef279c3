#pragma once

#include <cstdint>
#include <vector>

#include "graph/layout.h"

namespace quanhe {

// How far apart neighbours like to be, in the unit of all places.
inline constexpr double kSpacing = 60;

// A net as forces see it.
struct ForceNet {
  struct Link {
    std::uint32_t from = 0;  // another node than `to`
    std::uint32_t to = 0;
    double strength = 1;
  };

  std::vector<double> masses;  // of each node
  std::vector<Link> links;
};

// Places for the nodes of a connected net, neighbours near each other and all apart, somewhere in the plane. The same
// net gives the same places. Cost: n log n and the links, some forty times.
std::vector<Point> force_places(const ForceNet& net);

}  // namespace quanhe
