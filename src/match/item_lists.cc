#include "match/item_lists.h"

#include <algorithm>

namespace quanhe {

void ItemLists::add(const ItemSet& items, std::uint32_t number) {
  for (const std::uint32_t word : items.words) {
    list_of(word).push_back(number);
    if (word / 64 >= words_.size()) words_.resize(word / 64 + 1);
    words_[word / 64] |= std::uint64_t{1} << word % 64;
  }
  for (std::uint32_t type = 0; type < kMaximumTypes; ++type) {
    if ((items.types >> type & 1) != 0) by_type_[type].push_back(number);
  }
  for (std::uint32_t kind = 0; kind < by_kind_.size(); ++kind) {
    if ((items.kinds >> kind & 1) != 0) by_kind_[kind].push_back(number);
  }
  types_ |= items.types;
  kinds_ |= items.kinds;
}

// Where the word's slot is, or the free one that it would take.
std::size_t ItemLists::place_of(std::uint32_t word) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t place = (word * 0x9E3779B1U >> 7) & mask;
  while (slots_[place].word != word && slots_[place].word != WordTable::kUnknown) place = (place + 1) & mask;
  return place;
}

ItemLists::Numbers& ItemLists::list_of(std::uint32_t word) {
  if (2 * (by_word_.size() + 1) > slots_.size()) grow();
  Slot& slot = slots_[place_of(word)];
  if (slot.word != word) {
    slot = {word, static_cast<std::uint32_t>(by_word_.size())};
    by_word_.emplace_back();
  }
  return by_word_[slot.list];
}

void ItemLists::grow() {
  std::vector<Slot> old(std::max<std::size_t>(16, 2 * slots_.size()));
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.word != WordTable::kUnknown) slots_[place_of(slot.word)] = slot;
  }
}

void ItemLists::collect_words_and_types(const SentenceItems& items, std::uint32_t position, Found& found) const {
  const std::uint32_t word = items.token(position).word.folded;
  if (word != WordTable::kUnknown && !slots_.empty()) {
    const Slot& slot = slots_[place_of(word)];
    if (slot.word == word) found.add(by_word_[slot.list]);
  }
  if (types_ == 0) return;
  for (const Mention* mention : items.starting_at(position)) {
    if ((types_ >> mention->type & 1) != 0) found.add(by_type_[mention->type]);
  }
}

}  // namespace quanhe
