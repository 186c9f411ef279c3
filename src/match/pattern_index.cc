#include "match/pattern_index.h"

#include <algorithm>
#include <bit>

namespace quanhe {

void PatternIndex::add(const FirstItems& first) { (first.sentence_start ? at_start_ : everywhere_).add(first, size_++); }

void PatternIndex::Lists::add(const FirstItems& first, std::uint32_t number) {
  if (first.anything) {
    anywhere_.push_back(number);
    return;
  }
  for (const std::uint32_t word : first.words) {
    if (word >= list_of_word_.size()) list_of_word_.resize(std::size_t{word} + 1, 0);
    if (list_of_word_[word] == 0) {
      by_word_.emplace_back();
      list_of_word_[word] = static_cast<std::uint32_t>(by_word_.size());
    }
    by_word_[list_of_word_[word] - 1].push_back(number);
  }
  for (std::uint32_t type = 0; type < kMaximumTypes; ++type) {
    if ((first.types >> type & 1) != 0) by_type_[type].push_back(number);
  }
  for (std::uint32_t kind = 0; kind < by_kind_.size(); ++kind) {
    if ((first.kinds >> kind & 1) != 0) by_kind_[kind].push_back(number);
  }
  kinds_ |= first.kinds;
  types_ |= first.types;
}

void PatternIndex::Lists::collect(const SentenceItems& items, std::uint32_t position,
                                  Found& found) const {
  const std::uint32_t word = items.token(position).word.folded;
  if (word < list_of_word_.size() && list_of_word_[word] != 0) found.add(&by_word_[list_of_word_[word] - 1]);
  if (types_ != 0) {
    for (const Mention* mention : items.starting_at(position)) {
      if ((types_ >> mention->type & 1) != 0) found.add(&by_type_[mention->type]);
    }
  }
  for (std::uint32_t kinds = kinds_ & kinds_that_may_begin_with(items.token(position)); kinds != 0; kinds &= kinds - 1) {
    const auto kind = static_cast<std::uint32_t>(std::countr_zero(kinds));
    if (match_kind(static_cast<PatternKind>(kind), items, position, Reading::kForward)) found.add(&by_kind_[kind]);
  }
  if (!anywhere_.empty()) found.add(&anywhere_);
}

std::span<const std::uint32_t> PatternIndex::find(const SentenceItems& items, std::uint32_t position,
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
