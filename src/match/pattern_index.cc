#include "match/pattern_index.h"

#include <algorithm>

namespace quanhe {

void PatternIndex::add(const CompiledPattern& pattern) {
  const auto number = static_cast<std::uint32_t>(need_begins_.size() - 1);
  add_first(pattern.first, kEverywhere, number);
  add_first(pattern.first_at_start, kAtStart, number);
  add_needs(pattern.needs.from, NeedSets::Side::kFrom);
  add_needs(pattern.needs.before, NeedSets::Side::kBefore);
  need_begins_.push_back(static_cast<std::uint32_t>(needs_.size()));
}

void PatternIndex::add_first(const FirstItems& first, Where where, std::uint32_t number) {
  if (first.anything) {
    anything_[where].push_back(number);
  } else {
    first_[where].add(first, number);
  }
}

void PatternIndex::add_needs(const std::vector<ItemSet>& sets, NeedSets::Side side) {
  for (const ItemSet& set : sets) {
    if (const auto need = need_sets_->add(set, side)) needs_.push_back(*need);
  }
}

void PatternIndex::note_words(std::uint32_t number, RuleWords& words) {
  constexpr std::uint32_t kLastBit = 63;  // which all further indexes share
  bits_ = std::uint64_t{1} << std::min(number, kLastBit);
  first_[kEverywhere].each_word([&](std::uint32_t word) { words[word].everywhere |= bits_; });
  first_[kAtStart].each_word([&](std::uint32_t word) { words[word].at_start |= bits_; });
}

}  // namespace quanhe
