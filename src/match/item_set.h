#pragma once

#include <cstdint>
#include <vector>

#include "match/items.h"
#include "match/word_key.h"

namespace quanhe {

// Items of a pattern, of which one stands at some place. Of a class what its entries begin, or end, with.
struct ItemSet {
  std::vector<WordKey> words;  // sorted, unique
  TypeMask types = 0;
  std::uint8_t kinds = 0;      // bit by PatternKind

  friend auto operator<=>(const ItemSet&, const ItemSet&) = default;
};

}  // namespace quanhe
