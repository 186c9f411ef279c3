#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "match/item_set.h"
#include "match/word_map.h"

namespace quanhe {

// Of which of some sets a sentence has an item at a position: a row of bits, the first bit that of set 0.
class ItemBits {
 public:
  // Sets are added in the order of their numbers, which begin with 0. Each makes rows longer by a bit.
  void add(const ItemSet& items);

  // Of a row, in numbers of 64 bits.
  std::size_t width() const { return width_; }

  // Sets the bits of the sets that have an item which may begin at the position, and leaves the others.
  void add_to(std::uint64_t* row, const SentenceItems& items, std::uint32_t position) const;

 private:
  // Where rows stand: of each type and kind one, then those of words.
  static constexpr std::uint32_t kFirstKind = kMaximumTypes;
  static constexpr std::uint32_t kFirstWord = kFirstKind + 8;

  void widen();
  void set(std::uint32_t row, std::uint32_t number);
  void merge(std::uint64_t* row, std::uint32_t other) const;

  WordMap<std::uint32_t> by_word_;   // the key's row; 0: it has none
  std::vector<std::uint64_t> rows_;  // one after another
  std::size_t width_ = 0;
  std::uint32_t row_count_ = kFirstWord;
  std::uint32_t count_ = 0;  // of sets
  TypeMask types_ = 0;       // that some set has
  std::uint32_t kinds_ = 0;
};

}  // namespace quanhe
