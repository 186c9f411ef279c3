#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "base/check.h"
#include "base/diagnostics.h"
#include "base/hash.h"
#include "base/interner.h"
#include "base/keyed_hash.h"
#include "base/result.h"
#include "base/span.h"
#include "base/strings.h"
#include "base/tab_separated.h"
#include "base/utf8.h"

namespace quanhe {
namespace {

TEST(Check, SaysWhatWasViolatedAndEndsTheProgram) {
  EXPECT_DEATH(QUANHE_CHECK(1 + 1 == 3), "base_test.cc:[0-9]+: broken invariant: 1 \\+ 1 == 3");
}

TEST(Result, HoldsAValueOrAnError) {
  const Result<int> seven = 7;
  const Result<int> failed = Error{"no number"};
  EXPECT_TRUE(seven.ok());
  EXPECT_EQ(seven.value(), 7);
  EXPECT_FALSE(failed);
  EXPECT_EQ(failed.error().message, "no number");
  EXPECT_TRUE(Result<void>());
  EXPECT_EQ(Result<void>(Error{"full"}).error().message, "full");
}

TEST(Result, EndsTheProgramWhenTheWrongSideIsRead) {
  const Result<int> seven = 7;
  const Result<int> failed = Error{"no number"};
  EXPECT_DEATH(static_cast<void>(failed.value()), "broken invariant");
  EXPECT_DEATH(static_cast<void>(seven.error()), "broken invariant");
  EXPECT_DEATH(static_cast<void>(Result<void>().error()), "broken invariant");
}

TEST(Span, IsHalfOpen) {
  const Span span{2, 5};
  EXPECT_EQ(span.length(), 3u);
  EXPECT_TRUE(span.contains({2, 5}));
  EXPECT_TRUE(span.contains({4, 5}));
  EXPECT_FALSE(span.contains({4, 6}));
  EXPECT_TRUE(span.overlaps({4, 9}));
  EXPECT_FALSE(span.overlaps({5, 9}));
  EXPECT_FALSE(span.overlaps({0, 2}));
  EXPECT_LT((Span{1, 9}), (Span{2, 3}));
}

TEST(Hash, IsTheSameOnEveryMachineAndInEveryVersion) {
  EXPECT_EQ(stable_hash(""), 0xf52a15e9a9b5e89bULL);
  EXPECT_EQ(stable_hash("a"), 0x02c0bdbf481420f8ULL);
  EXPECT_EQ(stable_hash("Person\nBùi Văn Nam"), 0xdb654200e0463957ULL);
}

TEST(KeyedHash, TellsApartWhatTheStandardLibraryDoesNot) {
  const std::string first = "rpkbbcrlEjfdA4'2ktrksxkm[B^cu=9ZthttcncbEz)+2)Gx";  // of tests/bench/hostile.py
  const std::string second = "rpkbbcrlEjfdA4'2ktrksxkm[B^cu=9ZcntmkkmmRhy%7<.L";
  EXPECT_NE(KeyedHash()(first), KeyedHash()(second));
  EXPECT_NE(KeyedHash()(std::uint64_t{1}), KeyedHash()(std::uint64_t{2}));
}

TEST(KeyedHash, IsTheSameInAProcessAndAnotherInEach) {
  const std::size_t here = KeyedHash()("Hà Nội");
  EXPECT_EQ(KeyedHash()(std::string("Hà Nội")), here);
  testing::FLAGS_gtest_death_test_style = "threadsafe";   // the other process begins anew
  setenv("HASH_THERE", std::to_string(here).c_str(), 0);  // and does not change what this one leaves to it
  EXPECT_EXIT(std::exit(std::getenv("HASH_THERE") == std::to_string(KeyedHash()("Hà Nội")) ? 1 : 0),
              testing::ExitedWithCode(0), "");
}

TEST(KeyedHash, LetsTablesBeAskedByAViewOfAKey) {
  KeyedMap<std::string, int> map = {{"", 0}, {"Lào", 1}};
  const KeyedSet<std::uint64_t> set = {0, UINT64_MAX};
  EXPECT_EQ(map.find(std::string_view("Lào và").substr(0, 4))->second, 1);
  EXPECT_EQ(map.count(std::string_view()), 1u);
  EXPECT_EQ(map.find(std::string_view("Là")), map.end());
  EXPECT_EQ(set.count(UINT64_MAX) + set.count(1), 1u);
}

TEST(Hash, IsWrittenInTheLastHexadecimalDigits) {
  EXPECT_EQ(to_hex(0xABCDEF), "0000000000abcdef");
  EXPECT_EQ(to_hex(0x123456789ABCDEF0ULL, 4), "def0");
  EXPECT_EQ(to_hex(5, 1), "5");
  EXPECT_DEATH(to_hex(5, 17), "broken invariant");
}

TEST(Interner, NumbersStringsInTheOrderOfTheirFirstAppearance) {
  Interner interner;
  EXPECT_EQ(interner.add("hai"), 0u);
  EXPECT_EQ(interner.add("ba"), 1u);
  EXPECT_EQ(interner.add("hai"), 0u);
  EXPECT_EQ(interner.add(""), 2u);
  EXPECT_EQ(interner.size(), 3u);
  EXPECT_EQ(interner.text(1), "ba");
  EXPECT_EQ(interner.find("ba"), 1u);
  EXPECT_EQ(interner.find("bốn"), Interner::kNone);
  EXPECT_DEATH(interner.text(3), "broken invariant");
}

TEST(Interner, KeepsItsViewsWhileItGrowsAndWhenItMoves) {
  Interner interner;
  interner.add("đầu");
  const std::string_view first = interner.text(0);
  for (int i = 0; i < 5000; ++i) interner.add("từ " + std::to_string(i));
  const Interner moved = std::move(interner);
  EXPECT_EQ(moved.text(0).data(), first.data());
  EXPECT_EQ(moved.find("đầu"), 0u);
  EXPECT_EQ(moved.find("từ 4999"), 5000u);
}

TEST(Strings, SplitKeepsEmptyPieces) {
  EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string_view>{"a", "", "b", ""}));
  EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
}

