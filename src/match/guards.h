#pragma once

#include <cstdint>
#include <vector>

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
  WordMap<std::uint32_t> by_word_;         // places in bits_, which many words have in common
  std::vector<std::uint64_t> bits_ = {0};
  std::vector<std::uint64_t> by_type_;  // up to the last that some set has
  std::vector<std::uint64_t> by_kind_;
  TypeMask types_ = 0;       // that some set has
  std::uint32_t kinds_ = 0;
};

}  // namespace quanhe
