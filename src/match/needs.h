#pragma once

#include <span>

#include "match/expand.h"

namespace quanhe {

// The sets of items of which every match of the nodes, one after another, has an item each: the rarest first, at most
// kMostNeeds of them, and none that `known`, of which an item stands where the nodes are tried, makes needless.
inline constexpr std::size_t kMostNeeds = 8;
std::vector<ItemSet> needs_of(std::span<const ExpandedNode> nodes, const FirstItems* known = nullptr);

}  // namespace quanhe
