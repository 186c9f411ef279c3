#include "match/guards.h"

#include <bit>

#include "match/token_kinds.h"

namespace quanhe {

void Guards::add(const ItemSet& items, std::uint32_t number) {
  const std::uint64_t bit = std::uint64_t{1} << number;
  for (const std::uint32_t word : items.words) by_word_[word] |= bit;
  for (std::uint32_t type = 0; type < kMaximumTypes; ++type) {
    if ((items.types >> type & 1) != 0) by_type_[type] |= bit;
  }
  for (std::uint32_t kind = 0; kind < by_kind_.size(); ++kind) {
    if ((items.kinds >> kind & 1) != 0) by_kind_[kind] |= bit;
  }
}

std::uint64_t Guards::at(const SentenceItems& items, std::uint32_t position, Reading direction) const {
  const bool forward = direction == Reading::kForward;
  if (forward ? position == items.size() : position == 0) return 0;
  const Token& token = items.token(forward ? position : position - 1);
  const std::uint64_t* of_word = by_word_.find(token.word.folded);
  std::uint64_t bits = of_word == nullptr ? 0 : *of_word;
  for (const Mention* mention : forward ? items.starting_at(position) : items.ending_at(position)) {
    bits |= by_type_[mention->type];
  }
  for (std::uint32_t kinds = kinds_that_may_begin_with(token); kinds != 0; kinds &= kinds - 1) {
    bits |= by_kind_[static_cast<std::size_t>(std::countr_zero(kinds))];
  }
  return bits;
}

}  // namespace quanhe
