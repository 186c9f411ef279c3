#include "facts/date.h"

#include <gtest/gtest.h>

#include <string>

namespace quanhe {
namespace {

PartialDate date(const char* iso) { return parse_iso_date(iso).value(); }

TEST(PartialDate, IsValidWhereTheCalendarHasIt) {
  for (const PartialDate& valid : {PartialDate{2021, 0, 0}, PartialDate{1, 1, 1}, PartialDate{9999, 12, 31},
                                   PartialDate{2024, 2, 29}, PartialDate{2000, 2, 29}, PartialDate{2021, 2, 0}}) {
    EXPECT_TRUE(is_valid(valid)) << to_iso(valid);
  }
  for (const PartialDate& wrong :
       {PartialDate{0, 0, 0}, PartialDate{10000, 1, 1}, PartialDate{-1, 0, 0}, PartialDate{2021, 13, 0},
        PartialDate{2021, -1, 0}, PartialDate{2021, 0, 5}, PartialDate{2021, 2, 29}, PartialDate{1900, 2, 29},
        PartialDate{2021, 4, 31}, PartialDate{2021, 1, 32}, PartialDate{2021, 1, -1}}) {
    EXPECT_FALSE(is_valid(wrong)) << wrong.year << " " << wrong.month << " " << wrong.day;
  }
}

TEST(PartialDate, GoesToIsoAndBack) {
  for (const char* iso : {"2021", "2021-06", "2021-06-07", "0001-01-01", "9999-12-31", "2024-02-29"}) {
    EXPECT_EQ(to_iso(date(iso)), iso);
  }
  for (int day = first_day_number({1999, 12, 1}); day < first_day_number({2001, 4, 1}); ++day) {
    const PartialDate plain = plus_days({1970, 1, 1}, day);
    ASSERT_TRUE(is_valid(plain));
    ASSERT_EQ(parse_iso_date(to_iso(plain)), plain);
    ASSERT_EQ(first_day_number(plain), day);
    ASSERT_EQ(last_day_number(plain), day);
  }
}

TEST(PartialDate, IsReadFromAWholeTextOnly) {
  EXPECT_EQ(parse_iso_date("2021-06-07T23:59:00+07:00"), (PartialDate{2021, 6, 7}));
  for (const char* wrong : {"",           "202",         "20211",
                            "2021-",      "2021-6",      "2021-006",
                            "2021-06-7",  "2021-06-07 ", "2021-06-07 10:00",
                            "2021/06/07", "20210607",    "2021-06T10:00",
                            "2021T10",    " 2021",       "2021-00",
                            "2021-06-00", "2021-13",     "2021-02-29",
                            "0000",       "-2021",       "2021-+6",
                            "năm"}) {
    EXPECT_EQ(parse_iso_date(wrong), std::nullopt) << wrong;
  }
}

TEST(PartialDate, IsOrderedByCalendarTheLessPreciseFirst) {
  const char* const in_order[] = {"0999", "2021", "2021-06", "2021-06-07", "2021-06-08", "2021-07", "2022"};
  for (std::size_t i = 1; i < std::size(in_order); ++i) EXPECT_LT(date(in_order[i - 1]), date(in_order[i]));
}

TEST(PartialDate, CoversDaysFromTheFirstToTheLast) {
  EXPECT_EQ(first_day_number(date("1970")), 0);
  EXPECT_EQ(last_day_number(date("1970")), 364);
  EXPECT_EQ(first_day_number(date("1969-12-31")), -1);
  EXPECT_EQ(last_day_number(date("2024-02")), first_day_number(date("2024-02-29")));
  EXPECT_EQ(last_day_number(date("2023-02")), first_day_number(date("2023-02-28")));
  EXPECT_EQ(last_day_number(date("2023")), first_day_number(date("2023-12-31")));
  EXPECT_EQ(last_day_number(date("9999-12")), first_day_number(date("9999-12-31")));
  EXPECT_DEATH(first_day_number({2021, 2, 29}), "broken invariant");
  EXPECT_DEATH(last_day_number({2021, 0, 1}), "broken invariant");
}

TEST(PartialDate, MovesByDays) {
  EXPECT_EQ(to_iso(plus_days(date("2021-12-31"), 1)), "2022-01-01");
  EXPECT_EQ(to_iso(plus_days(date("2024-03-01"), -1)), "2024-02-29");
  EXPECT_EQ(to_iso(plus_days(date("2021-06"), 3)), "2021-06-04");
  EXPECT_EQ(to_iso(plus_days(date("2021"), -1)), "2020-12-31");
}

TEST(PartialDate, MovesByMonths) {
  EXPECT_EQ(to_iso(plus_months(date("2021-11"), 2)), "2022-01");
  EXPECT_EQ(to_iso(plus_months(date("2021-01-31"), 1)), "2021-02");
  EXPECT_EQ(to_iso(plus_months(date("2021-01"), -1)), "2020-12");
  EXPECT_EQ(to_iso(plus_months(date("2021-12"), 0)), "2021-12");
  EXPECT_EQ(to_iso(plus_months(date("2021-05"), -29)), "2018-12");
  EXPECT_DEATH(plus_months(date("2021"), 1), "broken invariant");
}

TEST(DateRange, IsOneDateOrAnInterval) {
  EXPECT_EQ(to_iso(DateRange{date("2021-06-07"), {}}), "2021-06-07");
  EXPECT_EQ(to_iso(DateRange{date("2023-03-21"), date("2023-03-22")}), "2023-03-21/2023-03-22");
}

}  // namespace
}  // namespace quanhe
