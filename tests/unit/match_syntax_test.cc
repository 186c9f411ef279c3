#include <gtest/gtest.h>

#include <string>

#include "match/syntax.h"

namespace quanhe {
namespace {

using Kind = PatternNode::Kind;

std::string show(const PatternNode& node);

std::string children(const PatternNode& node, const char* between) {
  std::string text;
  for (const PatternNode& child : node.children) text += (text.empty() ? "" : between) + show(child);
  return text;
}

// The tree with every bracket written out.
std::string show(const PatternNode& node) {
  switch (node.kind) {
    case Kind::kSequence: return "(" + children(node, " ") + ")";
    case Kind::kAlternatives: return "(" + children(node, " | ") + ")";
    case Kind::kRepeat:
      return children(node, "") + "{" + std::to_string(node.minimum) + "," + std::to_string(node.maximum) + "}";
    case Kind::kWord: return "'" + node.text + "'";
    case Kind::kNamed: return "<" + node.text + ">";
    case Kind::kUpperName: return node.text;
    case Kind::kMany: return "many " + children(node, "");
    case Kind::kGap: return node.maximum == PatternNode::kUnbounded ? "..." : ".." + std::to_string(node.maximum);
    case Kind::kCapture: return "{" + node.text + ": " + children(node, "") + "}";
    case Kind::kTrigger: return "[" + children(node, "") + "]";
    case Kind::kNot: return "!" + children(node, "");
    case Kind::kStart: return "^";
    case Kind::kEnd: return "$";
  }
  return "";
}

std::string tree(std::string_view source) {
  const std::variant<PatternNode, PatternFault> parsed = parse_pattern(source);
  const auto* fault = std::get_if<PatternFault>(&parsed);
  return fault != nullptr ? fault->message : show(std::get<PatternNode>(parsed));
}

// "offset: message", the help in brackets.
std::string fault_of(std::string_view source) {
  const std::variant<PatternNode, PatternFault> parsed = parse_pattern(source);
  const auto* fault = std::get_if<PatternFault>(&parsed);
  if (fault == nullptr) return "accepted";
  return std::to_string(fault->offset) + ": " + fault->message + (fault->help.empty() ? "" : " (" + fault->help + ")");
}

TEST(PatternSyntax, ReadsEveryItem) {
  EXPECT_EQ(tree("gặp"), "'gặp'");
  EXPECT_EQ(tree("hội đàm , / - – :"), "('hội' 'đàm' ',' '/' '-' '–' ':')");
  EXPECT_EQ(tree("'(' 'hội đàm'"), "('(' 'hội đàm')");
  EXPECT_EQ(tree("<minister> {o: <office>}"), "(<minister> {o: <office>})");
  EXPECT_EQ(tree("{a: Person|Country} {a: Person+}"), "({a: (Person | Country)} {a: many Person})");
  EXPECT_EQ(tree("{k: gặp | hội đàm} {what: ..8}"), "({k: ('gặp' | ('hội' 'đàm'))} {what: ..8})");
  EXPECT_EQ(tree(".. ..8 ... ..100"), "(..20 ..8 ... ..100)");
  EXPECT_EQ(tree("[cảm ơn] [<meet>] [{kind: <meet>}]"), "([('cảm' 'ơn')] [<meet>] [{kind: <meet>}])");
  EXPECT_EQ(tree("!x ^ $ !<y>? !!z"), "(!'x' ^ $ !<y>{0,1} !!'z')");
  EXPECT_EQ(tree("&x &(y | $) !&z"), "(!!'x' !!('y' | $) !!!'z')");
}

TEST(PatternSyntax, RepeatsWhatStandsRightBeforeTheSign) {
  EXPECT_EQ(tree("x? y* z+ x*4 y+3"), "('x'{0,1} 'y'{0,8} 'z'{1,8} 'x'{0,4} 'y'{1,3})");
  EXPECT_EQ(tree("(x y)? {a: x}* [x]?"), "(('x' 'y'){0,1} {a: 'x'}{0,8} ['x']{0,1})");
  EXPECT_EQ(tree("Person+2 Person* 'Person'+"), "(Person{1,2} Person{0,8} 'Person'{1,8})");
  EXPECT_EQ(tree("x*4 5"), "('x'{0,4} '5')");
  EXPECT_EQ(tree("x* 5"), "('x'{0,8} '5')");
}

TEST(PatternSyntax, BindsAlternativesLoosest) {
  EXPECT_EQ(tree("a b | c | (d|e) f"), "(('a' 'b') | 'c' | (('d' | 'e') 'f'))");
  EXPECT_EQ(tree("((a))"), "'a'");
}

TEST(PatternSyntax, TakesLettersBeyondAsciiForWords) {
  EXPECT_EQ(tree("Đảng Bộ Lào Person"), "('Đảng' Bộ Lào Person)");
}

TEST(PatternSyntax, KnowsWhereEachItemBegins) {
  const PatternNode root = std::get<PatternNode>(parse_pattern("gặp <meet> {b: Person}?"));
  EXPECT_EQ(root.children[0].offset, 0u);
  EXPECT_EQ(root.children[1].offset, 6u);
  EXPECT_EQ(root.children[2].offset, 13u);
  EXPECT_EQ(root.children[2].children[0].children[0].offset, 17u);
}

TEST(PatternSyntax, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(fault_of(""), "0: an item is missing here");
  EXPECT_EQ(fault_of("a |"), "3: an item is missing here");
  EXPECT_EQ(fault_of("gặp ( )"), "8: an item is missing here");
  EXPECT_EQ(fault_of("gặp (a"), "6: '(' without ')'");
  EXPECT_EQ(fault_of("[a"), "0: '[' without ']'");
  EXPECT_EQ(fault_of("{a: b"), "0: '{' without '}'");
  EXPECT_EQ(fault_of("<a"), "0: '<' without '>'");
  EXPECT_EQ(fault_of("a )"), "2: unexpected ')'");
  EXPECT_EQ(fault_of("a }"), "2: unexpected '}'");
  EXPECT_EQ(fault_of("a >"), "2: unexpected '>' (to match the sign itself, quote it: '>')");
  EXPECT_EQ(fault_of("*"), "0: unexpected '*' (to match the sign itself, quote it: '*')");
  EXPECT_EQ(fault_of("{: b}"), "1: a name is missing here");
  EXPECT_EQ(fault_of("{a b}"), "3: expected ':' after the capture's name \"a\"");
  EXPECT_EQ(fault_of("<>"), "1: a name is missing here");
  EXPECT_EQ(fault_of("'a"), "0: \"'\" without a second one");
  EXPECT_EQ(fault_of("''"), "0: nothing is quoted here");
  EXPECT_EQ(fault_of("a !"), "3: an item is missing after '!'");
  EXPECT_EQ(fault_of("a &"), "3: an item is missing after '&'");
  EXPECT_EQ(fault_of("..?"), "2: a gap cannot be repeated (a gap's length is its number: ..8)");
}

TEST(PatternSyntax, BoundsNumbers) {
  EXPECT_EQ(fault_of("x*0"), "0: repeated 0 times, expected 1 to 32");
  EXPECT_EQ(fault_of("x*32"), "accepted");
  EXPECT_EQ(fault_of("x*33"), "0: repeated 33 times, expected 1 to 32");
  EXPECT_EQ(fault_of("x*99999999999"), "0: repeated 999999 times, expected 1 to 32");
  EXPECT_EQ(fault_of("..0"), "0: a gap of 0 steps, expected 1 to 100 (\"...\" goes to any distance in the sentence)");
  EXPECT_EQ(fault_of("..100"), "accepted");
  EXPECT_EQ(fault_of("..101"),
            "0: a gap of 101 steps, expected 1 to 100 (\"...\" goes to any distance in the sentence)");
}

TEST(PatternSyntax, BoundsNesting) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '(') + "a" + std::string(depth, ')'); };
  EXPECT_EQ(fault_of(nested(39)), "accepted");
  EXPECT_NE(fault_of(nested(41)), "accepted");
  EXPECT_TRUE(fault_of(std::string(1'000'000, '(')).ends_with("nested deeper than 40"));
  EXPECT_TRUE(fault_of(std::string(1'000'000, '!') + "a").ends_with("nested deeper than 40"));
  EXPECT_TRUE(fault_of(std::string(1'000'000, '&') + "a").ends_with("nested deeper than 40"));
  EXPECT_EQ(fault_of("(a) (b) " + nested(39)), "accepted");
}

}  // namespace
}  // namespace quanhe
