#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "match/word_filter.h"

namespace quanhe {

// Something for each of some words, found by open addressing: small whatever the number of words that a lexicon knows,
// and most questions end at a bit.
template <typename Value>
class WordMap {
 public:
  // That of the word, made when it is new.
  Value& operator[](std::uint32_t word) {
    if (4 * (size_ + 1) > 3 * slots_.size()) grow();
    Slot& slot = slots_[place_of(word)];
    if (slot.word != word) {
      slot.word = word;
      ++size_;
      words_.add(word);
    }
    return slot.value;
  }

  // That of the word, or nullptr; of WordTable::kUnknown there is nothing.
  const Value* find(std::uint32_t word) const {
    if (!words_.may_have(word)) return nullptr;
    const Slot& slot = slots_[place_of(word)];
    return slot.word == word ? &slot.value : nullptr;
  }

  // False for most words of which there is nothing, at the cost of a bit.
  bool may_have(std::uint32_t word) const { return words_.may_have(word); }

  // Calls `take` with each word of which there is something.
  template <typename Take>
  void each(const Take& take) const {
    words_.each(take);
  }

 private:
  struct Slot {
    std::uint32_t word = WordTable::kUnknown;
    Value value{};
  };

  // Where the word's slot is, or the free one that it would take.
  std::size_t place_of(std::uint32_t word) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = (word * 0x9E3779B1U >> 7) & mask;
    while (slots_[place].word != word && slots_[place].word != WordTable::kUnknown) place = (place + 1) & mask;
    return place;
  }

  void grow() {
    std::vector<Slot> old(std::max<std::size_t>(16, 2 * slots_.size()));
    old.swap(slots_);
    for (Slot& slot : old) {
      if (slot.word != WordTable::kUnknown) slots_[place_of(slot.word)] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;  // a power of two, at most three quarters full
  std::size_t size_ = 0;
  WordFilter words_;
};

}  // namespace quanhe
