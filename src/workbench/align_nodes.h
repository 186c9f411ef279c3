#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "facts/facts.h"
#include "rules/scoring.h"
#include "workbench/gold.h"

namespace quanhe {

// For each node of the facts the number of the gold node that it is, as score_document() says; each gold node is taken
// once. Those with the very name of the gold go first, the others after them; among equals the earlier of either list.
// Cost: nodes × gold nodes.
std::vector<std::optional<std::uint32_t>> align_nodes(std::span<const Node> nodes, std::span<const GoldNode> gold,
                                                      const Scoring& scoring);

}  // namespace quanhe
