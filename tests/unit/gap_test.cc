#include <gtest/gtest.h>

#include <string>

#include "unit/pattern_bench.h"

namespace quanhe {
namespace {

std::string whole(std::string_view pattern, std::string_view marked) { return PatternBench().whole(pattern, marked); }
std::string act(std::string_view pattern, std::string_view marked) { return PatternBench().act(pattern, marked); }

std::string repeated(const std::string& text, int times) {
  std::string made;
  for (int i = 0; i < times; ++i) made += text;
  return made;
}

TEST(Gaps, TakeTheNearest) {
  EXPECT_EQ(whole("a .. b", "a x b y b"), "a x b");
  EXPECT_EQ(whole("a .. b", "a b b"), "a b");
  EXPECT_EQ(act("a .. [b]", "a a x b"), "a x [b]");
  EXPECT_EQ(whole("a ... b $", "a x b y b"), "a x b y b");
}

TEST(Gaps, AreAsLongAsTheirNumber) {
  EXPECT_EQ(whole("a ..2 b", "a x y b"), "a x y b");
  EXPECT_EQ(whole("a ..2 b", "a x y z b"), "");
  EXPECT_EQ(whole("a .. b", "a" + repeated(" x", 20) + " b"), "a" + repeated(" x", 20) + " b");
  EXPECT_EQ(whole("a .. b", "a" + repeated(" x", 21) + " b"), "");
  EXPECT_EQ(whole("a ... b", "a" + repeated(" x", 500) + " b"), "a" + repeated(" x", 500) + " b");
  EXPECT_EQ(act("a ..2 [b]", "a x y b"), "a x y [b]");
  EXPECT_EQ(act("a ..2 [b]", "a x y z b"), "");
}

TEST(Gaps, StepOverWholeMentions) {
  EXPECT_EQ(whole("a ..1 b", "a <O Hội Chữ thập đỏ <C Lào>> b"), "a Hội Chữ thập đỏ Lào b");
  EXPECT_EQ(whole("a ..3 đỏ", "a <O Hội Chữ thập đỏ>"), "");
  EXPECT_EQ(whole("a ..2 {c: Country}", "a <O Hội <C Lào>>"), "");
  EXPECT_EQ(act("a ..1 [b]", "a <O Hội Chữ thập đỏ <C Lào>> b"), "a Hội Chữ thập đỏ Lào [b]");
}

TEST(Gaps, DoNotPassASemicolonOrAColon) {
  for (const char* sign : {";", ":"}) {
    EXPECT_EQ(whole("a .. b", std::string("a x") + sign + " b"), "");
    EXPECT_EQ(whole("a ... b", std::string("a x") + sign + " b"), "");
    EXPECT_EQ(act("a ... [b]", std::string("a x") + sign + " b"), "");
    EXPECT_EQ(whole(std::string("a .. ") + sign + " b", std::string("a x") + sign + " b"),
              std::string("a x") + sign + " b");
  }
  EXPECT_EQ(whole("a .. b", "a x, (y) - . b"), "a x, (y) - . b");
}

TEST(Gaps, DoNotPassWhatCouldFillTheCaptureOnEitherSide) {
  EXPECT_EQ(whole("{a: Person} .. x", "<P An> và <P Bé> x"), "Bé x | a=Bé");
  EXPECT_EQ(whole("^ {a: Person} .. x", "<P An> và <P Bé> x"), "");
  EXPECT_EQ(whole("^ {a: Person} ... x", "<P An> và <P Bé> x"), "");
  EXPECT_EQ(whole("^ {a: Person} .. x", "<P An> và <C Lào> x"), "An và Lào x | a=An");
  EXPECT_EQ(whole("x .. {b: Country} $", "x <C Lào> và <C Áo>"), "");
  EXPECT_EQ(whole("x .. {b: Country} $", "x <P An> và <C Áo>"), "x An và Áo | b=Áo");
  EXPECT_EQ(whole("^ {a: Person} y .. x", "<P An> y <P Bé> x"), "");
  EXPECT_EQ(whole("^ {a: Person}? y .. x", "y <P Bé> x"), "");
  EXPECT_EQ(whole("^ ({a: Person} | {b: Country}) .. x", "<P An> <C Lào> x"), "");
}

TEST(Gaps, MayPassWhatFillsACaptureBeyondAnotherGapOrTheTrigger) {
  EXPECT_EQ(act("{a: Person} [gặp] .. x", "<P An> gặp <P Bé> x"), "An [gặp] Bé x | a=An");
  EXPECT_EQ(whole("^ {a: Person} ..1 y .. x", "<P An> y <P Bé> x"), "An y Bé x | a=An");
}

TEST(Gaps, AreHeldByTheNearestCaptureOnTheLeftOfATrigger) {
  EXPECT_EQ(act("{a: Person} .. [gặp]", "<P An> hẹn <P Bé> rồi gặp"), "Bé rồi [gặp] | a=Bé");
  EXPECT_EQ(act("^ {a: Person} ... [gặp]", "<P An> hẹn <P Bé> rồi gặp"), "");
}

// The time itself is not measured: a matcher that tries every way would not end within the test's limit.
TEST(BoundedTime, HoldsForRepetitionsWithinRepetitions) {
  const std::string text = repeated("x ", 1000) + "y";
  EXPECT_EQ(whole("^ ((x? x?)*4 (x* x*)*4)* z", text), "");
  EXPECT_EQ(whole("^ (((x+4)+4)+4)+ z", text), "");
  EXPECT_EQ(whole("^ (x | x | x x)*32 (x | x x)*32 z", text), "");
}

TEST(BoundedTime, HoldsForGapsBehindGaps) {
  const std::string text = repeated("x ", 1023) + "y";
  EXPECT_EQ(whole("^ x ... x ... x ... x ... x ... x z", text), "");
  EXPECT_EQ(whole("^ (x ...)*32 z", text), "");
  EXPECT_EQ(whole("^ (x ..60)*30 z", text), "");
  EXPECT_EQ(act("z (... x)*32 ... [y]", text), "");
}

TEST(BoundedTime, HoldsForLookaheadsWithinRepetitions) {
  EXPECT_EQ(whole("^ (!(x* z) x)*32 z", repeated("x ", 1023) + "y"), "");
}

}  // namespace
}  // namespace quanhe
