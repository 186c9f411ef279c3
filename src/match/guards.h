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
  // Of one sentence, guards and direction.
  class Rows {
   public:
    // The bits of the sets of which an item may begin (end) at the position.
    const std::uint64_t* at(const Guards& guards, const SentenceItems& items, std::uint32_t position) {
      if (!made_[position]) make(guards, items, position);
      return bits_.data() + position * width_;
    }

   private:
    friend class GuardRows;

    explicit Rows(Reading direction) : direction_(direction) {}

    void begin(const Guards& guards, const SentenceItems& items);
    void make(const Guards& guards, const SentenceItems& items, std::uint32_t position);

    Reading direction_;
    std::uint64_t sentence_ = 0;
    std::uint64_t version_ = 0;
    std::size_t width_ = 0;
    std::vector<std::uint8_t> made_;  // by position
    std::vector<std::uint64_t> bits_;
  };

  // Those of the sentence until another one or other guards are asked about.
  Rows& of(const Guards& guards, const SentenceItems& items, Reading direction) {
    Rows& rows = rows_[static_cast<std::size_t>(direction)];
    if (rows.sentence_ != items.number() || rows.version_ != guards.version(direction)) rows.begin(guards, items);
    return rows;
  }

 private:
  std::array<Rows, 2> rows_ = {Rows(Reading::kForward), Rows(Reading::kBackward)};
};

}  // namespace quanhe
