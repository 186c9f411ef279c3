// A table with open addressing and linear probing: a slot is found by a cheap hash of the word's bytes, and the
// bytes themselves decide. It is emptied when half full, which costs one look-up a word and nothing else.

#include "text/word_reader.h"

#include <cstring>

namespace quanhe {
namespace {

constexpr std::size_t kSlots = std::size_t{1} << 18;
constexpr std::size_t kLongestWord = 63;  // longer ones are rare and looked up each time

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t product = (a ^ b) * 0x9E3779B97F4A7C15ULL;
  return product ^ (product >> 32);
}

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = word.size();
  while (word.size() >= sizeof hash) {
    std::uint64_t piece;
    std::memcpy(&piece, word.data(), sizeof piece);
    hash = mix(hash, piece);
    word.remove_prefix(sizeof piece);
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, word.data(), word.size());
  return mix(hash, rest);
}

}  // namespace

WordReader::WordReader(const WordTable& table) : table_(table), slots_(kSlots) {}

WordTable::Forms WordReader::find(std::string_view word) {
  if (word.empty() || word.size() > kLongestWord) return table_.find(word);
  const std::uint64_t mixed = hash_of(word);
  const auto hash = static_cast<std::uint32_t>((mixed & ~std::uint64_t{kLongestWord}) | word.size());
  std::size_t place = (mixed >> 32) % kSlots;
  for (; slots_[place].offset != 0; place = (place + 1) % kSlots) {
    const Slot& slot = slots_[place];
    const bool same = slot.hash == hash && std::memcmp(text_.data() + slot.offset - 1, word.data(), word.size()) == 0;
    if (same) return slot.forms;
  }
  if (used_ == kSlots / 2) {
    forget();
    place = (mixed >> 32) % kSlots;
  }
  const WordTable::Forms forms = table_.find(word);
  slots_[place] = {hash, static_cast<std::uint32_t>(text_.size() + 1), forms};
  text_ += word;
  ++used_;
  return forms;
}

void WordReader::forget() {
  slots_.assign(kSlots, Slot{});
  text_.clear();
  used_ = 0;
}

}  // namespace quanhe
