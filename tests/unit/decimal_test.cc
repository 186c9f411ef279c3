#include "base/decimal.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quanhe {
namespace {

constexpr NumberSigns kComma{',', '.'};

std::string read(std::string_view text, const NumberSigns& signs = kPlainNumbers) {
  const std::optional<Decimal> number = Decimal::parse(text, signs);
  return number ? number->text() : "none";
}

std::string product(std::string_view a, std::string_view b) {
  const std::optional<Decimal> result = Decimal::parse(a, kPlainNumbers)->times(*Decimal::parse(b, kPlainNumbers));
  return result ? result->text() : "none";
}

TEST(Decimals, AreReadByTheSignsOfALanguage) {
  EXPECT_EQ(read("3,892", kComma), "3.892");
  EXPECT_EQ(read("3.892", kComma), "3892");
  EXPECT_EQ(read("3.892.000,50", kComma), "3892000.5");
  EXPECT_EQ(read("3,892", {'.', ','}), "3892");
  EXPECT_EQ(read("3.892", {'.', ','}), "3.892");
  EXPECT_EQ(read("1234567", kComma), "1234567");
  EXPECT_EQ(read("3.892"), "3.892");
}

TEST(Decimals, AreWrittenInOneWay) {
  EXPECT_EQ(read("007.500"), "7.5");
  EXPECT_EQ(read("0.050"), "0.05");
  EXPECT_EQ(read("100"), "100");
  EXPECT_EQ(read("10.00"), "10");
  for (const char* zero : {"0", "000", "0.000", "-0", "-0.0"}) EXPECT_EQ(read(zero), "0") << zero;
  EXPECT_EQ(read("-2.50"), "-2.5");
  EXPECT_EQ(read("\u22122"), "-2");
}

TEST(Decimals, AreNothingElse) {
  for (const char* wrong : {"",    "-",  "--1", "- 1", "+1",  "abc",  "1a",    "a1",  " 1",   "1 ",     "1%",
                            "1e9", ".5", "5.",  ".",   "-.5", "1..5", "1.2.3", "1,5", "0x10", "\u0661", "1\u2212"}) {
    EXPECT_EQ(read(wrong), "none") << wrong;
  }
  for (const char* wrong : {"1.2.3", "1.23", "1234.567", "1.2345", "1.234.56", ".123", "1.", "0.123", "00.123",
                            "1..234", "1,234.567", "1,2,3", "1.234,", ",5", "1.-23", "1.234.", "1.234,5.678"}) {
    EXPECT_EQ(read(wrong, kComma), "none") << wrong;
  }
  EXPECT_EQ(read(std::string_view("1\0"
                                  "234",
                                  5)),
            "none");
}

TEST(Decimals, HaveAtMostThirtyDigits) {
  EXPECT_EQ(read(std::string(30, '9')), std::string(30, '9'));
  EXPECT_EQ(read("0." + std::string(28, '0') + "1"), "0." + std::string(28, '0') + "1");
  EXPECT_EQ(read(std::string(31, '9')), "none");
  EXPECT_EQ(read(std::string(40, '9')), "none");
  EXPECT_EQ(read(std::string(1000000, '0')), "none");
  EXPECT_EQ(read("1." + std::string(30, '0')), "none");
}

TEST(Products, AreExact) {
  EXPECT_EQ(product("3.892", "1000000000"), "3892000000");
  EXPECT_EQ(product("0.1", "0.2"), "0.02");
  EXPECT_EQ(product("1.005", "1000"), "1005");
  EXPECT_EQ(product("2.5", "0.4"), "1");
  EXPECT_EQ(product("99999999999999", "99999999999999"), "9999999999999800000000000001");
  EXPECT_EQ(product("-3", "0.5"), "-1.5");
  EXPECT_EQ(product("-3", "-5"), "15");
  EXPECT_EQ(product("0", "-1000"), "0");
  EXPECT_EQ(product("0.00", "1000000"), "0");
}

TEST(Products, AreAsThoseOfIntegers) {
  const std::vector<long long> numbers = {0, 1, 2, 9, 10, 99, 101, 999, 1000, 12345, 99999, 100001, 123456789};
  for (const long long a : numbers) {
    for (const long long b : numbers) {
      EXPECT_EQ(product(std::to_string(a), std::to_string(b)), std::to_string(a * b));
    }
  }
}

TEST(Products, AreNotRoundedWhereTheyAreTooLong) {
  const std::string nines(15, '9');
  EXPECT_EQ(product(nines, nines), "999999999999998000000000000001");
  EXPECT_EQ(product(nines, nines + "9"), "none");
  EXPECT_EQ(product("0.0000000000000001", "0.0000000000000001"), "none");
  EXPECT_EQ(product("1" + std::string(29, '0'), "10"), "none");
  EXPECT_EQ(product("1" + std::string(29, '0'), "0.1"), "1" + std::string(28, '0'));
}

}  // namespace
}  // namespace quanhe
