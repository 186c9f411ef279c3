#include "match/pattern_index.h"

#include <algorithm>

namespace quanhe {
namespace {

void append(std::vector<std::uint32_t>& numbers, const std::vector<std::uint32_t>& more) {
  numbers.insert(numbers.end(), more.begin(), more.end());
}

}  // namespace

void PatternIndex::add(const FirstItems& first) {
  const auto number = static_cast<std::uint32_t>(sentence_start_.size());
  sentence_start_.push_back(first.sentence_start);
  if (first.anything) {
    anywhere_.push_back(number);
    return;
  }
  for (const std::uint32_t word : first.words) by_word_[word].push_back(number);
  for (std::uint32_t type = 0; type < kMaximumTypes; ++type) {
    if ((first.types >> type & 1) != 0) by_type_[type].push_back(number);
  }
  for (std::uint32_t kind = 0; kind < by_kind_.size(); ++kind) {
    if ((first.kinds >> kind & 1) != 0) by_kind_[kind].push_back(number);
  }
}

void PatternIndex::find(const SentenceItems& items, std::uint32_t position,
                        std::vector<std::uint32_t>& numbers) const {
  numbers = anywhere_;
  if (const auto found = by_word_.find(items.token(position).word.folded); found != by_word_.end()) {
    append(numbers, found->second);
  }
  for (const Mention* mention : items.starting_at(position)) append(numbers, by_type_[mention->type]);
  for (std::uint32_t kind = 0; kind < by_kind_.size(); ++kind) {
    if (by_kind_[kind].empty()) continue;
    if (match_kind(static_cast<PatternKind>(kind), items, position, Reading::kForward)) {
      append(numbers, by_kind_[kind]);
    }
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::erase_if(numbers, [&](std::uint32_t number) { return position != 0 && sentence_start_[number]; });
}

}  // namespace quanhe
