#pragma once

#include <cstdint>
#include <vector>

#include "match/items.h"

namespace quanhe {

// Items of a pattern, of which one stands at some place. Of a class the words that its entries begin, or end, with.
struct ItemSet {
  std::vector<std::uint32_t> words;  // folded forms; sorted, unique
  TypeMask types = 0;
  std::uint8_t kinds = 0;            // bit by PatternKind

  friend auto operator<=>(const ItemSet&, const ItemSet&) = default;
};

}  // namespace quanhe
