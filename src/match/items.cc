#include "match/items.h"

#include <algorithm>
#include <tuple>

#include "match/serial_number.h"
#include "match/token_kinds.h"

namespace quanhe {

SentenceItems::SentenceItems(const std::vector<Token>& tokens, Span sentence,
                             std::span<const Mention* const> mentions, const RuleWords* rule_words)
    : number_(next_serial_number()),
      tokens_(tokens),
      offset_(sentence.start),
      size_(sentence.length()),
      words_(make_words(rule_words)),
      by_start_(mentions.begin(), mentions.end()),
      places_(size_ + 1) {
  index_mentions();
}

SentenceItems::SentenceItems(const SentenceItems& sentence, std::span<const Mention* const> mentions)
    : number_(next_serial_number()),
      tokens_(sentence.tokens_),
      offset_(sentence.offset_),
      size_(sentence.size_),
      words_(sentence.words_),
      by_start_(mentions.begin(), mentions.end()),
      places_(size_ + 1) {
  index_mentions();
}

std::shared_ptr<const SentenceItems::Words> SentenceItems::make_words(const RuleWords* rule_words) const {
  auto words = std::make_shared<Words>();
  words->number = number_;
  std::vector<Words::Place>& places = words->places;
  places.resize(size_ + 1);
  for (std::uint32_t position = 0; position < size_; ++position) {
    Words::Place& place = places[position];
    const std::uint32_t word = token(position).word.folded;
    const std::uint32_t next = position + 1 < size_ ? token(position + 1).word.folded : WordTable::kUnknown;
    if (word != WordTable::kUnknown && next != WordTable::kUnknown) place.pair = pair_key(word, next);
    if (rule_words == nullptr) {
      place.has_rule_word = word != WordTable::kUnknown;
      place.indexes = UINT64_MAX;
    }
    for (const WordKey key : {word, place.pair}) {
      const RuleWord* known = rule_words == nullptr ? nullptr : rule_words->find(key);
      if (known == nullptr) continue;
      place.has_rule_word = true;
      place.indexes |= known->everywhere | (position == 0 ? known->at_start : 0);
    }
    words->indexes |= place.indexes;
    place.kinds = static_cast<std::uint8_t>(kinds_that_may_begin_with(token(position)));
    places[position + 1].kinds_before = static_cast<std::uint8_t>(place.kinds_before | place.kinds);
  }
  for (std::uint32_t position = size_; position-- > 0;) {
    places[position].kinds_from = static_cast<std::uint8_t>(places[position + 1].kinds_from | places[position].kinds);
  }
  return words;
}

void SentenceItems::index_mentions() {
  index_starts();
  index_ends();
  index_items();
}

void SentenceItems::index_items() {
  places_[size_].next_item = size_;
  for (std::uint32_t position = size_; position-- > 0;) {
    Place& place = places_[position];
    const Words::Place& words = words_->places[position];
    const Place& next = places_[position + 1];
    const bool has_item = words.has_rule_word || words.kinds != 0 || place.types != 0;
    place.next_item = has_item ? position : next.next_item;
    place.types_from = next.types_from | place.types;
  }
  for (std::uint32_t position = 0; position < size_; ++position) {
    places_[position + 1].types_before = places_[position].types_before | places_[position].types;
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
