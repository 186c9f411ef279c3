#include <gtest/gtest.h>

#include <cstdlib>

#include "oracle/compare.h"
#include "oracle/random_cases.h"
#include "oracle/scale.h"

namespace quanhe::oracle {
namespace {

constexpr std::uint32_t kPatterns = 20'000;
constexpr std::uint32_t kSentencesPerPattern = 4;

// Made patterns of which the engine refuses some; those that it takes are counted.
void compare_random(TriggerUse trigger, std::uint64_t seed) {
  RandomCases cases(seed);
  Comparison comparison(test_language());
  while (comparison.counts().accepted < kPatterns / 2 / kScale) {
    const PatternNode pattern = trigger == TriggerUse::kNone ? cases.pattern() : cases.trigger_pattern();
    if (!comparison.set_pattern(pattern, trigger)) continue;
    for (std::uint32_t i = 0; i < kSentencesPerPattern; ++i) {
      const PreparedSentence sentence(cases.sentence_for(pattern), comparison.words());
      if (!sentence.valid()) continue;
      const auto difference = comparison.disagreement(sentence);
      ASSERT_FALSE(difference) << *difference;
    }
  }
  const Comparison::Counts& counts = comparison.counts();
  ::testing::Test::RecordProperty("compared", std::to_string(counts.compared));
  ::testing::Test::RecordProperty("matched", std::to_string(counts.matched));
  EXPECT_LT(counts.refused, counts.accepted);
  EXPECT_GT(counts.matched * 20, counts.compared);
  EXPECT_LT(counts.given_up * 100, counts.compared);
}

TEST(RandomPatterns, AgreeWithoutATrigger) { compare_random(TriggerUse::kNone, 3); }
TEST(RandomPatterns, AgreeFromTheirTrigger) { compare_random(TriggerUse::kRequired, 5); }

}  // namespace
}  // namespace quanhe::oracle
