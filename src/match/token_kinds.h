#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "match/items.h"
#include "match/word_class.h"

namespace quanhe {

// What a token, or a run of tokens, looks like.
enum class PatternKind : std::uint8_t {
  kName,    // a run of up to kLongestName words with a capital, over glued hyphens; no known mention within
  kUpper,   // one word with a capital
  kNumber,  // one number
  kYear,    // a number from 1000 to 2999
  kCode,    // capitals, then glued hyphens and numbers: ASEM-13, G20; no known mention begins with it
};

inline constexpr std::uint32_t kLongestName = 8;

std::optional<PatternKind> parse_pattern_kind(std::string_view name);
std::string_view to_string(PatternKind kind);

// Bits of the kinds that a run beginning with the token could be of; a cheap question before match_kind().
std::uint32_t kinds_that_may_begin_with(const Token& token);

// The other end of the run that begins (ends) at `position`; nullopt when there is none. A run is taken whole.
std::optional<std::uint32_t> match_kind(PatternKind kind, const SentenceItems& items, std::uint32_t position,
                                        Reading direction);

}  // namespace quanhe
