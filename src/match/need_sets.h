#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "match/item_bits.h"
#include "match/item_set.h"
#include "match/rule_words.h"

namespace quanhe {

// What the patterns of a pack cannot do without: numbered sets of items, of which one stands at or after the place where a
// pattern is tried, or begins before it. Grows while patterns are indexed; then any number of threads may read it.
class NeedSets {
 public:
  static constexpr std::size_t kMost = 16'384;

  enum class Side : std::uint8_t { kFrom, kBefore };

  struct Need {
    std::uint16_t number = 0;
    Side side = Side::kFrom;
    bool has_words_only = true;
  };

  // New, or the one of the same set and side; nothing when there is no room for it.
  std::optional<Need> add(const ItemSet& items, Side side);

  // Forgets what sets hold, so that one that comes again is a need of its own; to be called when all patterns are indexed.
  void freeze() { numbers_.clear(); }

  std::size_t count() const { return sets_.size(); }

  // Changes with each new need, and is that of no other sets.
  std::uint64_t version() const { return version_; }

  // Adds all words of the sets.
  void note_words(RuleWords& words) const {
    by_word_.each_word([&](std::uint32_t word) { words[word]; });
  }

  // Notes by need where the sentence's words meet it: of those of a set, from which place on none stands, or where the first
  // one does. `places` has count() elements; `met` is working memory. Cost: that of the needs which the words meet.
  void place_words(const SentenceItems& items, std::span<std::uint16_t> places, std::vector<std::uint64_t>& met) const;

  // Whether an item of the set stands on that side of the position, in a sentence whose words are noted in `places`.
  bool is_met(Need need, const std::uint16_t* places, const SentenceItems& items, std::uint32_t position) const {
    const std::uint16_t place = places[need.number];
    const bool is_from = need.side == Side::kFrom;
    if (is_from ? place > position : place < position) return true;
    if (need.has_words_only) return false;
    const Set& set = sets_[need.number];
    if (is_from) return (set.types & items.types_from(position)) != 0 || (set.kinds & items.kinds_from(position)) != 0;
    return (set.types & items.types_before(position)) != 0 || (set.kinds & items.kinds_before(position)) != 0;
  }

 private:
  static constexpr std::uint16_t kNowhere = 0;            // of a need on the side kFrom
  static constexpr std::uint16_t kNowhereBefore = UINT16_MAX;

  // What a set has besides words.
  struct Set {
    TypeMask types = 0;
    std::uint8_t kinds = 0;
  };

  std::vector<Set> sets_;                    // by number
  std::vector<std::uint16_t> nowhere_;       // by number: what `places` says of a sentence without words
  std::vector<std::uint64_t> before_;        // bits of the needs on the side kBefore
  ItemBits by_word_;
  std::map<std::pair<ItemSet, Side>, std::uint16_t> numbers_;
  std::uint64_t version_ = 0;
};

// What place_words() notes, remembered for the sentences that were last asked about: the rules of one step after another ask
// for the same words. One a thread, of at most 2 MiB.
class NeedPlaces {
 public:
  // By need. Lives until the next call.
  const std::uint16_t* of(const NeedSets& needs, const SentenceItems& items) {
    if (version_ != needs.version()) begin(needs);
    const std::size_t slot = items.words_number() % sentences_.size();
    const std::span<std::uint16_t> places = std::span(places_).subspan(slot * needs.count(), needs.count());
    if (sentences_[slot] != items.words_number()) {
      needs.place_words(items, places, met_);
      sentences_[slot] = items.words_number();
    }
    return places.data();
  }

 private:
  void begin(const NeedSets& needs);

  std::uint64_t version_ = UINT64_MAX;
  std::vector<std::uint64_t> sentences_;  // by slot: the number of its words
  std::vector<std::uint16_t> places_;     // by slot and need
  std::vector<std::uint64_t> met_;
};

}  // namespace quanhe
