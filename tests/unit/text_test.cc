#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/document.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/token.h"
#include "text/utf8_iteration.h"

namespace quanhe {
namespace {

// "Huế" with its marks apart: a base letter, then one combining mark after another.
constexpr const char* kApart = "Hue\u0302\u0301";
constexpr std::uint32_t kApartLength = 7;

std::vector<Token> tokens_of(const std::string& text, std::uint32_t begin = 0) { return tokenize(text, begin); }

Result<Document> read(DocumentSource source) {
  const WordTable table;
  WordReader words(table);
  return read_document(std::move(source), words);
}

std::vector<std::string> words_of(const std::string& text, std::uint32_t begin = 0) {
  std::vector<std::string> words;
  for (const Token& token : tokens_of(text, begin)) {
    words.push_back(text.substr(token.bytes.start, token.bytes.length()));
  }
  return words;
}

Token only_token(const std::string& text) {
  const std::vector<Token> tokens = tokens_of(text);
  EXPECT_EQ(tokens.size(), 1u) << text;
  return tokens.at(0);
}

Document document_of(std::string text) { return std::move(read({"d", std::move(text), "", "", ""})).value(); }

std::string refusal_of(std::string text) {
  const Result<Document> document = read({"d", std::move(text), "", "", ""});
  return document ? "accepted" : document.error().message;
}

using Words = std::vector<std::string>;

TEST(NormalizedText, ThatIsComposedIsTheOriginal) {
  const NormalizedText text("Huế, 中国");
  EXPECT_EQ(&text.text(), &text.original());
  EXPECT_EQ(text.to_original({2, 5}), (Span{2, 5}));
}

TEST(NormalizedText, MapsBytesBackToWhatTheyWereComposedOf) {
  const NormalizedText text(std::string("ở ") + kApart + ", " + kApart + ".");
  ASSERT_EQ(text.text(), "ở Huế, Huế.");
  // "ở " takes 4 bytes, "Huế" 5 where it is composed.
  EXPECT_EQ(text.to_original({0, 3}), (Span{0, 3}));
  EXPECT_EQ(text.to_original({4, 9}), (Span{4, 4 + kApartLength}));
  EXPECT_EQ(text.to_original({11, 16}), (Span{6 + kApartLength, 6 + 2 * kApartLength}));
  EXPECT_EQ(text.to_original({16, 17}), (Span{6 + 2 * kApartLength, 7 + 2 * kApartLength}));
  EXPECT_EQ(text.to_original({0, 17}), (Span{0, static_cast<std::uint32_t>(text.original().size())}));
}

TEST(NormalizedText, GrowsASpanThatCutsAComposedSequence) {
  const NormalizedText text(std::string("a") + "e\u0302\u0301" + "b");
  ASSERT_EQ(text.text(), "aếb");
  EXPECT_EQ(text.to_original({1, 2}), (Span{1, 6}));
  EXPECT_EQ(text.to_original({2, 5}), (Span{1, 7}));
  EXPECT_EQ(text.to_original({0, 1}), (Span{0, 1}));
  EXPECT_EQ(text.to_original({4, 5}), (Span{6, 7}));
}

TEST(NormalizedText, MapsTextThatGrowsWhenItIsComposed) {
  // U+0958 is excluded from composition: its composed form is longer than itself.
  const NormalizedText text("x\u0958y");
  ASSERT_EQ(text.text(), "x\u0915\u093Cy");
  EXPECT_EQ(text.to_original({1, 7}), (Span{1, 4}));
  EXPECT_EQ(text.to_original({7, 8}), (Span{4, 5}));
}

TEST(NormalizedText, MapsEachWordOfADecomposedTextToThatWord) {
  const std::vector<std::string> apart = {"Ha\u0323 Long", "ky\u0301", "u\u031B\u0301ng",
                                          "\u1EA1",        "x",        "a\u0323\u0302m"};
  std::string original;
  for (int i = 0; i < 50; ++i) original += apart[static_cast<std::size_t>(i * 7) % apart.size()] + " , ";
  const NormalizedText text(original);
  std::size_t searched = 0;
  for (const Token& token : tokens_of(text.text())) {
    const Span span = text.to_original(token.bytes);
    const std::string piece = original.substr(span.start, span.length());
    EXPECT_EQ(NormalizedText(piece).text(), text.text().substr(token.bytes.start, token.bytes.length()));
    EXPECT_EQ(span.start, original.find(piece, searched));
    EXPECT_EQ(piece.find(' '), std::string::npos) << piece;
    searched = span.end;
  }
  EXPECT_GT(searched, original.size() - 4);
}

TEST(Tokens, AreRunsOfLettersRunsOfDigitsAndSingleSigns) {
  EXPECT_EQ(words_of("Hạ Long,đẹp (3 đảo)!?"), (Words{"Hạ", "Long", ",", "đẹp", "(", "3", "đảo", ")", "!", "?"}));
  EXPECT_EQ(words_of("1.234,5% 24/6/1967-2022 5 % 7. ,8"),
            (Words{"1.234,5%", "24", "/", "6", "/", "1967", "-", "2022", "5", "%", "7", ".", ",", "8"}));
  EXPECT_EQ(words_of("G20 ASEM-13 N'Djamena"), (Words{"G", "20", "ASEM", "-", "13", "N", "'", "Djamena"}));
  EXPECT_EQ(words_of("x\u0323\u0301y \U0001F600中国"), (Words{"x\u0323\u0301y", "\U0001F600", "中国"}));
  EXPECT_EQ(words_of(""), Words{});
  EXPECT_EQ(words_of("bỏ qua", 5), Words{"qua"});
}

TEST(Tokens, AreSeparatedByAnythingThatIsNotSeen) {
  EXPECT_EQ(words_of("a\u00A0b\u200Bc\u2003d\uFEFFe\tf"), (Words{"a", "b", "c", "d", "e", "f"}));
  for (const Token& token : tokens_of("a\u00A0b\u200Bc")) EXPECT_FALSE(token.glued);
}

TEST(Tokens, KnowWhetherABlankOrALineBreakStandsBeforeThem) {
  const std::vector<Token> tokens = tokens_of("Lào-Việt\nxa \r\n gần\u2028hơn");
  ASSERT_EQ(tokens.size(), 6u);
  const std::vector<bool> glued = {false, true, true, false, false, false};
  const std::vector<bool> starts = {true, false, false, true, true, true};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    EXPECT_EQ(tokens[i].glued, glued[i]) << i;
    EXPECT_EQ(tokens[i].starts_line, starts[i]) << i;
  }
}

TEST(Tokens, OfADayAreItsNumbersAndItsSigns) {
  EXPECT_EQ(words_of("ngày 26.10.2023."), (Words{"ngày", "26", ".", "10", ".", "2023", "."}));
  EXPECT_EQ(words_of("5.6.2021-7.6.2021"), (Words{"5", ".", "6", ".", "2021", "-", "7", ".", "6", ".", "2021"}));
  EXPECT_EQ(tokens_of("26.10.2023").at(4).value, 2023u);
  for (const char* number : {"26.10", "1.000.000", "1.10.20231", "126.10.2023", "1.2.2023.4", "1,10,2023"}) {
    EXPECT_EQ(words_of(number), Words{number});
  }
}

TEST(Tokens, KnowTheirKindAndValue) {
  EXPECT_EQ(only_token("2021").kind, TokenKind::kNumber);
  EXPECT_EQ(only_token("2021").value, 2021u);
  EXPECT_EQ(only_token("007").value, 7u);
  EXPECT_EQ(only_token("15%").value, 15u);
  EXPECT_EQ(only_token("999999999").value, 999999999u);
  for (const char* number : {"1.5", "1,5", "1234567890"}) EXPECT_EQ(only_token(number).value, Token::kNoValue);
  EXPECT_EQ(only_token("–").kind, TokenKind::kSign);
  EXPECT_EQ(only_token("–").value, 0x2013u);
  EXPECT_EQ(only_token("một").kind, TokenKind::kWord);
  EXPECT_EQ(only_token("một").value, Token::kNoValue);
}

TEST(Tokens, KnowTheirCapitals) {
  struct Case {
    const char* word;
    bool upper_initial;
    bool all_upper;
  };
  for (const Case& c : {Case{"Đảo", true, false}, Case{"ĐẢO", true, true}, Case{"đảo", false, false},
                        Case{"Đ", true, false}, Case{"đẢO", false, false}, Case{"Ủy", true, false}}) {
    EXPECT_EQ(only_token(c.word).upper_initial, c.upper_initial) << c.word;
    EXPECT_EQ(only_token(c.word).all_upper, c.all_upper) << c.word;
  }
}

TEST(CodePoints, AreReadWithTheirEnds) {
  const std::string text = "aé€\U0001F600";
  EXPECT_EQ(code_point_at(text, 0).value, 'a');
  EXPECT_EQ(code_point_at(text, 1).value, 0xE9);
  EXPECT_EQ(code_point_at(text, 3).value, 0x20AC);
  EXPECT_EQ(code_point_at(text, 6).value, 0x1F600);
  EXPECT_EQ(code_point_at(text, 6).end, 10u);
  EXPECT_EQ(first_code_point_length("ệx"), 3u);
  EXPECT_EQ(first_code_point_length(""), 0u);
}

TEST(Fold, IsWhatAPersonTypesWithoutDiacritics) {
  EXPECT_EQ(ascii_fold("  Đỗ Thị\u00A0Ngọc-Ánh (1990)! "), "do thi ngoc anh 1990");
  EXPECT_EQ(ascii_fold(kApart), ascii_fold("Huế"));
  EXPECT_EQ(ascii_fold("Straße Øresund Łódź Ærø"), "strasse oresund lodz aero");
  EXPECT_EQ(ascii_fold("中国 Москва"), "中国 москва");
  EXPECT_EQ(ascii_fold("a\xFF"
                       "b"),
            "a b");
  EXPECT_EQ(ascii_fold(" -- "), "");
}

TEST(Fold, MakesSlugsOfAsciiLettersAndDigits) {
  EXPECT_EQ(ascii_slug("Đỗ Thị – Ngọc 2"), "do-thi-ngoc-2");
  EXPECT_EQ(ascii_slug("中国 (CN) 中"), "cn");
  EXPECT_EQ(ascii_slug("中国"), "");
}

TEST(Fold, ComparesNamesAsScoresDo) {
  EXPECT_EQ(comparable_name("Đặng  Thị-Hà"), "dang thi ha");
  EXPECT_EQ(comparable_name("D\u0323a\u0306ng"), "dang");
  EXPECT_EQ(comparable_name("Straße Łódź Øre"), "strasse łodz øre");
  EXPECT_EQ(comparable_name("ASEM-13: \"x²\" Ⅷ 文"), "asem 13 x² ⅷ 文");
  EXPECT_EQ(comparable_name(" – "), "");
}

TEST(Fold, KnowsTheColumnsOfATerminal) {
  EXPECT_EQ(display_width("Huế"), 3);
  EXPECT_EQ(display_width(kApart), 3);
  EXPECT_EQ(display_width("中国"), 4);
  EXPECT_EQ(display_width("a\u200Db"), 2);
  EXPECT_EQ(display_width(""), 0);
}

TEST(ReadDocument, GivesTokensAndSpansOfTheOriginal) {
  const Document document = document_of(std::string("Ở ") + kApart + ". Mưa.");
  ASSERT_EQ(document.tokens.size(), 5u);
  EXPECT_EQ(document.token_text(1), "Huế");
  EXPECT_EQ(document.original_text(document.original_span({1, 2})), kApart);
  EXPECT_EQ(document.original_text(document.original_span({0, 5})), document.text.original());
  EXPECT_EQ(document.sentences.size(), 2u);
  EXPECT_DEATH(document.original_span({1, 1}), "broken invariant");
  EXPECT_DEATH(document.original_span({4, 6}), "broken invariant");
}

TEST(ReadDocument, TakesAByteOrderMarkForNoText) {
  const Document document = document_of("\xEF\xBB\xBFMưa");
  EXPECT_EQ(document.token_text(0), "Mưa");
  EXPECT_EQ(document.original_span({0, 1}), (Span{3, 7}));
}

TEST(ReadDocument, TakesALeadingDateForMetadata) {
  for (const char* date : {"2021-08", "2021-08-15"}) {
    for (const char* before : {"", "\xEF\xBB\xBF", "\n "}) {
      const Document document = document_of(std::string(before) + "date " + date + "\nMưa.");
      EXPECT_EQ(document.date, date);
      EXPECT_EQ(document.token_text(0), "Mưa");
      EXPECT_TRUE(document.tokens[0].starts_line);
      EXPECT_FALSE(document.tokens[0].glued);
    }
  }
}

TEST(ReadDocument, PrefersTheSourcesOwnDate) {
  const Document document = std::move(read({"id", "date 2021-08\nMưa.", "2020-01-02", "url", "title"})).value();
  EXPECT_EQ(document.date, "2020-01-02");
  EXPECT_EQ(document.token_text(0), "Mưa");
  EXPECT_EQ(document.id + document.url + document.title, "idurltitle");
}

TEST(ReadDocument, TakesNothingElseForADate) {
  for (const char* text : {"date 2021", "date 2021-8", "date 2021-08-15x Mưa", "dated 2021-08", "date 20210815",
                           "date 2021-08-1", "date 2021------", "date 2021-08/15", "Mưa date 2021-08"}) {
    const Document document = document_of(text);
    EXPECT_EQ(document.date, "") << text;
    EXPECT_NE(document.token_text(0), "2021") << text;
  }
}

TEST(ReadDocument, RefusesWhatIsNoText) {
  EXPECT_EQ(refusal_of("Mưa\nto\xFF."), "line 2, byte 7: not UTF-8");
  EXPECT_EQ(refusal_of(std::string("a\n\n\0b", 5)), "line 3, byte 3: a NUL byte: this is no text");
  for (const char* text : {"", " \n\t", "\xEF\xBB\xBF \n", "\u00A0\u200B", "date 2021-08\n"}) {
    EXPECT_EQ(refusal_of(text), "empty") << text;
  }
}

TEST(ReadDocument, RefusesWhatIsTooLarge) {
  EXPECT_EQ(refusal_of(std::string(kMaximumDocumentBytes + 1, ' ')), "larger than the limit of 16 MiB");
  std::string largest(kMaximumDocumentBytes, ' ');
  largest.back() = 'a';
  EXPECT_EQ(document_of(std::move(largest)).tokens.size(), 1u);
}

}  // namespace
}  // namespace quanhe
