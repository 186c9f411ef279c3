#include "match/guards.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace quanhe {
namespace {

// Adds `bit` to the rows that `mask` has.
void add_bit(std::vector<std::uint64_t>& rows, std::uint64_t mask, std::uint64_t bit) {
  rows.resize(std::max(rows.size(), static_cast<std::size_t>(std::bit_width(mask))));
  for (; mask != 0; mask &= mask - 1) rows[static_cast<std::size_t>(std::countr_zero(mask))] |= bit;
}

}  // namespace

void Guards::add(const ItemSet& items, std::uint32_t number) {
  const std::uint64_t bit = std::uint64_t{1} << number;
  std::vector<std::uint32_t> with_bit(bits_.size());  // by place, that of the same bits and this one; 0: to be made
  for (const WordKey word : items.words) {
    std::uint32_t& place = by_word_[word];
    std::uint32_t& next = with_bit[place];
    if (next == 0) {
      next = static_cast<std::uint32_t>(bits_.size());
      bits_.push_back(bits_[place] | bit);
    }
    place = next;
  }
  add_bit(by_type_, items.types, bit);
  add_bit(by_kind_, items.kinds, bit);
  types_ |= items.types;
  kinds_ |= items.kinds;
}

std::uint64_t Guards::at(const SentenceItems& items, std::uint32_t position, Reading direction) const {
  const bool forward = direction == Reading::kForward;
  if (forward ? position == items.size() : position == 0) return 0;
  const std::uint32_t token = forward ? position : position - 1;
  const auto bits_of = [this](WordKey word) {
    const std::uint32_t* place = by_word_.find(word);
    return place == nullptr ? 0 : bits_[*place];
  };
  std::uint64_t bits = bits_of(items.token(token).word.folded);
  if (forward || token > 0) bits |= bits_of(items.pair_at(forward ? token : token - 1));
  if (!forward) {
    for (const Mention* mention : items.ending_at(position)) {
      if ((types_ >> mention->type & 1) != 0) bits |= by_type_[mention->type];
    }
    return bits;
  }
  for (TypeMask types = types_ & items.types_at(position); types != 0; types &= types - 1) {
    bits |= by_type_[static_cast<std::size_t>(std::countr_zero(types))];
  }
  for (std::uint32_t kinds = kinds_ & items.kinds_at(position); kinds != 0; kinds &= kinds - 1) {
    bits |= by_kind_[static_cast<std::size_t>(std::countr_zero(kinds))];
  }
  return bits;
}

}  // namespace quanhe
