#include "match/guards.h"

#include <algorithm>

#include "match/serial_number.h"

namespace quanhe {

std::uint16_t Guards::number_of(const ItemSet& items, Reading direction) {
  Sets& sets = sets_[static_cast<std::size_t>(direction)];
  if (const auto known = sets.numbers.find(items); known != sets.numbers.end()) return known->second;
  if (sets.bits.count() == kMost) return kNone;
  const auto number = static_cast<std::uint16_t>(sets.bits.count());
  sets.numbers.emplace(items, number);
  sets.bits.add(items);
  sets.version = next_serial_number();
  return number;
}

void Guards::freeze() {
  for (Sets& sets : sets_) sets.numbers.clear();
}

void GuardRows::Rows::begin(const Guards& guards, const SentenceItems& items) {
  sentence_ = items.number();
  version_ = guards.version(direction_);
  width_ = guards.width(direction_);
  made_.assign(items.size() + 1, 0);
  if (bits_.size() < made_.size() * width_) bits_.resize(made_.size() * width_);
}

void GuardRows::Rows::make(const Guards& guards, const SentenceItems& items, std::uint32_t position) {
  made_[position] = 1;
  std::uint64_t* row = bits_.data() + position * width_;
  std::fill_n(row, width_, 0);
  guards.add_to(row, items, position, direction_);
}

}  // namespace quanhe
