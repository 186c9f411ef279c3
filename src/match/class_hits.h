#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "match/word_class.h"

namespace quanhe {

// The entries of classes that begin (end) at positions of a sentence, remembered while it is read, since rules that
// begin alike ask for the same ones. Changes no answer, and stays at some 40 KiB.
class ClassHits {
 public:
  // Shortest entry first. Lives until the next call.
  std::span<const TokenTrie::Hit> find(const WordClass& word_class, const SentenceItems& items, std::uint32_t position,
                                       Reading direction);

 private:
  struct Slot {
    const WordClass* word_class = nullptr;
    std::uint64_t round = 0;
    std::uint32_t place = 0;  // twice the position, and the direction
    std::uint16_t begin = 0;  // in hits_
    std::uint16_t size = 0;
  };

  std::array<Slot, 256> slots_;
  std::vector<TokenTrie::Hit> hits_;
  std::uint64_t sentence_ = 0;
  std::uint64_t round_ = 0;  // slots of other rounds are free
};

}  // namespace quanhe
