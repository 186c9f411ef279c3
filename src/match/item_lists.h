#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "match/item_set.h"
#include "match/word_map.h"

namespace quanhe {

// Numbers by the items that they were added for: a sentence's position has the lists of its word, of this and the next,
// of the mentions that begin there, and of the kinds of runs that may begin there.
class ItemLists {
 public:
  using Numbers = std::span<const std::uint32_t>;

  void add(const ItemSet& items, std::uint32_t number);

  // Whether a mention of the types or tokens of the kinds have a list.
  bool has_of(TypeMask types, std::uint32_t kinds) const { return (types_ & types) != 0 || (kinds_ & kinds) != 0; }

  // Calls `take` with each list of the position's word, of it and the next, and of its types.
  template <typename Take>
  void each_of_word_and_types(const SentenceItems& items, std::uint32_t position, const Take& take) const {
    for (const WordKey word : {items.token(position).word.folded, items.pair_at(position)}) {
      if (const List* of_word = by_word_.find(word)) take(Numbers(numbers_).subspan(of_word->begin, of_word->size));
    }
    for (TypeMask types = types_ & items.types_at(position); types != 0; types &= types - 1) {
      take(Numbers(by_type_[static_cast<std::size_t>(std::countr_zero(types))]));
    }
  }

  // Calls `take` with each word that has a list.
  template <typename Take>
  void each_word(const Take& take) const {
    by_word_.each(take);
  }

  // Bits of the kinds that some number was added for, and the list of one.
  std::uint32_t kinds() const { return kinds_; }
  Numbers of_kind(std::uint32_t kind) const { return by_kind_[kind]; }

 private:
  // A part of numbers_.
  struct List {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t room = 0;
  };

  void append(List& list, std::uint32_t number);

  WordMap<List> by_word_;
  std::vector<std::uint32_t> numbers_;
  std::array<std::vector<std::uint32_t>, kMaximumTypes> by_type_;
  std::array<std::vector<std::uint32_t>, 8> by_kind_;
  TypeMask types_ = 0;
  std::uint32_t kinds_ = 0;
};

}  // namespace quanhe
