#include "match/pattern_search.h"

#include <algorithm>

namespace quanhe {

std::span<const std::uint32_t> PatternSearch::collect(const SentenceItems& items, std::uint32_t position) {
  numbers_.clear();
  std::size_t lists = 0;
  index_.each_list(items, position, [&](ItemLists::Numbers patterns) {
    if (items.number() != sentence_) look_at(items);
    ++lists;
    for (const std::uint32_t pattern : patterns) {
      if (has_needs(pattern, position)) numbers_.push_back(pattern);
    }
  });
  if (lists > 1 && numbers_.size() > 1) {
    std::sort(numbers_.begin(), numbers_.end());
    numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
  }
  return numbers_;
}

void PatternSearch::look_at(const SentenceItems& items) {
  sentence_ = items.number();
  const ItemBits& sets = index_.sets_;
  const std::size_t width = sets.width();
  const std::size_t end = items.size() * width;
  from_.assign(end + width, 0);
  for (std::uint32_t position = items.next_item(0); position < items.size(); position = items.next_item(position + 1)) {
    sets.add_to(from_.data() + position * width, items, position);
  }
  if (index_.has_needs_before_) {
    before_.assign(end + width, 0);
    for (std::size_t i = 0; i < end; ++i) before_[i + width] = before_[i] | from_[i];
  }
  for (std::size_t i = end; i-- > 0;) from_[i] |= from_[i + width];
}

bool PatternSearch::has_needs(std::uint32_t pattern, std::uint32_t position) const {
  const std::span<const PatternIndex::Need> needs = index_.needs(pattern);
  const std::size_t row = position * index_.sets_.width();
  return std::all_of(needs.begin(), needs.end(), [&](PatternIndex::Need need) {
    const std::vector<std::uint64_t>& rows = need.before ? before_ : from_;
    return (rows[row + need.set / 64] >> need.set % 64 & 1) != 0;
  });
}

}  // namespace quanhe