TEST(Strings, TrimTakesAsciiBlanksOnly) {
  EXPECT_EQ(trim(" \t\r\n a b \n"), "a b");
  EXPECT_EQ(trim(" \n"), "");
  EXPECT_EQ(trim("\u00A0a"), "\u00A0a");
}

TEST(Strings, JoinPutsTheSeparatorBetween) {
  EXPECT_EQ(join(std::vector<std::string>{"a", "", "a"}, ", "), "a, , a");
  EXPECT_EQ(join(std::vector<std::string>{}, ", "), "");
}

TEST(Strings, CollapseBlanksMendsANameThatALineBreakCut) {
  EXPECT_EQ(collapse_blanks("  Hồ\n\t Chí \r\nMinh "), "Hồ Chí Minh");
  EXPECT_EQ(collapse_blanks(" \n "), "");
}

TEST(Nearest, FindsWhatWasProbablyMeant) {
  const std::vector<std::string> known = {"Person", "Country", "Province"};
  EXPECT_EQ(nearest("Persn", known), "Person");
  EXPECT_EQ(nearest("Prsoen", known), "Person");  // a letter left out, and two swapped: an edit each
  EXPECT_EQ(nearest("County", known), "Country");
  EXPECT_EQ(nearest("Country", known), "Country");
}

TEST(Nearest, GivesNothingThatIsMoreThanAThirdAway) {
  const std::vector<std::string> known = {"abcdef"};
  EXPECT_EQ(nearest("abcdxy", known), "abcdef");
  EXPECT_EQ(nearest("abcxyz", known), "");
  EXPECT_EQ(nearest("xy", std::vector<std::string>{"xz"}), "");
  EXPECT_EQ(nearest("xyz", std::vector<std::string>{}), "");
}

TEST(Nearest, PrefersTheMostAlikeAndThenTheFirst) {
  EXPECT_EQ(nearest("treaties", std::vector<std::string>{"treated", "treatise"}), "treatise");
  EXPECT_EQ(nearest("abcd", std::vector<std::string>{"abce", "abcf"}), "abce");
}

// By what replaces the bytes that are not well-formed, which looks at one sequence after the other.
TEST(Utf8, IsJudgedAlikeHoweverManyBytesAreLookedAtAtOnce) {
  const std::vector<std::string> pieces = {"a",  "ô",        "ế",        "🇻",        "\xE0\xA0\x80", "\xED\x9F\xBF",
                                           "\x80", "\xC3",     "\xE1\xBA", "\xF0\x9F", "\xC0\x80",     "\xED\xA0\x80",
                                           "\xE0\x9F\xBF", "\xF4\x90\x80\x80", "\xFF"};
  std::uint64_t state = 1;
  const auto below = [&](std::size_t end) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(state >> 33) % end;
  };
  int good = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    // Mostly well-formed pieces, so that there is something of both.
    for (std::size_t left = below(40); left > 0; --left) text += pieces[below(60) == 0 ? below(pieces.size()) : below(4)];
    const bool valid = replace_invalid_utf8(text) == text;
    good += valid ? 1 : 0;
    ASSERT_EQ(is_valid_utf8(text), valid) << round;
  }
  EXPECT_GT(good, 5000);
  EXPECT_LT(good, 19000);
}

