#include "match/item_bits.h"

#include <algorithm>
#include <bit>

namespace quanhe {

void ItemBits::add(const ItemSet& items) {
  const std::uint32_t number = count_++;
  if (number == 64 * width_) widen();
  for (const WordKey word : items.words) {
    std::uint32_t& row = by_word_[word];
    if (row == 0) {
      row = row_count_++;
      rows_.resize(row_count_ * width_);
    }
    set(row, number);
  }
  for (TypeMask types = items.types; types != 0; types &= types - 1) {
    set(static_cast<std::uint32_t>(std::countr_zero(types)), number);
  }
  for (std::uint32_t kinds = items.kinds; kinds != 0; kinds &= kinds - 1) {
    set(kFirstKind + static_cast<std::uint32_t>(std::countr_zero(kinds)), number);
  }
  types_ |= items.types;
  kinds_ |= items.kinds;
}

void ItemBits::widen() {
  std::vector<std::uint64_t> wider(row_count_ * (width_ + 1));
  for (std::size_t row = 0; row < row_count_; ++row) {
    std::copy_n(rows_.data() + row * width_, width_, wider.data() + row * (width_ + 1));
  }
  rows_ = std::move(wider);
  ++width_;
}

void ItemBits::set(std::uint32_t row, std::uint32_t number) {
  rows_[row * width_ + number / 64] |= std::uint64_t{1} << number % 64;
}

void ItemBits::merge(std::uint64_t* row, std::uint32_t other) const {
  const std::uint64_t* bits = rows_.data() + other * width_;
  for (std::size_t i = 0; i < width_; ++i) row[i] |= bits[i];
}

void ItemBits::add_to(std::uint64_t* row, const SentenceItems& items, std::uint32_t position) const {
  if (const std::uint32_t* of_word = by_word_.find(items.token(position).word.folded)) merge(row, *of_word);
  if (const std::uint32_t* of_pair = by_word_.find(items.pair_at(position))) merge(row, *of_pair);
  for (TypeMask types = types_ & items.types_at(position); types != 0; types &= types - 1) {
    merge(row, static_cast<std::uint32_t>(std::countr_zero(types)));
  }
  for (std::uint32_t kinds = kinds_ & items.kinds_at(position); kinds != 0; kinds &= kinds - 1) {
    merge(row, kFirstKind + static_cast<std::uint32_t>(std::countr_zero(kinds)));
  }
}

}  // namespace quanhe
