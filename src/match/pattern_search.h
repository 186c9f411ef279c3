#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "match/need_sets.h"
#include "match/pattern_index.h"

namespace quanhe {

// Asks indexes about sentences. Keeps working memory between calls: one search a thread.
class PatternSearch {
 public:
  // Numbers of the index's patterns that might match at `position` (their trigger, if they have one), ascending and unique;
  // the others do not. The span lives until the next call. Cost: that of the answer, for most words a look-up; where an
  // answer is not empty, once a sentence that of looking at its words.
  std::span<const std::uint32_t> find(const PatternIndex& index, const SentenceItems& items, std::uint32_t position) {
    if (!index.may_begin(items, position)) return {};
    return collect(index, items, position);
  }

 private:
  std::span<const std::uint32_t> collect(const PatternIndex& index, const SentenceItems& items, std::uint32_t position);

  std::vector<std::uint32_t> numbers_;
  NeedPlaces places_;
};

}  // namespace quanhe
