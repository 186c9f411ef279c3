#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "match/pattern_index.h"

namespace quanhe {

// Asks an index, which outlives it, sentence by sentence. Keeps working memory between sentences: one search a thread.
class PatternSearch {
 public:
  explicit PatternSearch(const PatternIndex& index) : index_(index) {}

  // The first position from `position` on, or the sentence's size, at which a pattern might match: find() gives nothing for
  // those before it.
  std::uint32_t next(const SentenceItems& items, std::uint32_t position) const {
    return index_.may_begin_anywhere(position) ? position : items.next_item(position);
  }

  // Numbers of the patterns that might match at `position` (their trigger, if they have one), ascending and unique; the
  // others do not. The span lives until the next call. Cost: that of the answer, for most words a look-up; where an
  // answer is not empty, once a sentence that of looking at its tokens.
  std::span<const std::uint32_t> find(const SentenceItems& items, std::uint32_t position) {
    if (!index_.may_begin(items, position)) return {};
    return collect(items, position);
  }

 private:
  std::span<const std::uint32_t> collect(const SentenceItems& items, std::uint32_t position);
  void look_at(const SentenceItems& items);
  bool has_needs(std::uint32_t pattern, std::uint32_t position) const;

  const PatternIndex& index_;
  std::vector<std::uint32_t> numbers_;
  std::uint64_t sentence_ = 0;  // that was looked at
  // By position, a row of the bits of the sets that have an item there or later, and before.
  std::vector<std::uint64_t> from_;
  std::vector<std::uint64_t> before_;
};

}  // namespace quanhe
