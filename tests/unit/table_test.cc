#include "query/table.h"

#include <gtest/gtest.h>

namespace quanhe {
namespace {

TEST(Table, AlignsByDisplayWidth) {
  Table table({{"NAME"}, {"N", true}});
  table.add_row({"Bùi", "1"});
  table.add_row({"Bu\u0300i Sơn", "23"});
  table.add_row({"中国", "4"});
  EXPECT_EQ(table.to_text(0),
            "NAME      N\n"
            "Bùi       1\n"
            "Bu\u0300i Sơn  23\n"
            "中国      4\n");
}

TEST(Table, NarrowsTheWidestColumnsThatMayBe) {
  Table table({{"A", false, 4}, {"B", false, 4}, {"ID"}});
  table.add_row({"abcdefghij", "abcdef", "identifier"});
  EXPECT_EQ(table.to_text(26),
            "A       B       ID\n"
            "abcde…  abcdef  identifier\n")
      << "10 columns of the id and 4 of gaps leave 12 for both: the wider one gives way";
}

TEST(Table, StaysWiderThanAskedWhereNothingMayShrink) {
  Table table({{"A", false, 4}, {"ID"}});
  table.add_row({"abcdefghij", "identifier"});
  EXPECT_EQ(table.to_text(5), "A     ID\nabc…  identifier\n");
  EXPECT_EQ(table.to_text(0), "A           ID\nabcdefghij  identifier\n");
}

TEST(Table, ShowsNoControlCharacters) {
  Table table({{"A"}});
  table.add_row({"a\tb\nc\x1b[31m"});
  EXPECT_EQ(table.to_text(0), "A\na b c [31m\n");
}

TEST(Table, CutsBetweenLettersAndCountsWideOnes) {
  EXPECT_EQ(cut_to_width("Sơn", 3), "Sơn");
  EXPECT_EQ(cut_to_width("Sơn La", 4), "Sơn…");
  EXPECT_EQ(cut_to_width("So\u031bn La", 3), "So\u031b…");
  EXPECT_EQ(cut_to_width("中国人", 4), "中…");
  EXPECT_EQ(cut_to_width("abc", 1), "…");
}

}  // namespace
}  // namespace quanhe
