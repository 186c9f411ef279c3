#include <gtest/gtest.h>

#include <string>

#include "unit/pattern_bench.h"

namespace quanhe {
namespace {

PatternBench bench() {
  PatternBench made;
  made.with_class("meet", {"gặp", "gặp gỡ", "hội đàm"})
      .with_class("body", {"Công an"}, LetterCase::kExact)
      .with_phrase("office", "{title: <minister>} {c: Country}?")
      .with_class("minister", {"bộ trưởng", "thứ trưởng", "thứ trưởng thường trực"});
  return made;
}

std::string whole(std::string_view pattern, std::string_view marked) { return bench().whole(pattern, marked); }
std::string act(std::string_view pattern, std::string_view marked) { return bench().act(pattern, marked); }

TEST(Words, MatchWhateverTheirLetterCaseAndSpelling) {
  EXPECT_EQ(whole("hoà giải", "Họ HÒA GIẢI rồi"), "HÒA GIẢI");
  EXPECT_EQ(whole("kỹ sư", "một Kĩ sư trẻ"), "Kĩ sư");
  EXPECT_EQ(whole("hoa", "hòa"), "");
}

TEST(Words, MaySignsAndNumbersBe) {
  EXPECT_EQ(whole("x '(' 24 / 6 - y ')' :", "x (24/6-Y):"), "x (24/6-Y):");
  EXPECT_EQ(whole("a–b", "a – b"), "a – b");
  EXPECT_EQ(whole("'hội đàm'", "hội đàm"), "hội đàm");
}

TEST(Classes, MatchTheirEntriesTheLongestFirst) {
  EXPECT_EQ(whole("{k: <meet>}", "họ gặp gỡ nhau"), "gặp gỡ | k=gặp gỡ");
  EXPECT_EQ(whole("{k: <meet>} gỡ", "họ gặp gỡ nhau"), "gặp gỡ | k=gặp");
  EXPECT_EQ(act("{k: <meet>} [nhau]", "họ gặp gỡ nhau"), "gặp gỡ [nhau] | k=gặp gỡ");
  EXPECT_EQ(whole("<meet>", "hội nghị"), "");
}

TEST(Classes, MayBeLeftOutBeforeATrigger) {
  EXPECT_EQ(act("<minister>? [đến]", "hai bộ trưởng đến"), "bộ trưởng [đến]");
  EXPECT_EQ(act("<minister>? [đến]", "hai thứ trưởng thường trực đến"), "thứ trưởng thường trực [đến]");
  EXPECT_EQ(act("<minister>? [đến]", "trưởng đến"), "[đến]");
}

TEST(Classes, MayAskForTheirLetterCase) {
  EXPECT_EQ(whole("<body>", "lực lượng công an và Công an"), "Công an");
  EXPECT_EQ(whole("<body>", "công an, CÔNG AN"), "");
}

TEST(Phrases, GiveTheirCaptures) {
  EXPECT_EQ(whole("{o: <office>} x", "Bộ trưởng <C Lào> x"),
            "Bộ trưởng Lào x | o=Bộ trưởng Lào o.title=Bộ trưởng o.c=Lào");
  EXPECT_EQ(whole("{o: <office>} x", "thứ trưởng x"), "thứ trưởng x | o=thứ trưởng o.title=thứ trưởng");
}

TEST(Types, MatchOneWholeMention) {
  EXPECT_EQ(whole("{a: Person}", "bà <P Lê An> đến"), "Lê An | a=Lê An");
  EXPECT_EQ(whole("{a: Party}", "<D hôm qua> <O Hội Chữ thập đỏ>"), "Hội Chữ thập đỏ | a=Hội Chữ thập đỏ");
  EXPECT_EQ(whole("{a: Person|Country} x", "<C Lào> x"), "Lào x | a=Lào");
  EXPECT_EQ(whole("{a: Person}", "<C Lào>"), "");
  EXPECT_EQ(act("{a: Person} [đến]", "bà <P Lê An> đến"), "Lê An [đến] | a=Lê An");
}

TEST(Types, MatchTheOutermostMentionOnly) {
  EXPECT_EQ(whole("{c: Country}", "<O <C Lào> Airlines>"), "");
  EXPECT_EQ(whole("{c: Country}", "<O Quốc hội <C Lào>>"), "");
  EXPECT_EQ(act("{c: Country} [họp]", "<O Quốc hội <C Lào>> họp"), "");
  EXPECT_EQ(act("{c: Party} [họp]", "<O Quốc hội <C Lào>> họp"), "Quốc hội Lào [họp] | c=Quốc hội Lào");
  EXPECT_EQ(whole("{c: Country} x", "<O <C Lào>> x"), "Lào x | c=Lào");
}

TEST(Coordinations, JoinByTheConnectorsOfThePack) {
  EXPECT_EQ(whole("{a: Person+} x", "<P An>, <P Bé>; <P Cả> và <P Dần> x"),
            "An, Bé; Cả và Dần x | a=An, Bé; Cả và Dần");
  EXPECT_EQ(whole("{a: Person+} x", "<P An>, <P Bé>, cùng với <P Cả> x"),
            "An, Bé, cùng với Cả x | a=An, Bé, cùng với Cả");
  EXPECT_EQ(whole("{a: Country+} x", "<C Lào> - <C Áo> x"), "Lào - Áo x | a=Lào - Áo");
  EXPECT_EQ(whole("{a: Person+} x", "<P An> x"), "An x | a=An");
  EXPECT_EQ(act("{a: Person+} [đến]", "<P An>, <P Bé> và <P Cả> đến"), "An, Bé và Cả [đến] | a=An, Bé và Cả");
}

TEST(Coordinations, AreNotMadeByACommaAlone) {
  EXPECT_EQ(whole("{a: Person+}", "<P An>, <P Bé> đến"), "An | a=An");
  EXPECT_EQ(whole("{a: Person+} đến", "<P An>, <P Bé> đến"), "Bé đến | a=Bé");
}

TEST(Coordinations, AreWhatOneCaptureTakesOfOneType) {
  EXPECT_EQ(whole("{a: Person+} x", "<P An> và <C Lào> x"), "");
  EXPECT_EQ(whole("{a: Party+} x", "<P An> và <C Lào> x"), "An và Lào x | a=An và Lào");
}

TEST(Coordinations, DoWithoutTheConnectorsThatAPackDoesNotGive) {
  PatternBench poor = bench();
  poor.scope().coordination = {{}, {"và"}, {}};
  EXPECT_EQ(poor.whole("{a: Person+}", "<P An> và <P Bé>, <P Cả>"), "An và Bé | a=An và Bé");
  poor.scope().coordination = {{","}, {}, {}};
  EXPECT_EQ(poor.whole("{a: Person+}", "<P An>, <P Bé>"), "An | a=An");
}

TEST(PluralReferences, MatchCoordinationsOnly) {
  EXPECT_EQ(whole("{a: Country+} họp", "<C* hai bên> họp"), "hai bên họp | a=hai bên");
  EXPECT_EQ(whole("{a: Country} họp", "<C* hai bên> họp"), "");
  EXPECT_EQ(whole("{a: Country+} họp", "<C* hai bên> và <C Lào> họp"), "hai bên và Lào họp | a=hai bên và Lào");
}

TEST(Captures, TakeWordsAndGaps) {
  EXPECT_EQ(whole("{k: gặp | hội đàm} {what: ..8} x", "hội đàm rất lâu x"),
            "hội đàm rất lâu x | k=hội đàm what=rất lâu");
  EXPECT_EQ(whole("gặp {what: ..} x", "gặp x"), "gặp x | what=");
  EXPECT_EQ(act("{what: ..3} x [gặp]", "y a b x gặp"), "x [gặp] | what=");
  EXPECT_EQ(act("y {what: ..3} x [gặp]", "y a b x gặp"), "y a b x [gặp] | what=a b");
}

TEST(Captures, ThatTookNoPartAreNotThere) {
  EXPECT_EQ(whole("x ({a: y} z)? {b: w}?", "x y w"), "x");
  EXPECT_EQ(whole("({a: x} y | {b: x} z)", "x z"), "x z | b=x");
}

TEST(Repetitions, TakeWhatTheyCan) {
  EXPECT_EQ(whole("x? y", "x y"), "x y");
  EXPECT_EQ(whole("x? y", "y"), "y");
  EXPECT_EQ(whole("x+", "x x x"), "x x x");
  EXPECT_EQ(whole("x* x", "x x x"), "x x x");
  EXPECT_EQ(whole("x+ y", "y"), "");
  EXPECT_EQ(act("x* [y]", "x x y"), "x x [y]");
}

TEST(Repetitions, AreAtMostEightWhereNoNumberStands) {
  EXPECT_EQ(whole("a x* b", "a x x x x x x x x b"), "a x x x x x x x x b");
  EXPECT_EQ(whole("a x* b", "a x x x x x x x x x b"), "");
  EXPECT_EQ(whole("a x*2 b", "a x x b"), "a x x b");
  EXPECT_EQ(whole("a x*2 b", "a x x x b"), "");
  EXPECT_EQ(whole("a x+9 b", "a x x x x x x x x x b"), "a x x x x x x x x x b");
}

TEST(Alternatives, ArePreferredInTheirOrder) {
  EXPECT_EQ(whole("{a: x} | {b: x y}", "x y"), "x | a=x");
  EXPECT_EQ(whole("({a: x} | {b: x y}) z", "x y z"), "x y z | b=x y");
  EXPECT_EQ(act("({a: x} | {b: y x}) [z]", "y x z"), "x [z] | a=x");
  EXPECT_EQ(act("{a: Person} [gặp] {b: Person} | {a: Person} [gặp]", "<P An> gặp nhau"), "An [gặp] | a=An");
}

TEST(Lookaheads, ForbidWhatFollows) {
  EXPECT_EQ(whole("gặp !mặt", "gặp mặt, gặp nhau"), "gặp");
  EXPECT_EQ(whole("gặp !(mặt | nhau)", "gặp mặt gặp nhau"), "");
  EXPECT_EQ(whole("gặp !mặt nhau", "gặp nhau"), "gặp nhau");
  EXPECT_EQ(whole("gặp !{b: Person}", "gặp <P An>"), "");
  EXPECT_EQ(whole("!!x {a: Upper}", "Y X"), "X | a=X");
  EXPECT_EQ(whole("gặp !$", "gặp"), "");
}

TEST(Lookaheads, LookForwardOnTheLeftOfATriggerToo) {
  EXPECT_EQ(act("!x {a: Upper} [gặp]", "X gặp"), "");
  EXPECT_EQ(act("!x {a: Upper} [gặp]", "Y gặp"), "Y [gặp] | a=Y");
  EXPECT_EQ(act("{a: Upper} !gặp [gặp]", "Y gặp"), "");
}

TEST(Borders, OfTheSentenceAreMatched) {
  EXPECT_EQ(whole("^ x", "x"), "x");
  EXPECT_EQ(whole("^ x", "y x"), "");
  EXPECT_EQ(whole("x $", "x x"), "x");
  EXPECT_EQ(whole("x $", "x ."), "");
  EXPECT_EQ(whole("(^ | ,) x", "y , x"), ", x");
  EXPECT_EQ(whole("^ y | x", "y x"), "y");
  EXPECT_EQ(whole("^ z | x", "y x"), "x");
  EXPECT_EQ(act("^ y [x] z $", "y x z"), "y [x] z");
  EXPECT_EQ(act("^ y [x]", "w y x"), "");
}

TEST(MentionBorders, AreEnteredAtTheFirstTokenOnly) {
  EXPECT_EQ(whole("thương mại", "kim ngạch <O thương mại>"), "thương mại");
  EXPECT_EQ(whole("thương", "<O thương mại>"), "thương");
  EXPECT_EQ(whole("mại", "<O thương mại>"), "");
  EXPECT_EQ(whole("ngạch thương mại", "kim ngạch <O thương mại>"), "ngạch thương mại");
  EXPECT_EQ(act("[mại]", "<O thương mại>"), "");
  EXPECT_EQ(act("thương [mại]", "<O thương mại>"), "thương [mại]");
  EXPECT_EQ(act("x ... [mại]", "x <O thương mại>"), "");
  EXPECT_EQ(whole("x .. mại", "x <O thương mại>"), "");
}

TEST(Triggers, AreTriedFromTheTriggerOnBothSides) {
  EXPECT_EQ(act("{a: Person} .. [thăm] .. {b: Country}", "<P An> rồi <P Bé> mới thăm nước <C Lào> và <C Áo>"),
            "Bé mới [thăm] nước Lào | a=Bé b=Lào");
  EXPECT_EQ(act("{a: Person}? đã? [thăm] {b: Country}?", "đã thăm <C Lào>"), "đã [thăm] Lào | b=Lào");
  EXPECT_EQ(act("{a: Person} [{k: <meet>}] {b: Person}", "<P An> gặp gỡ <P Bé>"),
            "An [gặp gỡ] Bé | a=An k=gặp gỡ b=Bé");
}

TEST(Triggers, AreImpliedByTheOnlyObligatoryWords) {
  EXPECT_EQ(act("{a: Person} hội đàm {b: Person}?", "<P An> hội đàm"), "An [hội đàm] | a=An");
  EXPECT_EQ(act("{a: Person} <meet>", "<P An> gặp"), "An [gặp] | a=An");
}

}  // namespace
}  // namespace quanhe
