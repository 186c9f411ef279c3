#pragma once

#include <cstdint>

namespace quanhe {

// What a place is known by from afar: its word's folded number, or one for this word and the next together. Vietnamese
// has words of several syllables, many of which begin with the same one: "Bộ" says little, "Bộ trưởng" nearly all.
using WordKey = std::uint32_t;

// The key of two known words, one after the other. Seldom that of some other two is the same: what asks by keys may
// take more for possible than there is, never less.
inline WordKey pair_key(std::uint32_t first, std::uint32_t second) {
  const std::uint64_t mixed = (std::uint64_t{first} << 32 | second) * 0x9E3779B97F4A7C15ULL;
  return 0x8000'0000U | static_cast<std::uint32_t>(mixed >> 34);  // no word's number, nor WordTable::kUnknown
}

inline bool is_pair(WordKey key) { return key >> 30 == 2; }

}  // namespace quanhe
