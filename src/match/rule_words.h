#pragma once

#include <cstdint>

#include "match/word_map.h"

namespace quanhe {

// Bits of the indexes of which a pattern can begin with a word.
struct RuleWord {
  std::uint64_t everywhere = 0;
  std::uint64_t at_start = 0;  // of a sentence
};

// The words about which the rules of a pack ask.
using RuleWords = WordMap<RuleWord>;

}  // namespace quanhe
