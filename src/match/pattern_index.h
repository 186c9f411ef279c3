#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "match/program.h"

namespace quanhe {

// Finds the patterns that can begin at a token, so that a sentence pays only for these.
class PatternIndex {
 public:
  // Patterns are numbered in the order in which they are added.
  void add(const FirstItems& first);

  // Numbers of the patterns that can begin at `position`, ascending and unique, put into `numbers`.
  void find(const SentenceItems& items, std::uint32_t position, std::vector<std::uint32_t>& numbers) const;

 private:
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_word_;
  std::vector<std::vector<std::uint32_t>> by_type_ = std::vector<std::vector<std::uint32_t>>(kMaximumTypes);
  std::vector<std::vector<std::uint32_t>> by_kind_ = std::vector<std::vector<std::uint32_t>>(8);
  std::vector<std::uint32_t> anywhere_;
  std::vector<bool> sentence_start_;  // by pattern
};

}  // namespace quanhe