TEST(Utf8, KnowsTheBoundsOfRfc3629) {
  for (const char* good : {"", "a", "é", "ệ", "\xF0\x9F\x98\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_valid_utf8(good)) << good;
  }
  for (const char* bad :
       {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE1\xBB", "\xF0\x9F\x98", "\xC3(", "\xE1\xBB("}) {
    EXPECT_EQ(find_invalid_utf8(std::string("ô") + bad), 2u) << bad;
  }
}

TEST(Utf8, IsTheSameAtEveryPlaceOfALongText) {
  for (std::size_t size = 0; size < 300; ++size) {
    for (const std::string good : {"x", "ô", "ệ", "🇻"}) {
      std::string text;
      while (text.size() < size) text += good;
      EXPECT_TRUE(is_valid_utf8(text)) << size;
      for (const std::size_t place : {size / 4, size / 2, size * 3 / 4, size - size / 9 - 1}) {
        if (place >= text.size()) continue;
        std::string broken = text;
        broken[place] = '\xFF';
        EXPECT_FALSE(is_valid_utf8(broken)) << size << " " << place;
        EXPECT_EQ(is_valid_utf8(text.substr(0, place)), place % good.size() == 0) << size << " " << place;
      }
    }
  }
}

TEST(Utf8, EachBadByteIsReplacedAndTheRestStays) {
  EXPECT_EQ(replace_invalid_utf8("Lào\xFF\xC3 Huế"), "Lào\uFFFD\uFFFD Huế");
  EXPECT_EQ(replace_invalid_utf8("\xE1\xBB"), "\uFFFD\uFFFD");
  EXPECT_EQ(replace_invalid_utf8("Huế"), "Huế");
}

TEST(Diagnostics, AreSortedByPlaceAndThenByMessage) {
  Diagnostics diagnostics;
  diagnostics.error({"b.yaml", 1, 1}, "one");
  diagnostics.error({"a.yaml", 10, 1}, "two");
  diagnostics.error({"a.yaml", 9, 5}, "four");
  diagnostics.error({"a.yaml", 9, 5}, "five");
  diagnostics.error({"a.yaml", 9, 2}, "three");
  EXPECT_EQ(diagnostics.to_text(),
            "a.yaml:9:2: error: three\n"
            "a.yaml:9:5: error: five\n"
            "a.yaml:9:5: error: four\n"
            "a.yaml:10:1: error: two\n"
            "b.yaml:1:1: error: one\n");
  EXPECT_EQ(diagnostics.size(), 5u);
}

TEST(Diagnostics, ShowTheLineAndACaretUnderTheSign) {
  Diagnostics diagnostics;
  const std::string line = "\tmặt trận: [xx]";
  diagnostics.error({"a.yaml", 3, static_cast<std::uint32_t>(line.find("xx") + 1)}, "unknown word \"xx\"",
                    "did you mean \"xy\"?", line);
  EXPECT_EQ(diagnostics.to_text(),
            "a.yaml:3:17: error: unknown word \"xx\"\n"
            "  \tmặt trận: [xx]\n"
            "  \t           ^\n"
            "help: did you mean \"xy\"?\n");
}

TEST(Diagnostics, ShowWhatStandsAroundTheSignInALongLine) {
  Diagnostics diagnostics;
  std::string before, after;
  for (int i = 0; i < 200; ++i) before += "đ", after += "ă";
  diagnostics.error({"a.yaml", 3, static_cast<std::uint32_t>(before.size() + 1)}, "unknown", "", before + "x" + after);
  const std::string cut_before = before.substr(0, 158), cut_after = after.substr(0, 160);
  EXPECT_EQ(diagnostics.to_text(), "a.yaml:3:401: error: unknown\n  …" + cut_before + "x" + cut_after + "…\n   " +
                                       std::string(79, ' ') + "^\n");
}

TEST(Diagnostics, OfAFileWithoutAnEndAreCounted) {
  Diagnostics diagnostics;
  for (std::uint32_t i = 0; i < 10'005; ++i) diagnostics.add(Severity::kWarning, {"a.yaml", i + 1, 1}, "odd", "", "");
  diagnostics.error({"a.yaml", 1, 1}, "wrong");
  EXPECT_TRUE(diagnostics.has_errors());
  EXPECT_EQ(diagnostics.count(Severity::kWarning), 10'005u);
  EXPECT_EQ(diagnostics.sorted().size(), 10'000u);
  EXPECT_TRUE(diagnostics.to_text().ends_with("a.yaml:10000:1: warning: odd\nand 6 more\n"));
}

TEST(Diagnostics, OfAWholeFileHaveNoLine) {
  Diagnostics diagnostics;
  diagnostics.error({"pack.yaml", 0, 0}, "cannot read");
  EXPECT_EQ(diagnostics.to_text(), "pack.yaml: error: cannot read\n");
}

TEST(Diagnostics, CountWarningsAsNoErrors) {
  Diagnostics diagnostics;
  diagnostics.add(Severity::kWarning, {"a.yaml", 1, 2}, "unused", "", "");
  EXPECT_FALSE(diagnostics.has_errors());
  EXPECT_EQ(diagnostics.to_text(), "a.yaml:1:2: warning: unused\n");
  diagnostics.error({"a.yaml", 1, 1}, "wrong");
  EXPECT_TRUE(diagnostics.has_errors());
}

TEST(OneLine, HasNoControlCharacters) {
  EXPECT_EQ(in_one_line("a\tb\nc\x1b[31m\u0085\u2028d\x7f"), "a b c [31m  d ");
  EXPECT_EQ(in_one_line("Bùi"), "Bùi");
  EXPECT_EQ(in_one_line("a\xff"), "a\uFFFD");
}

TEST(TabSeparated, CellsAreNoFormulasAndStayInTheirRow) {
  EXPECT_EQ(tab_separated_cell("Bùi\tThanh\r\nSơn"), "Bùi Thanh  Sơn");
  for (const std::string text : {"=cmd()", "+1", "-1", "@x"}) EXPECT_EQ(tab_separated_cell(text), "'" + text);
  EXPECT_EQ(tab_separated_cell("\t=1"), " =1");
  EXPECT_EQ(tab_separated_cell("a=1"), "a=1");
  EXPECT_EQ(tab_separated_cell("=\"x\""), "\"'=\"\"x\"\"\"");
  EXPECT_EQ(tab_separated_cell(""), "");
}

std::vector<std::vector<std::string>> texts_of(const std::vector<SheetRow>& rows) {
  std::vector<std::vector<std::string>> texts;
  for (const SheetRow& row : rows) {
    texts.emplace_back();
    for (const SheetCell& cell : row) texts.back().push_back(cell.text);
  }
  return texts;
}

TEST(TabSeparated, SheetsAreReadAsSpreadsheetsWriteThem) {
  using Texts = std::vector<std::vector<std::string>>;
  Diagnostics faults;
  const auto read = [&](std::string_view bytes) { return texts_of(read_tab_separated(bytes, "s.tsv", faults)); };
  EXPECT_EQ(read(""), Texts{});
  EXPECT_EQ(read("a\tb\nc\td"), (Texts{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(read("\xEF\xBB\xBFx\r\n\r\n\t\t\r\n\tb\r\n"), (Texts{{"x"}, {"", "b"}}));
  EXPECT_EQ(read("\"a\tb\"\t\"say \"\"x\"\"\nso\"\ta\"b"), (Texts{{"a\tb", "say \"x\"\nso", "a\"b"}}));
  EXPECT_EQ(read("a\t"), (Texts{{"a", ""}}));
  EXPECT_FALSE(faults.has_errors());
}

TEST(TabSeparated, CellsKnowTheirPlaces) {
  Diagnostics faults;
  const std::vector<SheetRow> rows = read_tab_separated("a\t\"b\n\"\tc\nd\te", "s.tsv", faults);
  EXPECT_EQ(rows.at(0).at(2).line, 2U);
  EXPECT_EQ(rows.at(0).at(2).column, 3U);
  EXPECT_EQ(rows.at(1).at(1).line, 3U);
  EXPECT_EQ(rows.at(1).at(1).column, 3U);
}

TEST(TabSeparated, FaultsNameTheirPlace) {
  Diagnostics open;
  read_tab_separated("a\nb\t\"c\n", "s.tsv", open);
  EXPECT_EQ(open.to_text(), "s.tsv:2:3: error: a quote that is never closed\n");
  Diagnostics bytes;
  EXPECT_TRUE(read_tab_separated("a\nb\xff", "s.tsv", bytes).empty());
  EXPECT_EQ(bytes.to_text(), "s.tsv:2:2: error: a byte that is not UTF-8\nhelp: save the file in the encoding UTF-8\n");
}

}  // namespace
}  // namespace quanhe
