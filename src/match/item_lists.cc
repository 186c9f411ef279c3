#include "match/item_lists.h"

#include <bit>

namespace quanhe {

void ItemLists::add(const ItemSet& items, std::uint32_t number) {
  for (const std::uint32_t word : items.words) {
    by_word_[word].push_back(number);
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

void ItemLists::collect_words_and_types(const SentenceItems& items, std::uint32_t position, Found& found) const {
  const std::uint32_t word = items.token(position).word.folded;
  if (has_word(word)) found.add(*by_word_.find(word));
  for (TypeMask types = types_ & items.types_at(position); types != 0; types &= types - 1) {
    found.add(by_type_[static_cast<std::size_t>(std::countr_zero(types))]);
  }
}

}  // namespace quanhe
