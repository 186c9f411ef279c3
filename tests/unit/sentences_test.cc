#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/token.h"

namespace quanhe {
namespace {

struct Cut {
  std::string text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

Cut cut(std::string text) {
  const WordTable words(SpellingRules{{}, {}, {"TP", "Ths"}, {}});
  Cut made{std::move(text), {}, {}};
  made.tokens = tokenize(made.text);
  made.sentences = split_sentences(made.tokens, made.text, words);
  return made;
}

// The text with "|" between sentences, from the first byte of each to its last.
std::string shown(const std::string& text) {
  const Cut made = cut(text);
  std::string joined;
  std::uint32_t expected = 0;
  for (const Sentence& sentence : made.sentences) {
    EXPECT_EQ(sentence.tokens.start, expected) << "every token is in exactly one sentence";
    expected = sentence.tokens.end;
    const std::uint32_t begin = made.tokens[sentence.tokens.start].bytes.start;
    const std::uint32_t end = made.tokens[sentence.tokens.end - 1].bytes.end;
    joined += (joined.empty() ? "" : "|") + made.text.substr(begin, end - begin);
  }
  EXPECT_EQ(expected, made.tokens.size());
  return joined;
}

TEST(Sentences, EndAfterAStopWhereTheNextWordLooksLikeABeginning) {
  EXPECT_EQ(shown("Trời mưa. Đường trơn! Ai đi? Không ai… Thôi."), "Trời mưa.|Đường trơn!|Ai đi?|Không ai…|Thôi.");
  EXPECT_EQ(shown("Trời mưa. 12 người ướt. (Họ quên ô.)"), "Trời mưa.|12 người ướt.|(Họ quên ô.)");
  EXPECT_EQ(shown("Giá là 3.5 đồng. rồi giảm"), "Giá là 3.5 đồng. rồi giảm");
  EXPECT_EQ(shown("Năm 2021. Mưa"), "Năm 2021.|Mưa");
  EXPECT_EQ(shown(""), "");
}

TEST(Sentences, DoNotEndAfterAnAbbreviationOrAnInitial) {
  EXPECT_EQ(shown("Ở TP. Huế có Ths. Hoa. Mưa."), "Ở TP. Huế có Ths. Hoa.|Mưa.");
  EXPECT_EQ(shown("Ông J. Smith và bà Đ. Hoa đến."), "Ông J. Smith và bà Đ. Hoa đến.");
  EXPECT_EQ(shown("Ông đến tp. Mưa."), "Ông đến tp.|Mưa.");
  EXPECT_EQ(shown("Ở TP ! Mưa"), "Ở TP !|Mưa");
}

TEST(Sentences, EndWhereABlankWasForgotten) {
  EXPECT_EQ(shown("Trời mưa.Đường trơn."), "Trời mưa.|Đường trơn.");
  EXPECT_EQ(shown("Ở TP.HCM có J.Smith và Đ.Hoa."), "Ở TP.HCM có J.Smith và Đ.Hoa.");
  EXPECT_EQ(shown("Cơ quan UNESCO.Paris"), "Cơ quan UNESCO.Paris");
  EXPECT_EQ(shown("trang tin.com mở"), "trang tin.com mở");
}

TEST(Sentences, KeepTheirClosingSigns) {
  EXPECT_EQ(shown("Ông nói: “Trời mưa.” Rồi đi."), "Ông nói: “Trời mưa.”|Rồi đi.");
  EXPECT_EQ(shown("Ông nói: \"Trời mưa!\" Rồi đi."), "Ông nói: \"Trời mưa!\"|Rồi đi.");
  EXPECT_EQ(shown("(Trời mưa.) Rồi đi."), "(Trời mưa.)|Rồi đi.");
  EXPECT_EQ(shown("(“Trời mưa.”) Rồi đi."), "(“Trời mưa.”)|Rồi đi.");
  EXPECT_EQ(shown("Mưa. “Đi thôi”, ông nói."), "Mưa.|“Đi thôi”, ông nói.");
  EXPECT_EQ(shown("“Trời mưa.” ông nói."), "“Trời mưa.” ông nói.");
}

TEST(Sentences, EndAtTheLastSignOfARunOfStops) {
  EXPECT_EQ(shown("Trời mưa... Đường trơn."), "Trời mưa...|Đường trơn.");
  EXPECT_EQ(shown("Trời mưa... rồi nắng."), "Trời mưa... rồi nắng.");
  EXPECT_EQ(shown("Thật sao?! Thật."), "Thật sao?!|Thật.");
  EXPECT_EQ(shown("Trời mưa./. Đường trơn."), "Trời mưa./.|Đường trơn.");
  EXPECT_EQ(shown("Trời mưa./.\nĐường trơn"), "Trời mưa./.|Đường trơn");
}

TEST(Sentences, EndWithTheirLine) {
  const Cut made = cut("Tin mưa\n\n \nTrời mưa. Đường\nTrơn");
  ASSERT_EQ(made.sentences.size(), 4u);
  EXPECT_EQ(made.sentences[0].paragraph, 0u);
  EXPECT_EQ(made.sentences[1].paragraph, 1u);
  EXPECT_EQ(made.sentences[2].paragraph, 1u);
  EXPECT_EQ(made.sentences[3].paragraph, 2u);
}

TEST(Sentences, AreCutWhereTheyAreTooLong) {
  std::string text;
  for (int i = 0; i < 2500; ++i) text += "mưa ";
  const Cut made = cut(text + "\nNắng");
  ASSERT_EQ(made.sentences.size(), 4u);
  EXPECT_EQ(made.sentences[0].tokens, (Span{0, 1024}));
  EXPECT_EQ(made.sentences[1].tokens, (Span{1024, 2048}));
  EXPECT_EQ(made.sentences[2].tokens, (Span{2048, 2500}));
  EXPECT_EQ(made.sentences[2].paragraph, 0u);
  EXPECT_EQ(made.sentences[3].paragraph, 1u);
}

TEST(Sentences, OfManyStopsCostNoMoreThanOthers) {
  std::string text = "Mưa";
  for (int i = 0; i < 200'000; ++i) text += ")";
  EXPECT_EQ(cut(text).tokens.size(), 200'001u);
}

}  // namespace
}  // namespace quanhe
