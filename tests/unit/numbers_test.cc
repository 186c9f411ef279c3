#include "export/numbers.h"

#include <gtest/gtest.h>

#include "export/byte_sink.h"

namespace quanhe {
namespace {

TEST(Numbers, HaveSixDigitsAndNoExponent) {
  const auto text = [](double value) {
    TextSink out;
    append_decimal(out.begin(), value);
    return out.text();
  };
  EXPECT_EQ(text(0), "0");
  EXPECT_EQ(text(-0.0), "0");
  EXPECT_EQ(text(1.0 / 3), "0.333333");
  EXPECT_EQ(text(1234567.8), "1234568");
  EXPECT_EQ(text(-12.5), "-12.5");
  EXPECT_EQ(text(0.00000012345678), "0.000000123457");
}

TEST(Numbers, KeepAllDigitsOfAPlace) {
  const auto text = [](double value) {
    TextSink out;
    append_exact(out.begin(), value);
    return out.text();
  };
  EXPECT_EQ(text(0), "0");
  EXPECT_EQ(text(-175.25), "-175.25");
  EXPECT_EQ(text(105.854167123), "105.854167123");
  EXPECT_EQ(text(0.00000012345678), "0.00000012345678");
}

TEST(Numbers, WriteThousandths) {
  EXPECT_EQ(thousandths_to_decimal(990), "0.990");
  EXPECT_EQ(thousandths_to_decimal(5), "0.005");
  EXPECT_EQ(thousandths_to_decimal(1000), "1.000");
}

}  // namespace
}  // namespace quanhe
