#pragma once

#include <span>

#include "match/expand.h"

namespace quanhe {

// What nodes can begin with, by whether the way to it goes over "^".
struct Beginnings {
  FirstItems anywhere;
  FirstItems at_start;

  FirstItems either() const;
};

// What the nodes, one after another, can begin with in the direction: backward, with what stands last in them. The first
// of all ways in which they may begin counts like the last. Backward, a kind counts as anything.
Beginnings first_items(std::span<const ExpandedNode> nodes, Reading direction = Reading::kForward);

}  // namespace quanhe
