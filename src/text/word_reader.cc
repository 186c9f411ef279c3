// A table with open addressing and linear probing: a slot is found by a cheap hash of the word's bytes, and the
// bytes themselves decide. It is emptied when three quarters are full, which costs one look-up a word and nothing else.
// A text may be written so that its words all fall into one place: too far from its place no word is looked for.

#include "text/word_reader.h"

#include <algorithm>
#include <cstring>

namespace quanhe {
namespace {

constexpr std::size_t kSlots = 174'000;
constexpr int kMostProbes = 128;

// Where a key would be if it were alone.
std::size_t place_of(const std::array<std::uint64_t, 2>& key) {
  const std::uint64_t mixed = key[0] ^ key[1] * 0xFF51AFD7ED558CCDULL;
  const std::uint64_t hash = mixed * 0x9E3779B97F4A7C15ULL >> 32;
  return hash * kSlots >> 32;
}

std::size_t after(std::size_t place) { return place + 1 == kSlots ? 0 : place + 1; }

// Without the call that the comparison of arrays makes.
bool is_equal(const std::array<std::uint64_t, 2>& a, const std::array<std::uint64_t, 2>& b) {
  return ((a[0] ^ b[0]) | (a[1] ^ b[1])) == 0;
}

}  // namespace

WordReader::WordReader(const WordTable& table) : table_(table), slots_(kSlots) {}

WordReader::Key WordReader::key_of(std::string_view word) {
  Key key{};
  std::memcpy(key.data(), word.data(), word.size());
  return key;
}

void WordReader::prefetch(std::string_view word) const {
  if (word.size() <= sizeof(Key)) __builtin_prefetch(&slots_[place_of(key_of(word))]);
}

void WordReader::read(std::string_view text, std::span<Token> tokens) {
  constexpr std::size_t kAhead = 8;  // so many words are looked up while one comes from memory
  const auto word_of = [&](const Token& token) { return text.substr(token.bytes.start, token.bytes.length()); };
  for (std::size_t i = 0; i < std::min(kAhead, tokens.size()); ++i) prefetch(word_of(tokens[i]));
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i + kAhead < tokens.size()) prefetch(word_of(tokens[i + kAhead]));
    tokens[i].word = find(word_of(tokens[i]));
  }
}

WordTable::Forms WordReader::find(std::string_view word) {
  if (word.empty() || word.size() > sizeof(Key)) return table_.find(word);
  const Key key = key_of(word);
  std::size_t place = place_of(key);
  for (int probes = 0; slots_[place].key[0] != 0; place = after(place)) {
    if (is_equal(slots_[place].key, key)) return slots_[place].forms;
    if (++probes == kMostProbes) return table_.find(word);
  }
  if (used_ == kSlots / 4 * 3) {
    slots_.assign(kSlots, Slot{});
    used_ = 0;
    place = place_of(key);
  }
  slots_[place] = {key, table_.find(word)};
  ++used_;
  return slots_[place].forms;
}

}  // namespace quanhe
