#include "text/word_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <vector>

#include "text/word_reader.h"

namespace quanhe {
namespace {

// A part of what a pack of Vietnamese says.
SpellingRules vietnamese() {
  return {{{"oà", "òa"}, {"oé", "óe"}, {"uỷ", "ủy"}, {"quỷ", "quỷ"}}, {{"kỹ", "kĩ"}, {"ly", "li"}}, {"GS", "tp"}, {}};
}

bool equal_when_folded(const std::string& a, const std::string& b) {
  WordTable words(vietnamese());
  return words.add(a).folded == words.find(b).folded;
}

bool equal_when_exact(const std::string& a, const std::string& b) {
  WordTable words(vietnamese());
  return words.add(a).exact == words.find(b).exact;
}

TEST(WordTable, KnowsOnlyTheWordsThatWereAdded) {
  WordTable words;
  const WordTable::Forms added = words.add("Mưa");
  EXPECT_EQ(words.find("Mưa").folded, added.folded);
  EXPECT_EQ(words.find("Mưa").exact, added.exact);
  EXPECT_EQ(words.find("nắng").folded, WordTable::kUnknown);
  EXPECT_EQ(words.find("nắng").exact, WordTable::kUnknown);
  EXPECT_EQ(words.find("mua").folded, WordTable::kUnknown);
}

TEST(WordTable, ReadsALetterAsAnotherThatLooksLikeIt) {
  SpellingRules spelling = vietnamese();
  spelling.letters = {{"ð", "đ"}};
  WordTable words(spelling);
  EXPECT_EQ(words.canonical("Ðặng"), "Đặng");
  EXPECT_EQ(words.canonical("ðảo"), "đảo");
  const WordTable::Forms added = words.add("Đại");
  EXPECT_EQ(words.find("Ðại").exact, added.exact);
  EXPECT_EQ(words.find("ÐẠI").folded, added.folded);
  EXPECT_EQ(words.find("Dại").folded, WordTable::kUnknown);
}

TEST(WordTable, FoldsLetterCaseAndTellsItApart) {
  EXPECT_TRUE(equal_when_folded("Đảo", "đảo"));
  EXPECT_TRUE(equal_when_folded("đảo", "ĐẢO"));
  EXPECT_FALSE(equal_when_exact("Đảo", "đảo"));
  EXPECT_TRUE(equal_when_exact("Đảo", "Đảo"));
  EXPECT_TRUE(equal_when_folded("ascii", "ASCII"));
}

TEST(WordTable, ReadsTwoPlacesOfTheToneAlike) {
  EXPECT_TRUE(equal_when_folded("hòa", "hoà"));
  EXPECT_TRUE(equal_when_folded("HOÀ", "hòa"));
  EXPECT_TRUE(equal_when_exact("hòa", "hoà"));
  EXPECT_TRUE(equal_when_exact("HÒA", "HOÀ"));
  EXPECT_FALSE(equal_when_exact("Hòa", "hoà"));
  EXPECT_FALSE(equal_when_folded("hòa", "hoa"));
}

TEST(WordTable, ReadsIAndYAlike) {
  EXPECT_TRUE(equal_when_folded("kỹ", "kĩ"));
  EXPECT_TRUE(equal_when_folded("KỸ", "Kĩ"));
  EXPECT_TRUE(equal_when_exact("Ly", "Li"));
  EXPECT_FALSE(equal_when_folded("my", "mi"));
}

TEST(WordTable, RespellsTheEndOfAWordOnly) {
  EXPECT_FALSE(equal_when_folded("oàn", "òan"));
  EXPECT_FALSE(equal_when_folded("lyn", "lin"));
}

TEST(WordTable, TakesTheLongestEnding) {
  WordTable words(vietnamese());
  EXPECT_EQ(words.canonical("quỷ"), "quỷ");
  EXPECT_EQ(words.canonical("thuỷ"), "thủy");
}

TEST(WordTable, RespellsEndingsOfAnyLength) {
  SpellingRules spelling;
  spelling.canonical = {{"x", "ks"}, {"yz", "is"}, {"oà", "òa"}, {"iếng", "yếng"}};
  const WordTable words(spelling);
  EXPECT_EQ(words.canonical("box"), "boks");
  EXPECT_EQ(words.canonical("X"), "Ks");
  EXPECT_EQ(words.canonical("boxes"), "boxes");
  EXPECT_EQ(words.canonical("Jayz"), "Jais");
  EXPECT_EQ(words.canonical("hoà"), "hòa");
  EXPECT_EQ(words.canonical("tiếng"), "tyếng");
  EXPECT_EQ(words.canonical("à"), "à");
  std::string room = "other";
  EXPECT_EQ(words.canonical("tho", room), "tho");
  EXPECT_EQ(words.canonical("hoà", room), "hòa");
}

TEST(WordTable, ShowsNamesWithCanonicalSpellingAndTheirLetterCase) {
  const WordTable words(vietnamese());
  EXPECT_EQ(words.canonical("Hoà"), "Hòa");
  EXPECT_EQ(words.canonical("HOÀ"), "HÒA");
  EXPECT_EQ(words.canonical("hòa"), "hòa");
  EXPECT_EQ(words.canonical("Oà"), "Òa");
  EXPECT_EQ(words.canonical("Kỹ"), "Kỹ");
  EXPECT_EQ(words.canonical(""), "");
}

TEST(WordTable, KnowsAbbreviationsAsTheyAreWritten) {
  const WordTable words(vietnamese());
  EXPECT_TRUE(words.is_abbreviation("GS"));
  EXPECT_TRUE(words.is_abbreviation("tp"));
  EXPECT_FALSE(words.is_abbreviation("gs"));
}

TEST(WordTable, GivesTheSameNumberHoweverAWordIsSpelt) {
  WordTable words(vietnamese());
  const std::uint32_t first = words.add("hoà").folded;
  EXPECT_EQ(words.add("HÒA").folded, first);
  EXPECT_EQ(words.find("Hoà").folded, first);
}

TEST(WordReader, GivesWhatItsTableGivesHoweverOftenAndHoweverMany) {
  WordTable words(vietnamese());
  for (int i = 0; i < 1000; ++i) words.add("từ" + std::to_string(i * 50));
  for (const std::size_t length : {8, 16, 17, 200}) words.add(std::string(length, 'x'));
  WordReader reader(words);
  for (int i = 0; i < 300'000; ++i) {  // more than are remembered
    const std::string word = (i % 2 == 0 ? "từ" : "TỪ") + std::to_string(i % 150'000);
    ASSERT_EQ(reader.find(word).folded, words.find(word).folded) << word;
    ASSERT_EQ(reader.find(word).exact, words.find(word).exact) << word;
  }
  for (const std::size_t length : {7, 8, 9, 15, 16, 17, 18, 200}) {
    const std::string word(length, 'X');
    EXPECT_EQ(reader.find(word).folded, words.find(word).folded) << length;
    EXPECT_EQ(reader.find(word).folded, words.find(word).folded) << length;
  }
  EXPECT_EQ(reader.find("").folded, WordTable::kUnknown);
}

// Words of 16 letters and signs that place_of() in word_reader.cc gives one place.
std::vector<std::string> words_of_one_place(std::size_t count) {
  const auto is_sign = [](char c) { return c > ' ' && c <= '~'; };
  std::vector<std::string> words;
  for (std::uint64_t number = 0; words.size() < count; ++number) {
    std::string word = "12345678aaaaaaaa";
    std::uint64_t rest = number;
    for (std::size_t i = 8; i < 16; ++i, rest /= 26) word[i] = static_cast<char>('a' + rest % 26);
    std::array<std::uint64_t, 2> key;
    std::memcpy(key.data(), word.data(), word.size());
    key[0] = key[1] * 0xFF51AFD7ED558CCDULL;
    std::memcpy(word.data(), key.data(), sizeof key[0]);
    if (std::all_of(word.begin(), word.end(), is_sign)) words.push_back(word);
  }
  return words;
}

TEST(WordReader, GivesWhatItsTableGivesOfMoreWordsThanItLooksForAtOnePlace) {
  WordTable table(vietnamese());
  const std::vector<std::string> words = words_of_one_place(300);
  for (std::size_t i = 0; i < words.size(); i += 2) table.add(words[i]);
  WordReader reader(table);
  for (int times = 0; times < 2; ++times) {
    for (const std::string& word : words) {
      EXPECT_EQ(reader.find(word).folded, table.find(word).folded) << word;
      EXPECT_EQ(reader.find(word).exact, table.find(word).exact) << word;
    }
    EXPECT_EQ(reader.find("none").folded, WordTable::kUnknown);
  }
}

}  // namespace
}  // namespace quanhe
