#include "match/item_bits.h"

#include <algorithm>
#include <bit>
#include <span>

namespace quanhe {

void ItemBits::add(const ItemSet& items) {
  const std::uint32_t number = count_++;
  for (const WordKey word : items.words) set(by_word_[word], number);
  for (TypeMask types = items.types; types != 0; types &= types - 1) {
    set(by_type_[static_cast<std::size_t>(std::countr_zero(types))], number);
  }
  for (std::uint32_t kinds = items.kinds; kinds != 0; kinds &= kinds - 1) {
    set(by_kind_[static_cast<std::size_t>(std::countr_zero(kinds))], number);
  }
  types_ |= items.types;
  kinds_ |= items.kinds;
}

// Numbers grow, so that the bit belongs to the row's last part or to a new one.
void ItemBits::set(Row& row, std::uint32_t number) {
  const std::uint32_t place = number / 64;
  if (row.size == 0 || parts_[row.begin + row.size - 1].place != place) {
    if (row.size == row.room) grow(row);
    parts_[row.begin + row.size++] = {place, 0};
  }
  parts_[row.begin + row.size - 1].bits |= std::uint64_t{1} << number % 64;
}

// Moves behind the others, to twice the room.
void ItemBits::grow(Row& row) {
  const auto begin = static_cast<std::uint32_t>(parts_.size());
  row.room = std::max(2 * row.room, std::uint32_t{1});
  parts_.resize(begin + row.room);
  std::copy_n(parts_.begin() + row.begin, row.size, parts_.begin() + begin);
  row.begin = begin;
}

void ItemBits::merge(std::uint64_t* into, std::span<const Part> parts) {
  for (const Part& part : parts) into[part.place] |= part.bits;
}

void ItemBits::add_to(std::uint64_t* row, const SentenceItems& items, std::uint32_t position, Reading direction) const {
  if (direction == Reading::kBackward) {
    if (position == 0) return;
    merge(row, parts_of(items.token(position - 1).word.folded));
    if (position > 1) merge(row, parts_of(items.pair_at(position - 2)));
    for (const Mention* mention : items.ending_at(position)) merge(row, parts_of(by_type_[mention->type]));
    return;
  }
  if (position == items.size()) return;
  merge(row, parts_of(items.token(position).word.folded));
  merge(row, parts_of(items.pair_at(position)));
  for (TypeMask types = types_ & items.types_at(position); types != 0; types &= types - 1) {
    merge(row, parts_of(by_type_[static_cast<std::size_t>(std::countr_zero(types))]));
  }
  for (std::uint32_t kinds = kinds_ & items.kinds_at(position); kinds != 0; kinds &= kinds - 1) {
    merge(row, parts_of(by_kind_[static_cast<std::size_t>(std::countr_zero(kinds))]));
  }
}

}  // namespace quanhe
