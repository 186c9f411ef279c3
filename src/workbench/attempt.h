#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "match/matcher.h"

namespace quanhe {

// An item of a pattern that could not be followed, and where. Positions are those of the sentence; read backward, an
// item was to end at its position.
struct StopPoint {
  const Instruction* instruction = nullptr;
  std::uint32_t first = 0;  // of the positions at which it was tried
  std::uint32_t last = 0;   // the same as `first` unless a gap came before it
};

// How far the pattern got in one direction from where it began.
struct HalfAttempt {
  const Program* program = nullptr;  // of Attempt::pattern; nullptr where it was not tried
  bool matched = false;
  std::uint32_t items = 0;           // that were taken on the best way
  std::vector<StopPoint> stops;      // that ended the best way; empty when it matched
};

// How far a pattern got from one position.
struct Attempt {
  const CompiledPattern* pattern = nullptr;
  std::uint32_t position = 0;
  std::optional<Span> trigger;  // of a pattern with one: none when it is not there as a whole
  HalfAttempt forward;          // with a trigger: what follows it; the trigger itself where it is not found
  HalfAttempt backward;         // what precedes it
  std::optional<Match> match;   // of the whole
};

// The attempt that got farthest among all patterns and all positions of the sentence, the earlier of equals: one that
// matched, else one that found its trigger, else one that took the most items. nullopt without a position.
std::optional<Attempt> best_attempt(std::span<const CompiledPattern* const> patterns, const SentenceItems& items);

}  // namespace quanhe
