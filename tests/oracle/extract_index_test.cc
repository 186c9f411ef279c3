// The indexes of a document against going through everything, on stretches of tokens made by chance.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <random>
#include <tuple>

#include "extract/frame_index.h"
#include "extract/places.h"
#include "oracle/scale.h"

namespace quanhe {
namespace {

constexpr std::uint32_t kTokens = 24;

Span random_span(std::mt19937_64& random) {
  const auto start = static_cast<std::uint32_t>(random() % kTokens);
  return {start, start + 1 + static_cast<std::uint32_t>(random() % 6)};
}

std::vector<std::uint32_t> in_order(const std::vector<Span>& places, Span from, std::size_t most) {
  std::vector<std::tuple<bool, std::uint32_t, std::uint32_t>> all;  // after, distance, number
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    if (places[i].end <= from.start) all.emplace_back(false, from.start - places[i].end, i);
    if (places[i].start >= from.end) all.emplace_back(true, places[i].start - from.end, i);
  }
  std::sort(all.begin(), all.end());
  std::vector<std::uint32_t> numbers;
  std::size_t taken[2] = {0, 0};
  for (const auto& [after, distance, number] : all) {
    if (taken[after ? 1 : 0]++ < most) numbers.push_back(number);
  }
  return numbers;
}

TEST(Places, AreGivenNearestFirst) {
  std::mt19937_64 random(1);
  for (std::uint32_t i = 0; i < 5'000 / oracle::kScale; ++i) {
    std::vector<Span> spans(random() % 20);
    Places places;
    for (std::uint32_t number = 0; number < spans.size(); ++number) {
      spans[number] = random_span(random);
      places.add(spans[number], number);
    }
    places.put_in_order();
    const Span from = random_span(random);
    const std::size_t most = 1 + random() % 5;
    std::vector<std::uint32_t> found;
    places.outward(from, most, [&](std::uint32_t number) {
      found.push_back(number);
      return false;
    });
    EXPECT_EQ(found, in_order(spans, from, most));
  }
}

TEST(Places, AreNotGivenAfterTheOneThatIsTaken) {
  Places places;
  for (std::uint32_t number = 0; number < 4; ++number) places.add({number, number + 1}, number);
  places.put_in_order();
  std::vector<std::uint32_t> found;
  places.outward({3, 4}, 4, [&](std::uint32_t number) {
    found.push_back(number);
    return number == 1;
  });
  EXPECT_EQ(found, (std::vector<std::uint32_t>{2, 1}));
}

// What docs/rules.md says of slots, read off all settings.
const FrameSetting* governing(const std::vector<FrameSetting>& frames, const std::string& slot, std::uint32_t token) {
  const FrameSetting* latest = nullptr;
  for (const FrameSetting& setting : frames) {
    const bool governs = setting.slot == slot && setting.governs.start <= token && token < setting.governs.end;
    if (governs && (latest == nullptr || setting.governs.start > latest->governs.start)) latest = &setting;
  }
  return latest;
}

const FrameSetting* held(const std::vector<FrameSetting>& frames, const std::deque<KnownMention>& mentions,
                         const std::string& slot, Span tokens, std::uint32_t token) {
  const auto start_of = [&](const FrameSetting& setting) { return mentions[setting.mentions.front()].place.tokens.start; };
  const auto distance = [&](const FrameSetting& setting) {
    return std::abs(static_cast<int>(start_of(setting)) - static_cast<int>(token));
  };
  const FrameSetting* nearest = nullptr;
  for (const FrameSetting& setting : frames) {
    const std::uint32_t end = mentions[setting.mentions.back()].place.tokens.end;
    if (setting.slot != slot || start_of(setting) < tokens.start || end > tokens.end) continue;
    if (start_of(setting) >= tokens.end || distance(setting) > 8) continue;
    const bool is_nearer = nearest == nullptr || distance(setting) < distance(*nearest) ||
                           (distance(setting) == distance(*nearest) && start_of(setting) < start_of(*nearest));
    if (is_nearer) nearest = &setting;
  }
  return nearest;
}

TEST(FrameIndex, KnowsWhatGovernsEveryTokenAndWhatWordsHold) {
  std::mt19937_64 random(2);
  for (std::uint32_t i = 0; i < 5'000 / oracle::kScale; ++i) {
    std::vector<FrameSetting> frames(random() % 12);
    std::deque<KnownMention> mentions(frames.size());
    for (std::uint32_t number = 0; number < frames.size(); ++number) {
      FrameSetting& frame = frames[number];
      mentions[number].place.tokens = random_span(random);
      frame.mentions = {number};
      frame.slot = random() % 3 == 0 ? "date" : "country";
      frame.governs = random_span(random);
      if (random() % 4 == 0) frame.governs.end = random() % 2 == 0 ? kTokens : frame.governs.start;
    }
    const FrameIndex index(frames, mentions);
    const Span words = random_span(random);
    for (std::uint32_t token = 0; token <= kTokens + 6; ++token) {
      for (const std::string slot : {"date", "country", "place"}) {
        EXPECT_EQ(index.governing(slot, token), governing(frames, slot, token)) << slot << " at " << token;
        EXPECT_EQ(index.held(slot, words, token), held(frames, mentions, slot, words, token)) << slot << " at " << token;
      }
    }
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace quanhe
