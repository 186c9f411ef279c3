#include "match/item_lists.h"

#include <algorithm>

namespace quanhe {

void ItemLists::add(const ItemSet& items, std::uint32_t number) {
  for (const std::uint32_t word : items.words) append(by_word_[word], number);
  for (std::uint32_t type = 0; type < kMaximumTypes; ++type) {
    if ((items.types >> type & 1) != 0) by_type_[type].push_back(number);
  }
  for (std::uint32_t kind = 0; kind < by_kind_.size(); ++kind) {
    if ((items.kinds >> kind & 1) != 0) by_kind_[kind].push_back(number);
  }
  types_ |= items.types;
  kinds_ |= items.kinds;
}

// A list that is full moves behind the others, to twice the room.
void ItemLists::append(List& list, std::uint32_t number) {
  if (list.size == list.room) {
    const auto begin = static_cast<std::uint32_t>(numbers_.size());
    list.room = std::max(2 * list.room, std::uint32_t{2});
    numbers_.resize(begin + list.room);
    std::copy_n(numbers_.begin() + list.begin, list.size, numbers_.begin() + begin);
    list.begin = begin;
  }
  numbers_[list.begin + list.size++] = number;
}

}  // namespace quanhe
