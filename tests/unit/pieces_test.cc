#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/document.h"

namespace quanhe {
namespace {

class Pieces : public testing::Test {
 protected:
  std::vector<Document> read(const std::string& text) {
    Result<PieceReader> reader = PieceReader::open({"id", text, "", "", ""}, words_);
    EXPECT_TRUE(reader.ok());
    std::vector<Document> pieces;
    while (std::optional<Document> piece = reader.value().next()) pieces.push_back(std::move(*piece));
    return pieces;
  }

  // The words of all pieces, by where they say that they stand in the text.
  static void expect_words_of(const std::vector<Document>& pieces, const std::string& text, std::size_t words) {
    std::size_t count = 0;
    std::uint32_t end = 0;
    for (const Document& piece : pieces) {
      EXPECT_LE(piece.text.original().size(), kMaximumPieceBytes);
      for (std::uint32_t token = 0; token < piece.tokens.size(); ++token, ++count) {
        const Span bytes = piece.original_span({token, token + 1});
        ASSERT_GE(bytes.start, end);
        ASSERT_EQ(piece.original_text(bytes), text.substr(bytes.start, bytes.length()));
        ASSERT_EQ(piece.token_text(token), piece.original_text(bytes));
        end = bytes.end;
      }
    }
    EXPECT_EQ(count, words);
  }

  static std::string repeated(const std::string& text, std::size_t size) {
    std::string all;
    while (all.size() < size) all += text;
    return all;
  }

 private:
  WordTable table_;
  WordReader words_{table_};
};

constexpr std::size_t kLong = 3 * kMaximumPieceBytes;

TEST_F(Pieces, AreOneOfATextThatIsNotLong) {
  const std::string text = repeated("Mưa to.\n", kMaximumPieceBytes - 20);
  const std::vector<Document> pieces = read(text);
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].offset, 0U);
  EXPECT_EQ(pieces[0].text.original(), text);
}

TEST_F(Pieces, BeginWithALineAndCountParagraphsThrough) {
  const std::string line = "Mưa to ở Huế.\n";
  const std::string text = repeated(line, kLong);
  const std::vector<Document> pieces = read(text);
  EXPECT_GE(pieces.size(), 4U);
  std::uint32_t paragraph = 0;
  for (const Document& piece : pieces) {
    EXPECT_EQ(piece.token_text(0), "Mưa");
    for (const Sentence& sentence : piece.sentences) ASSERT_EQ(sentence.paragraph, paragraph++);
  }
  expect_words_of(pieces, text, 5 * text.size() / line.size());
}

TEST_F(Pieces, BeginWithAWordOfALongLineWhichStaysOneParagraph) {
  const std::string text = "Mưa\n" + repeated("to ", kLong) + "\nGió";
  const std::vector<Document> pieces = read(text);
  EXPECT_GE(pieces.size(), 4U);
  for (const Document& piece : pieces) EXPECT_EQ(piece.sentences.front().paragraph, piece.offset == 0 ? 0U : 1U);
  EXPECT_EQ(pieces.back().sentences.back().paragraph, 2U);
  expect_words_of(pieces, text, kLong / 3 + 2);
}

TEST_F(Pieces, CutNoCharacter) {
  for (const std::string before : {"", "a", "aa"}) {
    const std::string text = before + repeated("ộ", kLong);
    const std::vector<Document> pieces = read(text);
    EXPECT_GE(pieces.size(), 4U);
    expect_words_of(pieces, text, pieces.size());
  }
}

TEST_F(Pieces, KeepSpansOfTheOriginalWhereItIsNotComposed) {
  const std::string decomposed = "bo\xCC\xA3\xCC\x82 ";  // "bộ" in five code points
  const std::string text = repeated(decomposed, kLong);
  for (const Document& piece : read(text)) {
    EXPECT_EQ(piece.token_text(0), "bộ");
    const Span last = piece.original_span({0, static_cast<std::uint32_t>(piece.tokens.size())});
    EXPECT_EQ(last.start, piece.offset);
    EXPECT_EQ(piece.original_text({last.end - 6, last.end}), decomposed.substr(0, 6));
  }
}

TEST_F(Pieces, HaveTheMetadataOfTheText) {
  for (const Document& piece : read("\xEF\xBB\xBF"
                                    "date 2021-08-15\n" +
                                    repeated("date 2020-01-01 to\n", kLong))) {
    EXPECT_EQ(piece.id, "id");
    EXPECT_EQ(piece.date, "2021-08-15");
    EXPECT_EQ(piece.token_text(0), "date");
  }
}

TEST_F(Pieces, WithoutAWordAreLeftOut) {
  EXPECT_TRUE(read("").empty());
  EXPECT_TRUE(read(std::string(kLong, ' ')).empty());
  const std::vector<Document> pieces = read(std::string(kLong, ' ') + "Mưa" + std::string(kLong, '\n'));
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].original_span({0, 1}), (Span{kLong, kLong + 4}));
}

}  // namespace
}  // namespace quanhe
