#include "match/pattern_search.h"

#include <algorithm>

namespace quanhe {

std::span<const std::uint32_t> PatternSearch::collect(const PatternIndex& index, const SentenceItems& items,
                                                      std::uint32_t position) {
  numbers_.clear();
  std::size_t lists = 0;
  const NeedSets& needs = *index.need_sets_;
  const std::uint16_t* places = nullptr;
  index.each_list(items, position, [&](ItemLists::Numbers patterns) {
    if (lists++ == 0) places = places_.of(needs, items);
    for (const std::uint32_t pattern : patterns) {
      bool is_met = true;
      for (const NeedSets::Need need : index.needs(pattern)) {
        is_met = needs.is_met(need, places, items, position);
        if (!is_met) break;
      }
      if (is_met) numbers_.push_back(pattern);
    }
  });
  if (lists > 1 && numbers_.size() > 1) {
    std::sort(numbers_.begin(), numbers_.end());
    numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
  }
  return numbers_;
}

}  // namespace quanhe
