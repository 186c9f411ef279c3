#include "match/token_kinds.h"

#include <gtest/gtest.h>

#include <string>

#include "unit/pattern_bench.h"

namespace quanhe {
namespace {

std::string whole(std::string_view pattern, std::string_view marked) { return PatternBench().whole(pattern, marked); }

// What the kind takes right before the trigger, read backwards.
std::string before(std::string_view kind, std::string_view marked) {
  return PatternBench().act("{a: " + std::string(kind) + "} [tới]", std::string(marked) + " tới");
}

TEST(TokenKinds, HaveTheNamesThatPatternsUse) {
  for (const char* name : {"Name", "Upper", "Number", "Year", "Code"}) {
    ASSERT_TRUE(parse_pattern_kind(name)) << name;
    EXPECT_EQ(to_string(*parse_pattern_kind(name)), name);
  }
  EXPECT_EQ(parse_pattern_kind("name"), std::nullopt);
}

TEST(Names, AreRunsOfWordsWithACapital) {
  EXPECT_EQ(whole("bà {n: Name}", "bà Lê Thị Đào đến"), "bà Lê Thị Đào | n=Lê Thị Đào");
  EXPECT_EQ(whole("bà {n: Name}", "bà đến"), "");
  EXPECT_EQ(before("Name", "bà Lê Thị Đào"), "Lê Thị Đào [tới] | a=Lê Thị Đào");
}

TEST(Names, AreTakenWhole) {
  EXPECT_EQ(whole("{n: Name} Đào", "Lê Thị Đào"), "");
  EXPECT_EQ(whole("^ {n: Name} $", "A B C D E F G H"), "A B C D E F G H | n=A B C D E F G H");
  EXPECT_EQ(whole("^ {n: Name}", "A B C D E F G H I"), "A B C D E F G H | n=A B C D E F G H");
}

TEST(Names, ContinueOverAGluedHyphen) {
  for (const char* name : {"Jean-Paul", "Jean\u2010Paul", "A-B-C"}) {
    EXPECT_EQ(whole("ông {n: Name} $", std::string("ông ") + name), std::string("ông ") + name + " | n=" + name);
    EXPECT_EQ(before("Name", std::string("ông ") + name), std::string(name) + " [tới] | a=" + name);
  }
}

TEST(Names, EndAtAHyphenWithABlank) {
  for (const char* pair : {"Huế - Vinh", "Huế -Vinh", "Huế- Vinh", "Huế – Vinh"}) {
    EXPECT_EQ(whole("từ {n: Name}", std::string("từ ") + pair), "từ Huế | n=Huế") << pair;
  }
  for (const char* pair : {"Huế - Vinh", "Huế -Vinh", "Huế- Vinh", "Huế – Vinh", "huế-Vinh"}) {
    EXPECT_EQ(before("Name", std::string("từ ") + pair), "Vinh [tới] | a=Vinh") << pair;
  }
}

TEST(Names, TakeWordsThatAHyphenTiesToThem) {
  EXPECT_EQ(whole("từ {n: Name}", "từ Roh Moo-hyun"), "từ Roh Moo-hyun | n=Roh Moo-hyun");
  EXPECT_EQ(whole("từ {n: Name}", "từ Phết Phôm-phi-phắc tới"), "từ Phết Phôm-phi-phắc | n=Phết Phôm-phi-phắc");
  EXPECT_EQ(before("Name", "từ Phết Phôm-phi-phắc"), "Phết Phôm-phi-phắc [tới] | a=Phết Phôm-phi-phắc");
  EXPECT_EQ(before("Name", "từ moo-hyun"), "");
}

TEST(Names, EndWhereAKnownMentionBegins) {
  EXPECT_EQ(whole("^ {n: Name}", "Lê An <C Lào>"), "Lê An | n=Lê An");
  EXPECT_EQ(whole("^ {n: Name}", "<C Lào> Lê An"), "");
  EXPECT_EQ(whole("^ {n: Name}", "Lê-<C Lào>"), "Lê | n=Lê");
  EXPECT_EQ(before("Name", "<C Lào> Lê An"), "Lê An [tới] | a=Lê An");
  EXPECT_EQ(before("Name", "Lê An <C Lào>"), "");
  EXPECT_EQ(before("Name", "<C Lào>-Lê"), "Lê [tới] | a=Lê");
}

TEST(Uppers, AreOneWordWithACapital) {
  EXPECT_EQ(whole("{u: Upper}", "ở Đà Lạt"), "Đà | u=Đà");
  EXPECT_EQ(whole("Upper Upper", "ở Đà Lạt"), "Đà Lạt");
  EXPECT_EQ(before("Upper", "ở Đà Lạt"), "Lạt [tới] | a=Lạt");
}

TEST(Numbers, AreOneNumber) {
  EXPECT_EQ(whole("{n: Number}", "tăng 3,5% năm"), "3,5% | n=3,5%");
  EXPECT_EQ(before("Number", "tăng 1.200"), "1.200 [tới] | a=1.200");
  EXPECT_EQ(whole("Number", "tăng ba"), "");
}

TEST(Years, AreFrom1000To2999) {
  for (const char* year : {"1000", "2026", "2999"}) EXPECT_EQ(whole("Year", year), year);
  for (const char* other : {"999", "3000", "0999", "02026", "2026%", "2.026"})
    EXPECT_EQ(whole("Year", other), "") << other;
  EXPECT_EQ(before("Year", "năm 2026"), "2026 [tới] | a=2026");
}

TEST(Codes, AreCapitalsAndThenNumbers) {
  for (const char* code : {"ASEM-13", "G20", "AB-C-7", "K-9"}) {
    EXPECT_EQ(whole("họp {c: Code} $", std::string("họp ") + code), std::string("họp ") + code + " | c=" + code);
    EXPECT_EQ(before("Code", std::string("họp ") + code), std::string(code) + " [tới] | a=" + code);
  }
  for (const char* other : {"ASEM", "ASEM 13", "ASEM - 13", "asem-13", "Asem-13", "13", "13-ASEM"}) {
    EXPECT_EQ(whole("^ {c: Code} $", other), "") << other;
    EXPECT_EQ(before("Code", other), "") << other;
  }
}

TEST(Codes, EndWithTheirLastNumber) {
  EXPECT_EQ(whole("{c: Code}", "G20-B"), "G20 | c=G20");
  EXPECT_EQ(whole("{c: Code}", "<O ASEM>-13"), "");
}

TEST(SentenceItems, ShowTheLongestMentionsOfAPosition) {
  const WordTable words;
  const MadeSentence sentence("<O Hội <C Lào>> và <C <P Áo>> đó", words);
  const SentenceItems items = sentence.items();
  ASSERT_EQ(items.size(), 5u);
  ASSERT_EQ(items.starting_at(0).size(), 1u);
  EXPECT_EQ(items.position_range(*items.starting_at(0)[0]), (Span{0, 2}));
  EXPECT_FALSE(items.is_edge(1));
  EXPECT_TRUE(items.is_edge(0));
  EXPECT_TRUE(items.is_edge(2));
  ASSERT_EQ(items.ending_at(2).size(), 2u);
  EXPECT_EQ(items.position_range(*items.ending_at(2)[0]), (Span{0, 2}));
  EXPECT_EQ(items.starting_at(3).size(), 2u);
  EXPECT_EQ(items.ending_at(4).size(), 2u);
  EXPECT_TRUE(items.starting_at(2).empty());
  EXPECT_TRUE(items.starting_at(5).empty());
  EXPECT_TRUE(items.ending_at(0).empty());
}

TEST(SentenceItems, CountPositionsFromTheSentencesStart) {
  const WordTable words;
  const std::vector<Token> tokens = tokenize("một hai ba bốn");
  const Mention mention{{2, 3}, 1, false, 7};
  const std::vector<const Mention*> mentions = {&mention};
  const SentenceItems items(tokens, {1, 4}, mentions);
  EXPECT_EQ(items.size(), 3u);
  EXPECT_EQ(items.offset(), 1u);
  EXPECT_EQ(items.position_range(mention), (Span{1, 2}));
  ASSERT_EQ(items.starting_at(1).size(), 1u);
  EXPECT_EQ(items.starting_at(1)[0]->id, 7u);
  EXPECT_EQ(&items.token(0), &tokens[1]);
}

TEST(SentenceItems, HideAShorterMentionThatALongerOneBeginsWith) {
  const WordTable words;
  const MadeSentence sentence("<O <C Lào> Airlines>", words);
  const SentenceItems items = sentence.items();
  ASSERT_EQ(items.starting_at(0).size(), 1u);
  EXPECT_EQ(items.starting_at(0)[0]->type, MadeSentence::type_of('O'));
  EXPECT_TRUE(items.ending_at(1).empty());
}

}  // namespace
}  // namespace quanhe
