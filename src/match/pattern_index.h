#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "match/item_lists.h"
#include "match/need_sets.h"
#include "match/program.h"
#include "match/rule_words.h"

namespace quanhe {

// Which patterns can begin where, and what each cannot do without, so that a sentence pays only for those that it might
// hold. Filled, then frozen; asked by PatternSearch.
class PatternIndex {
 public:
  // `needs` grows by those of the patterns.
  explicit PatternIndex(std::shared_ptr<NeedSets> needs = std::make_shared<NeedSets>()) : need_sets_(std::move(needs)) {}

  // Patterns are numbered in the order in which they are added.
  void add(const CompiledPattern& pattern);

  // Adds all words with which a pattern can begin, with the bit of the index's number among all that ask about them. To be
  // called when all patterns are added, before sentences are made that know these words.
  void note_words(std::uint32_t number, RuleWords& words);

  // The first position from `position` on, or the sentence's size, at which a pattern might match.
  std::uint32_t next_place(const SentenceItems& items, std::uint32_t position) const {
    if (position == 0 && !may_begin_within(items)) return items.size();
    if (!anything_[kEverywhere].empty()) return position;
    while (position < items.size() && !may_begin(items, position)) position = items.next_item(position + 1);
    return position;
  }

 private:
  friend class PatternSearch;

  // Where the ways are open on which a pattern begins with something.
  enum Where : std::uint8_t { kEverywhere, kAtStart };

  void add_first(const FirstItems& first, Where where, std::uint32_t number);
  void add_needs(const std::vector<ItemSet>& sets, NeedSets::Side side);

  // False for most tokens of a text, at the cost of a bit: no pattern begins here.
  bool may_begin(const SentenceItems& items, std::uint32_t position) const {
    const TypeMask types = items.types_at(position);
    const std::uint32_t kinds = items.kinds_at(position);
    return (items.indexes_at(position) & bits_) != 0 || may_begin_with(kEverywhere, types, kinds) ||
           (position == 0 && may_begin_with(kAtStart, types, kinds));
  }

  // The same of a whole sentence.
  bool may_begin_within(const SentenceItems& items) const {
    const TypeMask types = items.types_from(0);
    const std::uint32_t kinds = items.kinds_from(0);
    return (items.indexes() & bits_) != 0 || may_begin_with(kEverywhere, types, kinds) ||
           may_begin_with(kAtStart, types, kinds);
  }

  // With a mention of the types, tokens of the kinds, or whatever stands there.
  bool may_begin_with(Where where, TypeMask types, std::uint32_t kinds) const {
    return first_[where].has_of(types, kinds) || !anything_[where].empty();
  }

  // Calls `take` with each list of patterns that can begin at the position; a pattern may stand in several.
  template <typename Take>
  void each_list(const SentenceItems& items, std::uint32_t position, const Take& take) const {
    for (const Where where : {kEverywhere, kAtStart}) {
      if (where == kAtStart && position != 0) break;
      const ItemLists& lists = first_[where];
      lists.each_of_word_and_types(items, position, take);
      for (std::uint32_t kinds = lists.kinds() & items.kinds_at(position); kinds != 0; kinds &= kinds - 1) {
        const auto kind = static_cast<std::uint32_t>(std::countr_zero(kinds));
        if (match_kind(static_cast<PatternKind>(kind), items, position, Reading::kForward)) take(lists.of_kind(kind));
      }
      if (!anything_[where].empty()) take(ItemLists::Numbers(anything_[where]));
    }
  }

  std::span<const NeedSets::Need> needs(std::uint32_t pattern) const {
    return std::span(needs_).subspan(need_begins_[pattern], need_begins_[pattern + 1] - need_begins_[pattern]);
  }

  std::array<ItemLists, 2> first_;                  // patterns by what they begin with, by where
  std::uint64_t bits_ = UINT64_MAX;                 // of SentenceItems::indexes_at(), of which one is this index's
  std::array<std::vector<std::uint32_t>, 2> anything_;

  std::shared_ptr<NeedSets> need_sets_;
  std::vector<NeedSets::Need> needs_;
  std::vector<std::uint32_t> need_begins_ = {0};    // by pattern, and the end
};

}  // namespace quanhe
