#pragma once

#include <cstdint>

#include "match/word_map.h"

namespace quanhe {

// The words about which the rules of a pack ask, each with the bits of the indexes of which a pattern can begin with it.
using RuleWords = WordMap<std::uint64_t>;

}  // namespace quanhe
