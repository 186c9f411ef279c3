#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "match/program.h"

namespace quanhe {

// Finds the patterns that can begin at a token, so that a sentence pays only for these.
class PatternIndex {
 public:
  // Patterns are numbered in the order in which they are added.
  void add(const FirstItems& first);

  // Numbers of the patterns that can begin at `position`, ascending and unique. The span lives until `scratch` or
  // the index changes. Cost: that of the answer, for most words a look-up.
  std::span<const std::uint32_t> find(const SentenceItems& items, std::uint32_t position,
                                      std::vector<std::uint32_t>& scratch) const {
    if (!may_begin(items, position)) return {};
    return collect(items, position, scratch);
  }

 private:
  using Numbers = std::vector<std::uint32_t>;

  // The lists that can apply at a position: a word, each type, each kind, and those that apply everywhere, twice.
  struct Found {
    std::array<const Numbers*, 2 * (kMaximumTypes + 10)> lists;
    std::size_t count = 0;

    void add(const Numbers* numbers) { lists[count++] = numbers; }
  };

  // The patterns by what they begin with. One such index for those that can begin at any token, one for those
  // that begin at a sentence's start only.
  class Lists {
   public:
    void add(const FirstItems& first, std::uint32_t number);
    void collect(const SentenceItems& items, std::uint32_t position, Found& found) const;

   private:
    // A word and the number of its list, found by open addressing. Small whatever the number of words that a lexicon
    // knows: most words begin no pattern, and most questions end at one empty slot.
    struct Slot {
      std::uint32_t word = WordTable::kUnknown;
      std::uint32_t list = 0;
    };

    Numbers& list_of(std::uint32_t word);
    std::size_t place_of(std::uint32_t word) const;
    void grow();

    std::vector<Slot> slots_;  // a power of two, at most half full
    std::vector<Numbers> by_word_;
    std::array<Numbers, kMaximumTypes> by_type_;
    std::array<Numbers, 8> by_kind_;
    TypeMask types_ = 0;       // of the mentions that any pattern begins with
    std::uint32_t kinds_ = 0;  // bits of those that any pattern begins with
    Numbers anywhere_;
  };

  // False for most tokens of a text, at the cost of a bit: no pattern begins here.
  bool may_begin(const SentenceItems& items, std::uint32_t position) const {
    const Token& token = items.token(position);
    const std::uint32_t word = token.word.folded;
    const bool known = word / 64 < first_words_.size() && (first_words_[word / 64] >> word % 64 & 1) != 0;
    return known || always_ || position == 0 || !items.starting_at(position).empty() ||
           token.kind == TokenKind::kNumber || token.upper_initial || token.all_upper;
  }

  std::span<const std::uint32_t> collect(const SentenceItems& items, std::uint32_t position,
                                         std::vector<std::uint32_t>& scratch) const;

  Lists everywhere_;
  Lists at_start_;
  std::vector<std::uint64_t> first_words_;  // a bit a word: some pattern begins with it
  bool always_ = false;                     // some pattern can begin anywhere
  std::uint32_t size_ = 0;
};

}  // namespace quanhe
