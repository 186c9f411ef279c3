#pragma once

#include <span>

#include "match/expand.h"

namespace quanhe {

// What the nodes, one after another, can begin with in the direction: backward, with what stands last in them. The first
// of all ways in which they may begin counts like the last. Backward, a kind counts as anything.
FirstItems first_items(std::span<const ExpandedNode> nodes, Reading direction = Reading::kForward);

}  // namespace quanhe
