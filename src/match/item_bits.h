#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "match/item_set.h"
#include "match/word_class.h"
#include "match/word_map.h"

namespace quanhe {

// Of which of some sets a sentence has an item at a position: a row of bits, the first bit that of set 0. Sets are of items
// that begin there or, read backward, that end there; of these no kinds are known.
class ItemBits {
 public:
  // Bits of a row, which has few of most words: what of it is not 0.
  struct Part {
    std::uint32_t place = 0;  // in numbers of 64 bits
    std::uint64_t bits = 0;
  };

  // Sets are added in the order of their numbers, which begin with 0. Each makes rows longer by a bit.
  void add(const ItemSet& items);

  // Of sets.
  std::uint32_t count() const { return count_; }

  // Of a row, in numbers of 64 bits.
  std::size_t width() const { return (count_ + 63) / 64; }

  // Sets the bits of the sets that have an item which may begin (end) at the position, and leaves the others.
  void add_to(std::uint64_t* row, const SentenceItems& items, std::uint32_t position, Reading direction) const;

  // The bits of the sets that have the word.
  std::span<const Part> parts_of(WordKey word) const {
    const Row* row = by_word_.find(word);
    return row == nullptr ? std::span<const Part>() : parts_of(*row);
  }

  // Calls `take` with each word of the sets.
  template <typename Take>
  void each_word(const Take& take) const {
    by_word_.each(take);
  }

 private:
  // A part of parts_.
  struct Row {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t room = 0;
  };

  void set(Row& row, std::uint32_t number);
  void grow(Row& row);
  std::span<const Part> parts_of(const Row& row) const { return std::span(parts_).subspan(row.begin, row.size); }
  static void merge(std::uint64_t* into, std::span<const Part> parts);

  WordMap<Row> by_word_;
  std::array<Row, kMaximumTypes> by_type_;
  std::array<Row, 8> by_kind_;
  std::vector<Part> parts_;
  std::uint32_t count_ = 0;
  TypeMask types_ = 0;  // that some set has
  std::uint32_t kinds_ = 0;
};

}  // namespace quanhe
