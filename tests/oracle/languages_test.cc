// What random patterns leave out: packs that join equals in other ways, and triggers that are not marked.

#include <gtest/gtest.h>

#include "oracle/compare.h"
#include "oracle/random_cases.h"
#include "oracle/scale.h"

namespace quanhe::oracle {
namespace {

PatternNode parsed(const std::string& source) { return std::get<PatternNode>(parse_pattern(source)); }

TEST(Coordinations, OfAnyKindMayBeMissingFromAPack) {
  for (unsigned missing = 0; missing < 8; ++missing) {
    Language language = test_language();
    if ((missing & 1U) != 0) language.coordination.between.clear();
    if ((missing & 2U) != 0) language.coordination.last.clear();
    if ((missing & 4U) != 0) language.coordination.pair.clear();
    Comparison comparison(language);
    RandomCases cases(missing);
    for (const bool trigger : {false, true}) {
      const PatternNode pattern = parsed(trigger ? "{p: Party+} [a]" : "a? {p: Party+}");
      ASSERT_TRUE(comparison.set_pattern(pattern, trigger ? TriggerUse::kRequired : TriggerUse::kNone));
      for (std::uint32_t i = 0; i < 500 / kScale; ++i) {
        const PreparedSentence sentence(cases.sentence_for(pattern), comparison.words());
        const auto difference = sentence.valid() ? comparison.disagreement(sentence) : std::nullopt;
        ASSERT_FALSE(difference) << *difference;
      }
    }
  }
}

struct Unmarked {
  std::string marked;
  std::string unmarked;
};

const std::vector<Unmarked> kUnmarked = {
    {"{p: Person} .. [a b] {q: Country}?", "{p: Person} .. a b {q: Country}?"},
    {"Person b? [a-b] (c | A) Country", "Person b? a-b (c | A) Country"},
    {"c? [<verb>] {p: Person}", "c? <verb> {p: Person}"},
    {"{p: Name} [{k: <title>}] !Person", "{p: Name} {k: <title>} !Person"},
    {"^ {p: Person} <verb>* [b] ... $", "^ {p: Person} <verb>* b ... $"},
    {"c? [a] b? | Person [<title>]", "c? a b? | Person <title>"},
};

TEST(Triggers, NeedNotBeMarkedWhereOneCouldBeOnly) {
  Comparison comparison(test_language());
  RandomCases cases(11);
  for (const Unmarked& test : kUnmarked) {
    const PatternNode marked = parsed(test.marked);
    ASSERT_TRUE(comparison.set_pattern(marked, TriggerUse::kRequired)) << test.marked;
    ASSERT_TRUE(comparison.set_unmarked(parsed(test.unmarked))) << test.unmarked << ": " << comparison.faults();
    const std::uint64_t matched = comparison.counts().matched;
    for (std::uint32_t i = 0; i < 500; ++i) {
      const PreparedSentence sentence(cases.sentence_for(marked), comparison.words());
      const auto difference = sentence.valid() ? comparison.disagreement(sentence) : std::nullopt;
      ASSERT_FALSE(difference) << *difference;
    }
    EXPECT_GT(comparison.counts().matched, matched) << test.marked;
  }
}

// Each is refused: the trigger is in doubt, or would not always take part.
TEST(Triggers, AreRefusedWhereTheReferenceDoesNotKnowThem) {
  for (const char* pattern : {"Person", "a Person b", "<verb> Person a", "[a] [b]", "[a]? b", "(b | [a]) c", "{p: [a]}",
                              "[Person a]", "[Name]", "[.. a]", "[a] | b c Person b", "[a?]", "[!b a] | [Number]"}) {
    Engine engine(test_language());
    std::string faults;
    EXPECT_FALSE(engine.compile(pattern, TriggerUse::kRequired, faults)) << pattern;
    EXPECT_NE(faults, "") << pattern;
  }
}

}  // namespace
}  // namespace quanhe::oracle
