#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/word_table.h"

namespace quanhe {

// Says of nearly every word that is not in a set that it is not, by looking at one bit. Takes a byte for each word of the set, so
// that the filters of all classes and indexes of a pack stay near the processor however many words a lexicon knows.
class WordFilter {
 public:
  // `word` was not added before.
  void add(std::uint32_t word) {
    words_.push_back(word);
    if (words_.size() * 8 > bits_.size() * 64) {
      bits_.assign(bits_.empty() ? 1 : 2 * bits_.size(), 0);
      for (const std::uint32_t known : words_) set(known);
    } else {
      set(word);
    }
  }

  template <typename Take>
  void each(const Take& take) const {
    std::for_each(words_.begin(), words_.end(), take);
  }

  // False when the word was not added, and seldom true then.
  bool may_have(std::uint32_t word) const {
    if (bits_.empty() || word == WordTable::kUnknown) return false;
    return (bits_[place_of(word)] >> word % 64 & 1) != 0;
  }

 private:
  std::size_t place_of(std::uint32_t word) const { return (word * 0x9E3779B1U >> 12) & (bits_.size() - 1); }
  void set(std::uint32_t word) { bits_[place_of(word)] |= std::uint64_t{1} << word % 64; }

  std::vector<std::uint64_t> bits_;   // a power of two
  std::vector<std::uint32_t> words_;
};

}  // namespace quanhe
