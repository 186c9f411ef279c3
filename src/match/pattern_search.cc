#include "match/pattern_search.h"

#include <algorithm>
#include <bit>

namespace quanhe {

std::span<const std::uint32_t> PatternSearch::collect(const SentenceItems& items, std::uint32_t position) {
  ItemLists::Found found;
  index_.collect(items, position, found);
  if (found.count == 0) return {};
  if (items.number() != sentence_) look_at(items);
  numbers_.clear();
  for (std::size_t i = 0; i < found.count; ++i) {
    for (const std::uint32_t pattern : *found.lists[i]) {
      if (has_needs(pattern, position)) numbers_.push_back(pattern);
    }
  }
  if (found.count > 1) {
    std::sort(numbers_.begin(), numbers_.end());
    numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
  }
  return numbers_;
}

void PatternSearch::look_at(const SentenceItems& items) {
  sentence_ = items.number();
  seen_.resize(index_.need_numbers_.size());
  const ItemLists& sets = index_.sets_;
  for (std::uint32_t position = 0; position < items.size(); ++position) {
    if (!sets.may_have_any(items, position)) continue;
    ItemLists::Found found;
    sets.collect_words_and_types(items, position, found);
    for (std::uint32_t kinds = sets.kinds() & items.kinds_at(position); kinds != 0;
         kinds &= kinds - 1) {
      found.add(sets.of_kind(static_cast<std::uint32_t>(std::countr_zero(kinds))));
    }
    for (std::size_t i = 0; i < found.count; ++i) {
      for (const std::uint32_t set : *found.lists[i]) {
        Seen& seen = seen_[set];
        if (seen.sentence != sentence_) seen = {sentence_, position, position};
        seen.last = position;
      }
    }
  }
}

bool PatternSearch::has_needs(std::uint32_t pattern, std::uint32_t position) const {
  const std::span<const PatternIndex::Need> needs = index_.needs(pattern);
  return std::all_of(needs.begin(), needs.end(), [&](PatternIndex::Need need) {
    const Seen& seen = seen_[need.set];
    return seen.sentence == sentence_ && (need.before ? seen.first < position : seen.last >= position);
  });
}

}  // namespace quanhe
