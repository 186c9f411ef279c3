#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "match/item_set.h"
#include "match/word_map.h"

namespace quanhe {

// Numbers by the items that they were added for: a sentence's position has the lists of its word, of the mentions that
// begin there, and of the kinds of runs that may begin there.
class ItemLists {
 public:
  using Numbers = std::vector<std::uint32_t>;

  struct Found {
    std::array<const Numbers*, 2 * (kMaximumTypes + 10)> lists;  // room for those of two ItemLists
    std::size_t count = 0;

    void add(const Numbers& numbers) { lists[count++] = &numbers; }
  };

  void add(const ItemSet& items, std::uint32_t number);

  // False for most positions of a text, at the cost of a bit: no list.
  bool may_have_any(const SentenceItems& items, std::uint32_t position) const {
    return (types_ & items.types_at(position)) != 0 || (kinds_ & items.kinds_at(position)) != 0 ||
           has_word(items.token(position).word.folded);
  }

  void collect_words_and_types(const SentenceItems& items, std::uint32_t position, Found& found) const;

  // Bits of the kinds that some number was added for, and the list of one.
  std::uint32_t kinds() const { return kinds_; }
  const Numbers& of_kind(std::uint32_t kind) const { return by_kind_[kind]; }

 private:
  bool has_word(std::uint32_t word) const {
    return word / 64 < words_.size() && (words_[word / 64] >> word % 64 & 1) != 0;
  }

  WordMap<Numbers> by_word_;
  std::array<Numbers, kMaximumTypes> by_type_;
  std::array<Numbers, 8> by_kind_;
  std::vector<std::uint64_t> words_;  // a bit a word: it has a list
  TypeMask types_ = 0;
  std::uint32_t kinds_ = 0;
};

}  // namespace quanhe
