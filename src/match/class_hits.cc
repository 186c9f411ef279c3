#include "match/class_hits.h"

namespace quanhe {

std::span<const TokenTrie::Hit> ClassHits::find(const WordClass& word_class, const SentenceItems& items,
                                                std::uint32_t position, Reading direction) {
  constexpr std::size_t kMostHits = 4'096;
  if (items.number() != sentence_ || hits_.size() > kMostHits) {
    sentence_ = items.number();
    ++round_;
    hits_.clear();
  }
  const std::uint32_t place = 2 * position + (direction == Reading::kForward ? 0 : 1);
  const std::uint64_t key = reinterpret_cast<std::uintptr_t>(&word_class) + place * 0x9E3779B97F4A7C15ULL;
  Slot& slot = slots_[(key * 0xFF51AFD7ED558CCDULL >> 32) % slots_.size()];
  if (slot.word_class != &word_class || slot.place != place || slot.round != round_) {
    const std::size_t begin = hits_.size();
    word_class.find(items, position, direction, hits_);
    const std::size_t size = hits_.size() - begin;
    slot = {&word_class, round_, place, static_cast<std::uint16_t>(begin), static_cast<std::uint16_t>(size)};
  }
  return std::span(hits_).subspan(slot.begin, slot.size);
}

}  // namespace quanhe
