#include "match/pattern_index.h"

#include <algorithm>
#include <bit>

namespace quanhe {

void PatternIndex::add(const FirstItems& first) {
  (first.sentence_start ? at_start_ : everywhere_).add(first, size_++);
  always_ |= first.anything;
  for (const std::uint32_t word : first.words) {
    if (word / 64 >= first_words_.size()) first_words_.resize(word / 64 + 1);
    first_words_[word / 64] |= std::uint64_t{1} << word % 64;
  }
}

void PatternIndex::Lists::add(const FirstItems& first, std::uint32_t number) {
  if (first.anything) {
    anywhere_.push_back(number);
    return;
  }
  for (const std::uint32_t word : first.words) list_of(word).push_back(number);
  for (std::uint32_t type = 0; type < kMaximumTypes; ++type) {
    if ((first.types >> type & 1) != 0) by_type_[type].push_back(number);
  }
  for (std::uint32_t kind = 0; kind < by_kind_.size(); ++kind) {
    if ((first.kinds >> kind & 1) != 0) by_kind_[kind].push_back(number);
  }
  kinds_ |= first.kinds;
  types_ |= first.types;
}

// Where the word's slot is, or the free one that it would take.
std::size_t PatternIndex::Lists::place_of(std::uint32_t word) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t place = (word * 0x9E3779B1U >> 7) & mask;
  while (slots_[place].word != word && slots_[place].word != WordTable::kUnknown) place = (place + 1) & mask;
  return place;
}

PatternIndex::Numbers& PatternIndex::Lists::list_of(std::uint32_t word) {
  if (2 * (by_word_.size() + 1) > slots_.size()) grow();
  Slot& slot = slots_[place_of(word)];
  if (slot.word != word) {
    slot = {word, static_cast<std::uint32_t>(by_word_.size())};
    by_word_.emplace_back();
  }
  return by_word_[slot.list];
}

void PatternIndex::Lists::grow() {
  std::vector<Slot> old(std::max<std::size_t>(16, 2 * slots_.size()));
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.word != WordTable::kUnknown) slots_[place_of(slot.word)] = slot;
  }
}

void PatternIndex::Lists::collect(const SentenceItems& items, std::uint32_t position, Found& found) const {
  const std::uint32_t word = items.token(position).word.folded;
  if (word != WordTable::kUnknown && !slots_.empty()) {
    const Slot& slot = slots_[place_of(word)];
    if (slot.word == word) found.add(&by_word_[slot.list]);
  }
  if (types_ != 0) {
    for (const Mention* mention : items.starting_at(position)) {
      if ((types_ >> mention->type & 1) != 0) found.add(&by_type_[mention->type]);
    }
  }
  for (std::uint32_t kinds = kinds_ & kinds_that_may_begin_with(items.token(position)); kinds != 0;
       kinds &= kinds - 1) {
    const auto kind = static_cast<std::uint32_t>(std::countr_zero(kinds));
    if (match_kind(static_cast<PatternKind>(kind), items, position, Reading::kForward)) found.add(&by_kind_[kind]);
  }
  if (!anywhere_.empty()) found.add(&anywhere_);
}

std::span<const std::uint32_t> PatternIndex::collect(const SentenceItems& items, std::uint32_t position,
                                                     std::vector<std::uint32_t>& scratch) const {
  Found found;
  everywhere_.collect(items, position, found);
  if (position == 0) at_start_.collect(items, position, found);
  if (found.count == 0) return {};
  if (found.count == 1) return *found.lists[0];
  scratch.clear();
  for (std::size_t i = 0; i < found.count; ++i) {
    scratch.insert(scratch.end(), found.lists[i]->begin(), found.lists[i]->end());
  }
  std::sort(scratch.begin(), scratch.end());
  scratch.erase(std::unique(scratch.begin(), scratch.end()), scratch.end());
  return scratch;
}

}  // namespace quanhe
