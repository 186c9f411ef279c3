#include "text/near_copy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace quanhe {
namespace {

// Words that no other seed gives.
std::string words(int count, int seed) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "w" + std::to_string(seed * 100000 + i * i) + (i % 12 == 11 ? ". " : " ");
  return text;
}

bool share_a_key(const std::string& a, const std::string& b) {
  const std::vector<std::uint64_t> first = near_copy_keys(a), second = near_copy_keys(b);
  return std::any_of(first.begin(), first.end(), [&](std::uint64_t key) {
    return std::find(second.begin(), second.end(), key) != second.end();
  });
}

TEST(NearCopy, SharesAKeyWhereLittleDiffers) {
  const std::string report = words(400, 1);
  EXPECT_TRUE(share_a_key(report, report));
  EXPECT_TRUE(share_a_key(report, "Một báo khác: " + report + " Theo TTXVN."));
  EXPECT_TRUE(share_a_key(report, report.substr(0, report.size() * 19 / 20)));
}

TEST(NearCopy, SharesNoKeyBetweenOtherTexts) {
  for (int seed = 2; seed < 40; ++seed) EXPECT_FALSE(share_a_key(words(400, 1), words(400, seed))) << seed;
  // A quarter of the words in common is a background paragraph, not a copy.
  EXPECT_FALSE(share_a_key(words(300, 1) + words(100, 2), words(300, 3) + words(100, 2)));
}

TEST(NearCopy, CountsNeitherCaseNorSigns) {
  EXPECT_EQ(near_copy_keys("Gặp gỡ, hôm nay: “ASEAN”!"), near_copy_keys("gặp gỡ hôm nay ASEAN"));
  EXPECT_NE(near_copy_keys("gặp gỡ hôm nay"), near_copy_keys("gặp gỡ hôm qua"));
  std::string shouted = words(200, 7);
  std::replace(shouted.begin(), shouted.end(), 'w', 'W');
  std::replace(shouted.begin(), shouted.end(), '.', '!');
  EXPECT_EQ(near_copy_keys(shouted), near_copy_keys(words(200, 7)));
}

TEST(NearCopy, HasAKeyForEveryText) {
  EXPECT_EQ(near_copy_keys("").size(), 1u);
  EXPECT_EQ(near_copy_keys(words(63, 1)).size(), 1u);
  EXPECT_EQ(near_copy_keys(words(64, 1)).size(), 14u);
  EXPECT_EQ(near_copy_keys(std::string(100000, 'x')).size(), 1u);
  EXPECT_FALSE(share_a_key(words(63, 1), words(62, 1)));
}

}  // namespace
}  // namespace quanhe
