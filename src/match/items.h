#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/span.h"
#include "match/rule_words.h"
#include "match/word_key.h"
#include "text/token.h"

namespace quanhe {

// A set of node types as bits; a pack has at most kMaximumTypes.
using TypeMask = std::uint64_t;
inline constexpr std::uint32_t kMaximumTypes = 64;

// A stretch of tokens that is known to name something of a type.
struct Mention {
  Span tokens;              // indices of the document's tokens, never empty
  std::uint32_t type = 0;   // bit number within a TypeMask
  bool plural = false;      // stands for several nodes: "hai bên"
  std::uint32_t id = 0;     // the caller's own number
};

// One sentence as a pattern sees it: tokens, and on them mentions. Positions are boundaries between tokens,
// counted from 0 at the sentence's start. Refers to the tokens and mentions that it was made of.
class SentenceItems {
 public:
  // `mentions` lie within the sentence; those of one type do not overlap, and none crosses another. Where there are
  // `rule_words`, no rule asks about other words; they are not needed later.
  SentenceItems(const std::vector<Token>& tokens, Span sentence, std::span<const Mention* const> mentions,
                const RuleWords* rule_words = nullptr);

  // The same sentence with other mentions. Cheaper than to make it anew.
  SentenceItems(const SentenceItems& sentence, std::span<const Mention* const> mentions);

  // No other items have the same number, so that what was learnt of them can be told from what was learnt of others.
  std::uint64_t number() const { return number_; }

  // The same for all items that were made of one sentence, whatever their mentions are.
  std::uint64_t words_number() const { return words_->number; }

  std::uint32_t size() const { return size_; }
  const Token& token(std::uint32_t position) const { return tokens_[offset_ + position]; }
  std::uint32_t offset() const { return offset_; }

  // No mention has begun before `position` and ends after it: here a match may begin, and a gap begin or end.
  bool is_edge(std::uint32_t position) const { return !places_[position].inside; }

  // The first position from `position` on with more than a word or sign that no rule asks for, else size().
  std::uint32_t next_item(std::uint32_t position) const { return places_[position].next_item; }

  // Bits of the indexes of which a pattern can begin with the word there, or with it and the next; all bits where there are no
  // rule words. Of one position, and of all.
  std::uint64_t indexes_at(std::uint32_t position) const { return words_->places[position].indexes; }
  std::uint64_t indexes() const { return words_->indexes; }

  // The key of the token there and the next one; kUnknown where one of them is.
  WordKey pair_at(std::uint32_t position) const { return words_->places[position].pair; }

  // Bits of the types of starting_at(), and of the kinds that a run which begins with the token there could be of.
  TypeMask types_at(std::uint32_t position) const { return places_[position].types; }
  std::uint32_t kinds_at(std::uint32_t position) const { return words_->places[position].kinds; }

  // Of all positions from this one on, and of all before it.
  TypeMask types_from(std::uint32_t position) const { return places_[position].types_from; }
  TypeMask types_before(std::uint32_t position) const { return places_[position].types_before; }
  std::uint32_t kinds_from(std::uint32_t position) const { return words_->places[position].kinds_from; }
  std::uint32_t kinds_before(std::uint32_t position) const { return words_->places[position].kinds_before; }

  // The longest mentions that begin at the position, all of the same tokens. Empty when there is none.
  std::span<const Mention* const> starting_at(std::uint32_t position) const {
    const Range range = places_[position].starts;
    return {by_start_.data() + range.begin, range.end - range.begin};
  }
  // The mentions that end at the position, longest first, without those that a longer mention hides at their
  // own start: what starting_at() would give for some position, read from the other end.
  std::span<const Mention* const> ending_at(std::uint32_t position) const {
    const Range range = places_[position].ends;
    return {by_end_.data() + range.begin, range.end - range.begin};
  }

  Span position_range(const Mention& mention) const {
    return {mention.tokens.start - offset_, mention.tokens.end - offset_};
  }

 private:
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  // What a sentence has whatever its mentions are.
  struct Words {
    struct Place {
      std::uint64_t indexes = 0;
      WordKey pair = WordTable::kUnknown;
      std::uint8_t kinds = 0;
      std::uint8_t kinds_from = 0;
      std::uint8_t kinds_before = 0;
      bool has_rule_word = false;
    };

    std::uint64_t number = 0;
    std::uint64_t indexes = 0;
    std::vector<Place> places;  // by position
  };

  struct Place {
    TypeMask types = 0;
    Range starts;  // in by_start_
    Range ends;    // in by_end_
    TypeMask types_from = 0;
    TypeMask types_before = 0;
    std::uint32_t next_item = 0;
    bool inside = false;  // of a mention
  };

  std::shared_ptr<const Words> make_words(const RuleWords* rule_words) const;
  void index_mentions();
  void index_starts();
  void index_ends();
  void index_items();

  std::uint64_t number_;
  const std::vector<Token>& tokens_;
  std::uint32_t offset_;
  std::uint32_t size_;
  std::shared_ptr<const Words> words_;
  std::vector<const Mention*> by_start_;  // by start, then longest first
  std::vector<const Mention*> by_end_;    // by end, then longest first, hidden ones left out
  std::vector<Place> places_;             // by position
};

}  // namespace quanhe
