#include "base/interner.h"

#include <algorithm>

#include "base/check.h"
#include "base/keyed_hash.h"

namespace quanhe {
namespace {

std::uint32_t hash_of(std::string_view text) {
  const std::uint64_t hash = KeyedHash()(text);
  return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

}  // namespace

// Where the text's slot is, or the free one that it would take.
std::size_t Interner::place_of(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t place = hash & mask;
  while (slots_[place].id != kNone && (slots_[place].hash != hash || texts_[slots_[place].id] != text)) {
    place = (place + 1) & mask;
  }
  return place;
}

std::uint32_t Interner::add(std::string_view text) {
  if (2 * (texts_.size() + 1) > slots_.size()) grow();
  const std::uint32_t hash = hash_of(text);
  Slot& slot = slots_[place_of(text, hash)];
  if (slot.id != kNone) return slot.id;
  const std::uint32_t id = size();
  QUANHE_CHECK(id != kNone);
  texts_.emplace_back(text);
  slot = {hash, id};
  return id;
}

std::uint32_t Interner::find(std::string_view text) const {
  return slots_.empty() ? kNone : slots_[place_of(text, hash_of(text))].id;
}

void Interner::grow() {
  std::vector<Slot> old(std::max<std::size_t>(16, 2 * slots_.size()));
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id == kNone) continue;
    std::size_t place = slot.hash & mask;
    while (slots_[place].id != kNone) place = (place + 1) & mask;
    slots_[place] = slot;
  }
}

std::string_view Interner::text(std::uint32_t id) const {
  QUANHE_CHECK(id < size());
  return texts_[id];
}

}  // namespace quanhe
