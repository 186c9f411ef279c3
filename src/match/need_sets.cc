// Problem: of a thousand patterns a sentence holds few, and what most lack is a word that stands nowhere in it. To ask for
// each word of each pattern would cost more than to try the pattern.
//
// Idea: the sentence's words say which needs they meet, the last word of a set for those who ask what comes, the first for
// those who ask what came. Words are the same for all rules that ask, so that this is noted once a sentence; mentions come
// with each step, and their types are a mask that the sentence has by position.

#include "match/need_sets.h"

#include <algorithm>
#include <bit>

#include "match/serial_number.h"

namespace quanhe {

std::optional<NeedSets::Need> NeedSets::add(const ItemSet& items, Side side) {
  const bool has_words_only = items.types == 0 && items.kinds == 0;
  if (const auto known = numbers_.find({items, side}); known != numbers_.end()) {
    return Need{known->second, side, has_words_only};
  }
  if (sets_.size() == kMost) return std::nullopt;
  const auto number = static_cast<std::uint16_t>(sets_.size());
  numbers_.emplace(std::pair(items, side), number);
  sets_.push_back({items.types, items.kinds});
  nowhere_.push_back(side == Side::kFrom ? kNowhere : kNowhereBefore);
  by_word_.add({items.words, 0, 0});
  before_.resize(by_word_.width());
  if (side == Side::kBefore) before_.back() |= std::uint64_t{1} << number % 64;
  version_ = next_serial_number();
  return Need{number, side, has_words_only};
}

void NeedSets::place_words(const SentenceItems& items, std::span<std::uint16_t> places,
                           std::vector<std::uint64_t>& met) const {
  std::copy(nowhere_.begin(), nowhere_.end(), places.begin());
  const auto place_at = [&](std::uint32_t place, std::uint32_t numbers_from, std::uint64_t bits) {
    for (; bits != 0; bits &= bits - 1) {
      places[numbers_from + static_cast<std::uint32_t>(std::countr_zero(bits))] = static_cast<std::uint16_t>(place);
    }
  };
  // From the end on, so that of a need which asks what comes only the first word that is met counts, of others the last.
  met.assign(before_.size(), 0);
  for (std::uint32_t position = items.size(); position-- > 0;) {
    for (const WordKey word : {items.token(position).word.folded, items.pair_at(position)}) {
      for (const ItemBits::Part& part : by_word_.parts_of(word)) {
        const std::uint64_t before = before_[part.place];
        place_at(position + 1, part.place * 64, part.bits & ~before & ~met[part.place]);
        place_at(position, part.place * 64, part.bits & before);
        met[part.place] |= part.bits;
      }
    }
  }
}

void NeedPlaces::begin(const NeedSets& needs) {
  constexpr std::size_t kMostSentences = 512;
  constexpr std::size_t kRoom = std::size_t{1} << 20;  // places
  version_ = needs.version();
  const std::size_t sentences = kRoom / std::max(needs.count(), std::size_t{1});
  sentences_.assign(std::clamp(sentences, std::size_t{1}, kMostSentences), 0);
  places_.assign(sentences_.size() * needs.count(), 0);
}

}  // namespace quanhe
