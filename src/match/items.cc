#include "match/items.h"

#include <algorithm>
#include <tuple>

#include "match/serial_number.h"
#include "match/token_kinds.h"

namespace quanhe {

SentenceItems::SentenceItems(const std::vector<Token>& tokens, Span sentence,
                             std::span<const Mention* const> mentions, const WordFilter* rule_words)
    : number_(next_serial_number()),
      tokens_(tokens),
      offset_(sentence.start),
      size_(sentence.length()),
      by_start_(mentions.begin(), mentions.end()),
      places_(size_ + 1) {
  for (std::uint32_t position = 0; position < size_; ++position) {
    places_[position].kinds = static_cast<std::uint8_t>(kinds_that_may_begin_with(token(position)));
  }
  index_pairs();
  index_starts();
  index_ends();
  index_items(rule_words);
}

void SentenceItems::index_pairs() {
  for (std::uint32_t position = 0; position + 1 < size_; ++position) {
    const std::uint32_t first = token(position).word.folded;
    const std::uint32_t second = token(position + 1).word.folded;
    if (first != WordTable::kUnknown && second != WordTable::kUnknown) places_[position].pair = pair_key(first, second);
  }
}

void SentenceItems::index_items(const WordFilter* rule_words) {
  places_[size_].next_item = size_;
  for (std::uint32_t position = size_; position-- > 0;) {
    Place& place = places_[position];
    const std::uint32_t word = token(position).word.folded;
    const bool is_known = word != WordTable::kUnknown;
    const bool has_word =
        rule_words == nullptr ? is_known : rule_words->may_have(word) || rule_words->may_have(place.pair);
    const bool has_item = has_word || place.types != 0 || place.kinds != 0;
    place.next_item = has_item ? position : places_[position + 1].next_item;
  }
}

void SentenceItems::index_starts() {
  std::sort(by_start_.begin(), by_start_.end(), [](const Mention* a, const Mention* b) {
    return std::tuple(a->tokens.start, ~a->tokens.end, a->type) < std::tuple(b->tokens.start, ~b->tokens.end, b->type);
  });
  for (std::uint32_t i = 0; i < by_start_.size(); ++i) {
    const Span range = position_range(*by_start_[i]);
    Range& start = places_[range.start].starts;
    if (start.end == 0) start = {i, i};
    // Sorted longest first: what is shorter than the first at this start is hidden.
    if (by_start_[start.begin]->tokens == by_start_[i]->tokens) {
      start.end = i + 1;
      places_[range.start].types |= TypeMask{1} << by_start_[i]->type;
    }
    for (std::uint32_t position = range.start + 1; position < range.end; ++position) places_[position].inside = true;
  }
}

void SentenceItems::index_ends() {
  by_end_.reserve(by_start_.size());
  for (const Mention* mention : by_start_) {
    const Mention* longest = by_start_[places_[position_range(*mention).start].starts.begin];
    if (mention->tokens == longest->tokens) by_end_.push_back(mention);
  }
  std::sort(by_end_.begin(), by_end_.end(), [](const Mention* a, const Mention* b) {
    return std::tuple(a->tokens.end, a->tokens.start, a->type) < std::tuple(b->tokens.end, b->tokens.start, b->type);
  });
  for (std::uint32_t i = 0; i < by_end_.size(); ++i) {
    Range& end = places_[position_range(*by_end_[i]).end].ends;
    if (end.end == 0) end.begin = i;
    end.end = i + 1;
  }
}

}  // namespace quanhe
