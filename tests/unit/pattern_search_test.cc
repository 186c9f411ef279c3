// What a sentence says of patterns before any is tried: where they can begin, and which lack something.

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "match/need_sets.h"
#include "match/pattern_search.h"
#include "pattern_bench.h"

namespace quanhe {
namespace {

using Side = NeedSets::Side;

constexpr std::uint32_t kNumber = 1U << static_cast<unsigned>(PatternKind::kNumber);

// By position, 'x' where the need is met.
std::string met(const NeedSets& needs, NeedPlaces& places, NeedSets::Need need, const SentenceItems& items) {
  std::string shown;
  for (std::uint32_t position = 0; position < items.size(); ++position) {
    shown += needs.is_met(need, places.of(needs, items), items, position) ? 'x' : '.';
  }
  return shown;
}

TEST(NeedSets, AreMetOnTheirSideOfAPosition) {
  WordTable words;
  const ItemSet word = {{words.add("a").folded}, 0, 0};
  const ItemSet pair = {{pair_key(words.add("b").folded, words.add("c").folded)}, 0, 0};
  const ItemSet person = {{}, 1, 0};
  const ItemSet number = {{}, 0, kNumber};
  NeedSets needs;
  NeedPlaces places;
  const auto shown = [&](const ItemSet& items, Side side, const char* marked) {
    const NeedSets::Need need = *needs.add(items, side);
    const MadeSentence sentence(marked, words);
    return met(needs, places, need, sentence.items());
  };
  EXPECT_EQ(shown(word, Side::kFrom, "d a d a d"), "xxxx.");
  EXPECT_EQ(shown(word, Side::kBefore, "d a d a d"), "..xxx");
  EXPECT_EQ(shown(word, Side::kFrom, "d d"), "..");
  EXPECT_EQ(shown(word, Side::kBefore, "d d"), "..");
  EXPECT_EQ(shown(pair, Side::kFrom, "b d b c d"), "xxx..");
  EXPECT_EQ(shown(pair, Side::kBefore, "b d b c d"), "...xx");
  EXPECT_EQ(shown(person, Side::kFrom, "d <P An> <C Lào> d"), "xx..");
  EXPECT_EQ(shown(person, Side::kBefore, "d <P An> <C Lào> d"), "..xx");
  EXPECT_EQ(shown(number, Side::kFrom, "d 5 d"), "xx.");
  EXPECT_EQ(shown(number, Side::kBefore, "d 5 d"), "..x");
}

TEST(NeedSets, AreNumberedOnceForEachSide) {
  NeedSets needs;
  const ItemSet items = {{1}, 0, 0};
  EXPECT_EQ(needs.add(items, Side::kFrom)->number, needs.add(items, Side::kFrom)->number);
  EXPECT_NE(needs.add(items, Side::kFrom)->number, needs.add(items, Side::kBefore)->number);
  EXPECT_EQ(needs.count(), 2u);
}

TEST(NeedSets, OfferAPatternForWhoseNeedThereIsNoRoom) {
  PatternBench bench;
  const CompiledPattern pattern = bench.compiled("a .. b", TriggerUse::kNone)[0];
  const MadeSentence sentence("a d", bench.words());
  const auto offered = [&](std::uint32_t others) {
    const auto needs = std::make_shared<NeedSets>();
    for (std::uint32_t i = 0; i < others; ++i) EXPECT_TRUE(needs->add({{1'000 + i}, 0, 0}, Side::kFrom));
    PatternIndex index(needs);
    index.add(pattern);
    return PatternSearch().find(index, sentence.items(), 0).size();
  };
  EXPECT_EQ(offered(NeedSets::kMost - 1), 0u);
  EXPECT_EQ(offered(NeedSets::kMost), 1u);
}

// More sentences than are remembered, and each asked about twice.
TEST(NeedPlaces, KeepSentencesApart) {
  WordTable words;
  NeedSets needs;
  const NeedSets::Need need = *needs.add({{words.add("a").folded}, 0, 0}, Side::kFrom);
  std::vector<MadeSentence> sentences;
  for (int i = 0; i < 2'000; ++i) sentences.emplace_back(i % 3 == 0 ? "d a" : "d d d", words);
  std::vector<SentenceItems> items;
  for (const MadeSentence& sentence : sentences) items.push_back(sentence.items());
  NeedPlaces places;
  for (int round = 0; round < 2; ++round) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      ASSERT_EQ(met(needs, places, need, items[i]), i % 3 == 0 ? "xx" : "...") << i;
    }
  }
}

TEST(SentenceItems, WithOtherMentionsAreAsThoseMadeAnew) {
  WordTable words;
  words.add("thăm");
  const MadeSentence marked("<P An> thăm <O Bộ Ngoại giao <C Lào>> năm 2020", words);
  const MadeSentence plain("An thăm Bộ Ngoại giao Lào năm 2020", words);
  const SentenceItems anew = marked.items();
  const SentenceItems without = plain.items();
  std::vector<const Mention*> mentions;
  for (const Mention& mention : marked.mentions()) mentions.push_back(&mention);
  const SentenceItems changed(without, mentions);
  EXPECT_EQ(changed.words_number(), without.words_number());
  EXPECT_NE(changed.number(), without.number());
  ASSERT_EQ(changed.size(), anew.size());
  for (std::uint32_t position = 0; position <= anew.size(); ++position) {
    EXPECT_EQ(changed.is_edge(position), anew.is_edge(position));
    EXPECT_EQ(changed.next_item(position), anew.next_item(position));
    EXPECT_EQ(changed.types_from(position), anew.types_from(position));
    EXPECT_EQ(changed.types_before(position), anew.types_before(position));
    EXPECT_EQ(changed.kinds_from(position), anew.kinds_from(position));
    EXPECT_EQ(changed.kinds_before(position), anew.kinds_before(position));
    EXPECT_EQ(changed.pair_at(position), anew.pair_at(position));
    EXPECT_EQ(changed.types_at(position), anew.types_at(position));
    EXPECT_EQ(changed.starting_at(position).size(), anew.starting_at(position).size());
    EXPECT_EQ(changed.ending_at(position).size(), anew.ending_at(position).size());
  }
}

// Of more indexes than words have bits, each is asked where its own pattern begins, and most nowhere else.
TEST(PatternIndex, FindsItsPatternByTheBitOfItsNumber) {
  constexpr std::uint32_t kIndexes = 70;
  PatternBench bench;
  RuleWords rule_words;
  std::vector<PatternIndex> indexes(kIndexes);
  std::string text = "nothing";
  for (std::uint32_t i = 0; i < kIndexes; ++i) {
    const std::string word = "w" + std::string(i + 1, 'x');
    indexes[i].add(bench.compiled(word, TriggerUse::kNone)[0]);
    indexes[i].note_words(i, rule_words);
    text += " " + word;
  }
  const MadeSentence sentence(text, bench.words());
  const SentenceItems items(sentence.tokens(), {0, kIndexes + 1}, {}, &rule_words);
  PatternSearch search;
  for (std::uint32_t i = 0; i < kIndexes; ++i) {
    EXPECT_EQ(search.find(indexes[i], items, i + 1).size(), 1u) << i;
    EXPECT_EQ(indexes[i].next_place(items, 1), std::min(i, 63U) + 1) << i;
  }
}

// The place where a search begins, and what is found there; the sentence's size where it does not begin.
TEST(PatternIndex, FindsWhatBeginsWhereTheSentenceStartsOnlyThere) {
  PatternBench bench;
  const auto shown = [&](const char* pattern, const char* marked) {
    PatternIndex index;
    RuleWords rule_words;
    index.add(bench.compiled(pattern, TriggerUse::kNone)[0]);
    index.note_words(0, rule_words);
    const MadeSentence sentence(marked, bench.words());
    std::vector<const Mention*> mentions;
    for (const Mention& mention : sentence.mentions()) mentions.push_back(&mention);
    const auto size = static_cast<std::uint32_t>(sentence.tokens().size());
    const SentenceItems items(sentence.tokens(), {0, size}, mentions, &rule_words);
    const std::uint32_t place = index.next_place(items, 0);
    if (place == size) return std::string("nowhere");
    return std::to_string(place) + ": " + std::to_string(PatternSearch().find(index, items, place).size());
  };
  EXPECT_EQ(shown("^ a b", "a b c"), "0: 1");
  EXPECT_EQ(shown("^ a b", "c a b"), "nowhere");
  EXPECT_EQ(shown("a b", "c a b"), "1: 1");
  EXPECT_EQ(shown("a b", "c d"), "nowhere");
  EXPECT_EQ(shown("^ Number b", "5 b"), "0: 1");
  EXPECT_EQ(shown("^ Person b", "<P An> b"), "0: 1");
}

}  // namespace
}  // namespace quanhe
