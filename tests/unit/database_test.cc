#include "store/database.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "unit/failure_of.h"
#include "unit/made_facts.h"

namespace quanhe {
namespace {

class DatabaseTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
};

TEST_F(DatabaseTest, KeepsTheFirstFailure) {
  Result<Database> database = Database::open_for_writing(folder_ / "x.db");
  ASSERT_TRUE(database.ok());
  database.value().execute("CREATE TABLE t (x INTEGER PRIMARY KEY)");
  SqlStatement insert = database.value().prepare("INSERT INTO t VALUES (?)");
  insert.run(1);
  EXPECT_TRUE(database.value().status().ok());
  insert.run(1);
  const std::string first = failure_of(database.value().status());
  EXPECT_NE(first.find("x.db: cannot write: UNIQUE constraint failed"), std::string::npos) << first;
  insert.run(2);
  database.value().execute("nonsense");
  EXPECT_EQ(failure_of(database.value().status()), first);
  EXPECT_FALSE(database.value().prepare("SELECT x FROM t").next());
}

TEST_F(DatabaseTest, SaysThatTheDiskIsFull) {
  Result<Database> database = Database::open_for_writing(folder_ / "x.db");
  ASSERT_TRUE(database.ok());
  database.value().execute("PRAGMA max_page_count = 2; CREATE TABLE t (x); INSERT INTO t VALUES (zeroblob(100000))");
  EXPECT_EQ(failure_of(database.value().status()), (folder_ / "x.db").string() + ": cannot write: the disk is full");
}

TEST_F(DatabaseTest, BindsAndReadsValues) {
  Result<Database> database = Database::open_for_writing(folder_ / "x.db");
  ASSERT_TRUE(database.ok());
  SqlStatement echo = database.value().prepare("SELECT ?, ?, ?, ?");
  echo.bind(std::int64_t{-5}, std::string_view(), nullptr, std::string("a\0b", 3));
  ASSERT_TRUE(echo.next());
  EXPECT_EQ(echo.integer(0), -5);
  EXPECT_EQ(echo.text(1), "");
  EXPECT_FALSE(echo.is_null(1));
  EXPECT_TRUE(echo.is_null(2));
  EXPECT_EQ(echo.text(3), std::string("a\0b", 3));
  EXPECT_FALSE(echo.next());
}

TEST_F(DatabaseTest, HandsOverRowsUntilOneCannotBe) {
  Result<Database> opened = Database::open_for_writing(folder_ / "x.db");
  ASSERT_TRUE(opened.ok());
  Database& database = opened.value();
  database.execute("CREATE TABLE t (x INTEGER, y); INSERT INTO t VALUES (1, 'a'), (2, NULL), (30, x'62'), (4, 'd')");
  SqlStatement open_row = database.prepare("SELECT x FROM t");
  ASSERT_TRUE(open_row.next());
  std::int64_t sum = 0;
  std::string texts;
  const auto take = [&](const SqlRow& row) {
    sum += row.integer_within(0, 1, 30);
    texts += row.text(1);
    texts += row.bytes(1);
  };
  database.visit("x, y", "FROM t WHERE x < 30", take);
  EXPECT_EQ(sum, 7);
  EXPECT_EQ(texts, "aadd");
  database.visit("x, y", "FROM t WHERE x = 30", take);
  EXPECT_EQ(texts, "aaddbb");

  std::size_t seen = 0;
  const auto count = [&](const SqlRow& row) {
    ++seen;
    row.integer_within(0, 1, 4);
  };
  database.visit("x", "FROM t", count);
  EXPECT_EQ(seen, 3U);
  EXPECT_NE(failure_of(database.status()).find("impossible value"), std::string::npos);
}

}  // namespace
}  // namespace quanhe
