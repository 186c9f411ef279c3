// The numbers of the reference: gaps, repetitions, names and coordinations just short of their bound, and just past
// it, which is farther than patterns and sentences made by chance go.

#include <gtest/gtest.h>

#include "oracle/compare.h"

namespace quanhe::oracle {
namespace {

struct Case {
  std::string pattern;
  std::string first;     // words before
  std::string repeated;  // a word; "P" has a Person on it
  std::vector<std::uint32_t> times;
  std::string between;  // a word between the repetitions
  std::string last;     // words after
};

void append(const std::string& words, SentencePlan& plan) {
  std::string word;
  for (const char c : words + " ") {
    if (c != ' ') {
      word += c;
      continue;
    }
    if (word.empty()) continue;
    const auto start = static_cast<std::uint32_t>(plan.pieces.size());
    if (word == "P") plan.mentions.push_back({{start, start + 1}, kPerson, false, 0});
    plan.pieces.push_back({word, word == "-"});
    word.clear();
  }
}

SentencePlan sentence(const Case& test, std::uint32_t times) {
  SentencePlan plan;
  append(test.first, plan);
  for (std::uint32_t i = 0; i < times; ++i) append((i > 0 ? test.between + " " : " ") + test.repeated, plan);
  append(test.last, plan);
  for (std::size_t i = 1; i < plan.pieces.size(); ++i) plan.pieces[i].glued |= plan.pieces[i - 1].text == "-";
  return plan;
}

const std::vector<std::uint32_t> kAroundEight = {0, 1, 7, 8, 9, 10, 11, 12, 18};
const std::vector<std::uint32_t> kAroundTwenty = {0, 1, 19, 20, 21, 22};

const std::vector<Case> kCases = {
    {"a .. b", "a", "c", kAroundTwenty, "", "b"},
    {"a ..20 b", "a", "c", kAroundTwenty, "", "b"},
    {"a ..3 b", "a", "c", {2, 3, 4}, "", "b"},
    {"a ..3 b", "a", "P", {2, 3, 4}, "", "b"},
    {"a ..100 b", "a", "c", {99, 100, 101}, "", "b"},
    {"a ... b", "a", "c", {0, 1, 21, 101, 400}, "", "b"},
    {"{p: a*} {q: a*}", "", "a", kAroundEight, "", ""},
    {"{p: a+} {q: a*}", "", "a", kAroundEight, "", ""},
    {"{p: a*4} {q: a+4}", "", "a", {1, 3, 4, 5, 7, 8, 9}, "", ""},
    {"{p: a*32} {q: a}", "", "a", {31, 32, 33, 34}, "", ""},
    {"{p: Name} {q: Upper*}", "", "A", kAroundEight, "", "c"},
    {"{p: Name} {q: Upper*}", "", "A", kAroundEight, "-", "c"},
    {"{p: Name+} {q: Upper*}", "", "A", {7, 8, 9, 16, 63, 64, 65, 73}, "", "c"},
    {"{p: Person+} ..8 c", "", "P", kAroundEight, ",", "and P c"},
    {"{p: Person+} ..8 c", "", "P", kAroundEight, ",", ", and P c"},
};

const std::vector<Case> kTriggerCases = {
    {"b .. [a]", "b", "c", kAroundTwenty, "", "a"},
    {"b ... [a]", "b", "c", {0, 21, 101, 400}, "", "a"},
    {"b ..3 [a]", "b", "P", {2, 3, 4}, "", "a"},
    {"[a] .. b", "a", "c", kAroundTwenty, "", "b"},
    {"{p: b*} {q: b*} [a]", "", "b", kAroundEight, "", "a"},
    {"{p: Name} [a]", "c", "A", kAroundEight, "", "a"},
    {"{p: Name} [a]", "c", "B", kAroundEight, "-", "a"},
    {"{p: Person+} [a]", "c", "P", kAroundEight, ",", "and P a"},
    {"{p: Person+} [a]", "c", "P", kAroundEight, ",", ", and P a"},
    {"{p: Person+} [a]", "c P -", "P", {1, 2, 3}, "-", "a"},
};

void compare(const std::vector<Case>& cases, TriggerUse trigger) {
  Comparison comparison(test_language());
  for (const Case& test : cases) {
    ASSERT_TRUE(comparison.set_pattern(std::get<PatternNode>(parse_pattern(test.pattern)), trigger)) << test.pattern;
    for (const std::uint32_t times : test.times) {
      const PreparedSentence made(sentence(test, times), comparison.words());
      ASSERT_TRUE(made.valid()) << test.pattern;
      const auto difference = comparison.disagreement(made);
      EXPECT_FALSE(difference) << *difference;
    }
  }
  EXPECT_GT(comparison.counts().matched, cases.size());
  EXPECT_EQ(comparison.counts().given_up, 0U);
}

TEST(Bounds, AreThoseOfTheReference) { compare(kCases, TriggerUse::kNone); }
TEST(Bounds, AreTheSameReadFromATrigger) { compare(kTriggerCases, TriggerUse::kRequired); }

}  // namespace
}  // namespace quanhe::oracle
