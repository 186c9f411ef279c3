#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace quanhe {

// A document's keys (DocumentFacts::near_copy_keys).
using NearCopyKeys = std::span<const std::uint64_t>;

// Documents that share a key count as one source, and so do those that are linked by others: the connected parts. For
// each document, the first one of its part. Cost: n log n in the keys.
std::vector<std::uint32_t> near_copy_groups(std::span<const NearCopyKeys> documents);

}  // namespace quanhe
