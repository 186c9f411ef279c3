#pragma once

#include <array>
#include <cstdint>

#include "match/item_set.h"
#include "match/word_class.h"
#include "match/word_map.h"

namespace quanhe {

// What the optional parts of a program can begin with, so that a part is not entered in vain: a bit for each set of
// items, and at a position the bits of all sets of which an item may begin (backward: end) there.
class Guards {
 public:
  static constexpr std::uint32_t kMost = 64;

  // `number` < kMost. Backward, a set has no kinds.
  void add(const ItemSet& items, std::uint32_t number);

  std::uint64_t at(const SentenceItems& items, std::uint32_t position, Reading direction) const;

 private:
  WordMap<std::uint64_t> by_word_;
  std::array<std::uint64_t, kMaximumTypes> by_type_{};
  std::array<std::uint64_t, 8> by_kind_{};
};

}  // namespace quanhe
