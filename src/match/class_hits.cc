#include "match/class_hits.h"

namespace quanhe {

void ClassHits::fill(Slot& slot, const WordClass& word_class, const SentenceItems& items, std::uint32_t position,
                     Reading direction) {
  constexpr std::size_t kMostHits = 4'096;
  if (items.number() != sentence_ || hits_.size() > kMostHits) {
    sentence_ = items.number();
    ++round_;
    hits_.clear();
  }
  const std::size_t begin = hits_.size();
  word_class.find(items, position, direction, hits_);
  const std::size_t size = hits_.size() - begin;
  slot = {&word_class, round_, place_of(position, direction), static_cast<std::uint16_t>(begin),
          static_cast<std::uint16_t>(size)};
}

}  // namespace quanhe
