#include <gtest/gtest.h>

#include <string>

#include "unit/pattern_bench.h"

namespace quanhe {
namespace {

constexpr const char* kNoTrigger =
    "0: no trigger, and more or less than one part of the pattern could be it "
    "(put the words that name the act in [ ])";

std::vector<std::string> names_of(const CompiledPattern& pattern) {
  std::vector<std::string> names;
  for (const CaptureInfo& capture : pattern.captures) names.push_back(capture.name);
  return names;
}

TEST(Compile, NamesTheCapturesOfPhrasesAfterTheCaptureAroundThem) {
  PatternBench bench;
  bench.with_class("title", {"bộ trưởng"}).with_phrase("office", "{t: <title>} {c: Country}?");
  const CompiledPattern pattern = bench.compiled("{o: <office>} {p: <office>} {a: Party+}", TriggerUse::kNone)[0];
  EXPECT_EQ(names_of(pattern), (std::vector<std::string>{"o", "o.t", "o.c", "p", "p.t", "p.c", "a"}));
  EXPECT_EQ(pattern.captures[0].types, 0u);
  EXPECT_EQ(pattern.captures[2].types, 2u);
  EXPECT_EQ(pattern.captures[6].types, 7u);
  EXPECT_TRUE(pattern.captures[6].many);
  EXPECT_FALSE(pattern.captures[2].many);
  ASSERT_EQ(pattern.captures[1].classes.size(), 1u);
  EXPECT_EQ(pattern.captures[1].classes[0]->name(), "title");
  EXPECT_EQ(pattern.slot_count(), 16u);
}

TEST(Compile, JoinsTheTypesOfACaptureThatIsWrittenTwice) {
  const CompiledPattern pattern = PatternBench().compiled("{a: Person} x | {a: Country} y", TriggerUse::kNone)[0];
  EXPECT_EQ(names_of(pattern), std::vector<std::string>{"a"});
  EXPECT_EQ(pattern.captures[0].types, 3u);
}

TEST(Compile, NamesWhatIsUnknownAndWhatIsNear) {
  PatternBench bench;
  bench.with_class("meeting", {"gặp"}).with_phrase("minister", "{c: Country}");
  EXPECT_EQ(bench.faults("gặp <meting>"), "6: unknown word class or phrase \"meting\" (did you mean \"meeting\"?)");
  EXPECT_EQ(bench.faults("<ministre>"), "0: unknown word class or phrase \"ministre\" (did you mean \"minister\"?)");
  EXPECT_EQ(bench.faults("<zzzz>"), "0: unknown word class or phrase \"zzzz\"");
  EXPECT_EQ(bench.faults("{a: Persn}"), "4: unknown type \"Persn\" (did you mean \"Person\"?)");
  EXPECT_EQ(bench.faults("{a: Canberra}"),
            "4: unknown type \"Canberra\" (to match the word itself, quote it: 'Canberra')");
  EXPECT_EQ(bench.faults("{a: 'Canberra'} Canberra {b: USD} {c: Bộ}"), "");
}

TEST(Compile, FindsAllFaultsOfAPattern) {
  EXPECT_EQ(PatternBench().faults("<aa> {x: Persn} <bb>"),
            "0: unknown word class or phrase \"aa\"\n"
            "9: unknown type \"Persn\" (did you mean \"Person\"?)\n"
            "16: unknown word class or phrase \"bb\"");
}

TEST(Compile, PlacesFaultsOfAPhraseWhereItIsNamed) {
  PatternBench bench;
  bench.with_phrase("broken", "x y {a: Persn}");
  EXPECT_EQ(bench.faults("gặp <broken>"), "6: unknown type \"Persn\" (did you mean \"Person\"?)");
}

TEST(Compile, RefusesAPhraseThatContainsItself) {
  PatternBench bench;
  bench.with_phrase("loop", "x <loop>").with_phrase("many", "<many> <many> <many> <many>");
  EXPECT_EQ(bench.faults("<loop>"), "0: phrase \"loop\" contains itself");
  EXPECT_EQ(bench.faults("x <many>"), "2: phrase \"many\" contains itself");
}

TEST(Compile, RefusesPhrasesThatMultiply) {
  PatternBench bench;
  bench.with_phrase("p0", "x y z");
  for (int i = 1; i < 19; ++i) {
    const std::string inner = "<p" + std::to_string(i - 1) + "> ";
    bench.with_phrase("p" + std::to_string(i), inner + inner + inner + inner);
  }
  EXPECT_EQ(bench.faults("x <p18>"),
            "2: the pattern grows to more than 100000 parts (phrases within phrases multiply)");
}

TEST(Compile, RefusesProgramsThatGrowTooLong) {
  PatternBench bench;
  const std::string grown = "the pattern grows to more than 2000 steps (repetitions within repetitions multiply)";
  const std::string large = "((((a*32 b)*32 c)*32 d)*32 e)*32";
  EXPECT_EQ(bench.faults("x " + large), "0: " + grown);
  EXPECT_EQ(bench.faults("[x] " + large, TriggerUse::kRequired), "0: " + grown);
  EXPECT_EQ(bench.faults(large + " [x]", TriggerUse::kRequired), "0: " + grown);
  EXPECT_EQ(bench.faults("x !(" + large + ")"), "0: " + grown);
  EXPECT_EQ(bench.faults("((a*32 b)*8 c)*3"), "");
}

TEST(Trigger, IsImpliedWhereOneWordOrClassIsObligatory) {
  PatternBench bench;
  bench.with_class("meet", {"gặp"});
  for (const char* pattern : {"{a: Person} gặp {b: Person}", "{a: Person} gặp gỡ {b: Person}", "{a: Person} <meet>",
                              "{a: Person} x? {k: <meet>} {b: Person}", "x* gặp .. {b: Person}"}) {
    EXPECT_EQ(bench.faults(pattern, TriggerUse::kRequired), "") << pattern;
  }
}

TEST(Trigger, IsAskedForWhereNoneOrSeveralAreImplied) {
  PatternBench bench;
  bench.with_class("meet", {"gặp"});
  for (const char* pattern : {"{a: Person} {b: Person}", "{a: Person} gặp {b: Person} tại", "gặp <meet>",
                              "gặp {b: Person} <meet>", "{a: Person} x?"}) {
    EXPECT_EQ(bench.faults(pattern, TriggerUse::kRequired), kNoTrigger) << pattern;
  }
}

TEST(Trigger, StandsExactlyOnceAndAlwaysTakesPart) {
  PatternBench bench;
  const std::string help = " (exactly one part of the pattern stands in [ ], and always takes part)";
  EXPECT_EQ(bench.faults("[a] {p: Person} [b]", TriggerUse::kRequired), "0: more than one trigger" + help);
  for (const char* pattern : {"[a]? {p: Person}", "{k: [a]} {p: Person}", "([a] | b) {p: Person}", "x [a]*"}) {
    EXPECT_EQ(bench.faults(pattern, TriggerUse::kRequired),
              "0: the trigger is inside an option, a group or a capture" + help)
        << pattern;
  }
  EXPECT_EQ(bench.faults("([a] x) {p: Person}", TriggerUse::kRequired), "");
}

TEST(Trigger, BeginsWithWords) {
  PatternBench bench;
  for (const char* pattern : {"[{a: Person}] x", "[x? Number]", "[.. x]", "[x?]", "[Name]"}) {
    EXPECT_NE(bench.faults(pattern, TriggerUse::kRequired).find("the trigger can begin with something else than words"),
              std::string::npos)
        << pattern;
  }
}

TEST(Trigger, BelongsToEachAlternativeAtTheTop) {
  PatternBench bench;
  EXPECT_EQ(
      bench.compiled("{a: Person} [gặp] {b: Person} | [hội đàm] | {a: Person} thăm", TriggerUse::kRequired).size(), 3u);
  EXPECT_EQ(bench.faults("[gặp] | {a: Person}", TriggerUse::kRequired), "10: " + std::string(kNoTrigger).substr(3));
}

TEST(FirstItems, AreWhatAPatternCanBeginWith) {
  PatternBench bench;
  bench.with_class("meet", {"gặp gỡ", "hội đàm"});
  const FirstItems first = bench.compiled("x? (<meet> | {a: Party} | Number) y", TriggerUse::kNone)[0].first;
  EXPECT_EQ(first.words.size(), 3u);
  EXPECT_TRUE(std::is_sorted(first.words.begin(), first.words.end()));
  EXPECT_EQ(first.types, 7u);
  EXPECT_EQ(first.kinds, 1u << static_cast<unsigned>(PatternKind::kNumber));
  EXPECT_FALSE(first.anything);
}

TEST(FirstItems, OfAGapOrOfNothingAreAnything) {
  PatternBench bench;
  EXPECT_TRUE(bench.compiled(".. x", TriggerUse::kNone)[0].first.anything);
  EXPECT_TRUE(bench.compiled("x? y?", TriggerUse::kNone)[0].first.anything);
  EXPECT_FALSE(bench.compiled("!x y", TriggerUse::kNone)[0].first.anything);
}

TEST(Needs, AreWhatNoMatchIsWithoutTheRarestFirst) {
  PatternBench bench;
  bench.with_class("meet", {"gặp gỡ", "hội đàm"});
  const auto needs = [&](const char* pattern) { return bench.compiled(pattern, TriggerUse::kNone)[0].needs.from; };
  EXPECT_TRUE(needs("x? .. (y | z?)").empty());
  EXPECT_EQ(needs(".. x !y").size(), 1u);
  EXPECT_EQ(needs(".. <meet>").size(), 1u);
  bench.with_class("talk", {"gặp gỡ thân mật", "hội đàm hẹp"});
  EXPECT_EQ(needs(".. <talk>").size(), 2u);  // the two words that its entries begin with, and those that they end with
  EXPECT_EQ(needs(".. x y !z").size(), 1u);
  const std::vector<ItemSet> either = needs(".. (x Upper | Upper {a: Party} | Number)");
  ASSERT_EQ(either.size(), 1u);
  EXPECT_EQ(either[0].words.size(), 1u);
  EXPECT_EQ(either[0].types, 7u);
  EXPECT_EQ(either[0].kinds, 1u << static_cast<unsigned>(PatternKind::kNumber));
  const std::vector<ItemSet> order = needs(".. Upper {a: Party} x");
  ASSERT_EQ(order.size(), 3u);
  EXPECT_EQ(order[0].words.size(), 1u);
  EXPECT_EQ(order[1].types, 7u);
}

TEST(Needs, OfATriggerLieOnItsTwoSides) {
  PatternBench bench;
  const Needs needs = bench.compiled("x {a: Party} [gặp] y", TriggerUse::kRequired)[0].needs;
  EXPECT_EQ(needs.before.size(), 2u);
  EXPECT_EQ(needs.from.size(), 1u);  // the trigger's own word is there wherever it is tried
}

TEST(FirstItems, AreBoundToTheSentencesStartOnTheWaysThatGoOverIt) {
  PatternBench bench;
  // How many words begin the pattern anywhere, and how many where the sentence starts.
  const auto counts = [&](const char* pattern) {
    const CompiledPattern compiled = bench.compiled(pattern, TriggerUse::kNone)[0];
    return std::pair(compiled.first.words.size(), compiled.first_at_start.words.size());
  };
  for (const char* pattern : {"^ x", "{a: ^ x} y", "(^ x)+ y", "!y ^ x"}) {
    EXPECT_EQ(counts(pattern), std::pair(std::size_t{0}, std::size_t{1})) << pattern;
  }
  EXPECT_EQ(counts("(^ x | ^ y)"), std::pair(std::size_t{0}, std::size_t{2}));
  for (const char* pattern : {"(^ | ,) x", "^ x | y", "(^ x)? y", "^? x"}) {
    EXPECT_EQ(counts(pattern), std::pair(std::size_t{1}, std::size_t{1})) << pattern;
  }
  EXPECT_EQ(counts("x ^"), std::pair(std::size_t{1}, std::size_t{0}));
  const CompiledPattern mixed = bench.compiled("x | ^ .. y", TriggerUse::kNone)[0];
  EXPECT_FALSE(mixed.first.anything);
  EXPECT_TRUE(mixed.first_at_start.anything);
}

}  // namespace
}  // namespace quanhe
