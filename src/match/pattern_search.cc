#include "match/pattern_search.h"

#include <algorithm>
#include <bit>

#include "base/check.h"

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
  QUANHE_CHECK(items.size() <= UINT16_MAX);
  seen_.resize(index_.need_numbers_.size());
  if (++looks_ == 0) {  // the counter went round: old sets would look new
    std::fill(seen_.begin(), seen_.end(), Seen());
    looks_ = 1;
  }
  const ItemLists& sets = index_.sets_;
  for (std::uint32_t position = items.next_item(0); position < items.size(); position = items.next_item(position + 1)) {
    const auto place = static_cast<std::uint16_t>(position);
    const auto note = [&](ItemLists::Numbers numbers) {
      for (const std::uint32_t set : numbers) {
        Seen& seen = seen_[set];
        seen = {looks_, seen.look == looks_ ? seen.first : place, place};
      }
    };
    sets.each_of_word_and_types(items, position, note);
    for (std::uint32_t kinds = sets.kinds() & items.kinds_at(position); kinds != 0; kinds &= kinds - 1) {
      note(sets.of_kind(static_cast<std::uint32_t>(std::countr_zero(kinds))));
    }
  }
}

bool PatternSearch::has_needs(std::uint32_t pattern, std::uint32_t position) const {
  const std::span<const PatternIndex::Need> needs = index_.needs(pattern);
  return std::all_of(needs.begin(), needs.end(), [&](PatternIndex::Need need) {
    const Seen& seen = seen_[need.set];
    return seen.look == looks_ && (need.before ? seen.first < position : seen.last >= position);
  });
}

}  // namespace quanhe
