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
                                       Reading direction) {
    const std::uint32_t place = place_of(position, direction);
    Slot& slot = slot_of(word_class, place);
    const bool is_known = slot.word_class == &word_class && slot.place == place && slot.round == round_;
    if (!is_known || items.number() != sentence_) fill(slot, word_class, items, position, direction);
    return std::span(hits_).subspan(slot.begin, slot.size);
  }

 private:
  struct Slot {
    const WordClass* word_class = nullptr;
    std::uint64_t round = 0;
    std::uint32_t place = 0;  // twice the position, and the direction
    std::uint16_t begin = 0;  // in hits_
    std::uint16_t size = 0;
  };

  static std::uint32_t place_of(std::uint32_t position, Reading direction) {
    return 2 * position + (direction == Reading::kForward ? 0 : 1);
  }

  Slot& slot_of(const WordClass& word_class, std::uint32_t place) {
    const std::uint64_t key = reinterpret_cast<std::uintptr_t>(&word_class) + place * 0x9E3779B97F4A7C15ULL;
    return slots_[(key * 0xFF51AFD7ED558CCDULL >> 32) % slots_.size()];
  }

  void fill(Slot& slot, const WordClass& word_class, const SentenceItems& items, std::uint32_t position,
            Reading direction);

  std::array<Slot, 256> slots_;
  std::vector<TokenTrie::Hit> hits_;
  std::uint64_t sentence_ = 0;
  std::uint64_t round_ = 0;  // slots of other rounds are free
};

}  // namespace quanhe
