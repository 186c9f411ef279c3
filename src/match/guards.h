#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "match/item_bits.h"
#include "match/item_set.h"
#include "match/word_class.h"

namespace quanhe {

// What the optional parts of some patterns can begin with, so that a part is not entered in vain: numbered sets of items,
// each for one direction. Grows while the patterns are compiled; then any number of threads may read it.
class Guards {
 public:
  static constexpr std::uint16_t kMost = 16'383;  // sets of a direction
  static constexpr std::uint16_t kNone = kMost;

  // The set's number, which is new or that of the same set; kNone when there is no room for it. Backward, a set has no kinds.
  std::uint16_t number_of(const ItemSet& items, Reading direction);

  // Forgets what sets hold, so that one that comes again gets a number of its own; to be called when all patterns are compiled.
  void freeze();

  // In numbers of 64 bits, a row of bits by number.
  std::size_t width(Reading direction) const { return of(direction).bits.width(); }

  // Changes with each new set, and is that of no other guards.
  std::uint64_t version(Reading direction) const { return of(direction).version; }

  // Sets the bits of the sets of which an item may begin (backward: end) at the position, and leaves the others.
  void add_to(std::uint64_t* row, const SentenceItems& items, std::uint32_t position, Reading direction) const {
    of(direction).bits.add_to(row, items, position, direction);
  }

 private:
  struct Sets {
    std::map<ItemSet, std::uint16_t> numbers;
    ItemBits bits;
    std::uint64_t version = 0;
  };

  const Sets& of(Reading direction) const { return sets_[static_cast<std::size_t>(direction)]; }

  std::array<Sets, 2> sets_;
};

// The rows of one sentence's positions, each made when it is first asked for. Keeps working memory between sentences: one a
// thread.
class GuardRows {
 public:
  // Lives until another sentence or other guards are asked about.
  const std::uint64_t* at(const Guards& guards, const SentenceItems& items, std::uint32_t position, Reading direction) {
    Rows& rows = rows_[static_cast<std::size_t>(direction)];
    if (rows.sentence != items.number() || rows.version != guards.version(direction)) {
      rows.begin(guards, items, direction);
    }
    if (!rows.made[position]) rows.make(guards, items, position, direction);
    return rows.bits.data() + position * rows.width;
  }

 private:
  struct Rows {
    std::uint64_t sentence = 0;
    std::uint64_t version = 0;
    std::size_t width = 0;
    std::vector<std::uint8_t> made;  // by position
    std::vector<std::uint64_t> bits;

    void begin(const Guards& guards, const SentenceItems& items, Reading direction);
    void make(const Guards& guards, const SentenceItems& items, std::uint32_t position, Reading direction);
  };

  std::array<Rows, 2> rows_;
};

}  // namespace quanhe
