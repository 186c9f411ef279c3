// A table with open addressing and linear probing: a slot is found by a cheap hash of the word's bytes, and the
// bytes themselves decide. It is emptied when half full, which costs one look-up a word and nothing else.

#include "text/word_reader.h"

#include <cstring>

namespace quanhe {
namespace {

constexpr std::size_t kSlots = std::size_t{1} << 17;

std::size_t hash_of(const std::array<std::uint64_t, 3>& key) {
  const std::uint64_t mixed = key[0] ^ key[1] * 0xFF51AFD7ED558CCDULL ^ key[2] * 0xC4CEB9FE1A85EC53ULL;
  return mixed * 0x9E3779B97F4A7C15ULL >> 32;
}

}  // namespace

WordReader::WordReader(const WordTable& table) : table_(table), slots_(kSlots) {}

WordTable::Forms WordReader::find(std::string_view word) {
  if (word.empty() || word.size() > sizeof(Key)) return table_.find(word);
  Key key{};
  std::memcpy(key.data(), word.data(), word.size());
  std::size_t place = hash_of(key) % kSlots;
  for (; slots_[place].key[0] != 0; place = (place + 1) % kSlots) {
    if (slots_[place].key == key) return slots_[place].forms;
  }
  if (used_ == kSlots / 2) {
    slots_.assign(kSlots, Slot{});
    used_ = 0;
    place = hash_of(key) % kSlots;
  }
  slots_[place] = {key, table_.find(word)};
  ++used_;
  return slots_[place].forms;
}

}  // namespace quanhe
