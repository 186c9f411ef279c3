#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/terms.h"

namespace quanhe {
namespace {

// Types Person, Country and Ministry; "met" is symmetric, "citizen_of" and "thanked" are directed. The pattern has
// the captures a: Person, o (a phrase with a class) and o.c: Country.
class Terms : public testing::Test {
 protected:
  Terms() : title_("title", LetterCase::kFolded), scale_("scale", LetterCase::kFolded) {
    scale_.add({"million", {{"factor", "1000000"}, {"sign", "M"}}}, words_);
    scale_.add({"dozens", {}}, words_);
    for (const char* name : {"Person", "Country", "Ministry"}) {
      rules_.type_masks.push_back(TypeMask{1} << rules_.ontology.types.size());
      rules_.ontology.types.push_back({name, "", {{"en", name}}, {}, "", ""});
    }
    rules_.ontology.relations = {{"met", {}, "", true, false, {"Person"}, {"Person"}},
                                 {"citizen_of", {}, "", false, true, {"Person"}, {"Country"}},
                                 {"thanked", {}, "", false, false, {"Person", "Country"}, {"Person", "Country"}}};
    rules_.defaults = {{"country", 1, {}}};
    captures_ = {{"a", 1, false, {}},   {"o", 0, false, {}}, {"o.t", 0, false, {&title_}},
                 {"o.c", 2, false, {}}, {"n", 0, false, {}}, {"u", 0, false, {&scale_}}};
  }

  TermScope scope(bool has_self = true) const { return {captures_, rules_, has_self}; }

  CaptureReference reference(std::string_view text) const {
    Scanner scanner(text);
    return parse_reference(scanner, scope());
  }

  template <typename Parse>
  static std::string fault_of(Parse parse) {
    try {
      parse();
    } catch (const PatternFault& fault) {
      return std::to_string(fault.offset) + ": " + fault.message + (fault.help.empty() ? "" : " (" + fault.help + ")");
    }
    return "accepted";
  }

  std::string edge_fault(std::string_view line, bool has_self = true) const {
    return fault_of([&] { parse_edge(line, scope(has_self)); });
  }

  WordTable words_{SpellingRules{}};
  WordClass title_;
  WordClass scale_;
  RuleSet rules_;
  std::vector<CaptureInfo> captures_;
};

TEST_F(Terms, NameCapturesFeaturesAndWords) {
  EXPECT_EQ(reference("a").capture, 0u);
  EXPECT_FALSE(reference("a").text);
  EXPECT_EQ(reference("{o.c}").capture, 3u);
  EXPECT_EQ(reference("o.c").around, 1u);
  EXPECT_EQ(reference("o.c").default_chain, 0u);
  EXPECT_EQ(reference("a").default_chain, UINT32_MAX);
  EXPECT_TRUE(reference("a.text").text);
  EXPECT_EQ(reference("o.title").capture, 1u);
  EXPECT_EQ(reference("o.title").feature, "title");
  EXPECT_EQ(reference("self").capture, CaptureReference::kSelf);
}

TEST_F(Terms, ThatNameNothingAreFaults) {
  EXPECT_EQ(fault_of([&] { reference("o.cc.x"); }), "0: unknown capture \"$o.cc.x\"");
  EXPECT_EQ(fault_of([&] { reference("{b}"); }), "1: unknown capture \"$b\"");
  EXPECT_EQ(fault_of([&] { reference("a.title"); }), "0: unknown capture \"$a.title\"");
  EXPECT_EQ(fault_of([&] { reference("slef"); }), "0: unknown capture \"$slef\" (did you mean \"self\"?)");
  EXPECT_EQ(fault_of([&] { reference("{a"); }), "2: expected \"}\"");
  EXPECT_EQ(edge_fault("$self -met- $a", false), "1: \"$self\" in a rule that makes no node");
}

TEST_F(Terms, OfATemplateStandBetweenItsWords) {
  const Template made = parse_template("Bộ ${o.title} $o.c!", scope());
  ASSERT_EQ(made.pieces.size(), 5u);
  EXPECT_EQ(made.pieces[0].literal, "Bộ ");
  EXPECT_EQ(made.pieces[1].reference->feature, "title");
  EXPECT_EQ(made.pieces[2].literal, " ");
  EXPECT_EQ(made.pieces[3].reference->capture, 3u);
  EXPECT_EQ(made.pieces[4].literal, "!");
  EXPECT_TRUE(parse_template("", scope()).pieces.empty());
  EXPECT_EQ(fault_of([&] { parse_template("Bộ $zz", scope()); }), "6: unknown capture \"$zz\"");
}

TEST_F(Terms, MakeChains) {
  Scanner scanner("$a/citizen_of|@subject | Ministry \"Bộ $o.c\"|\"chữ\" | @document_date");
  const Chain chain = parse_chain(scanner, scope());
  ASSERT_EQ(chain.size(), 5u);
  EXPECT_EQ(chain[0].kind, Term::Kind::kCapture);
  EXPECT_EQ(chain[0].relation, "citizen_of");
  EXPECT_EQ(chain[1].kind, Term::Kind::kSlot);
  EXPECT_EQ(chain[1].slot, "subject");
  EXPECT_EQ(chain[2].kind, Term::Kind::kNode);
  EXPECT_EQ(chain[2].type, 2u);
  EXPECT_EQ(chain[2].name.pieces.size(), 2u);
  EXPECT_EQ(chain[3].kind, Term::Kind::kText);
  EXPECT_EQ(chain[4].kind, Term::Kind::kDocumentDate);
}

TEST_F(Terms, MakeEdges) {
  const EdgeTemplate edge = parse_edge("$a|@subject -thanked {title: $o.title, at: @date|\"nay\"}-> $o.c", scope());
  EXPECT_EQ(edge.from.size(), 2u);
  EXPECT_EQ(edge.relation, 2u);
  EXPECT_EQ(edge.to.at(0).reference.capture, 3u);
  ASSERT_EQ(edge.attributes.size(), 2u);
  EXPECT_EQ(edge.attributes[1].first, "at");
  EXPECT_EQ(edge.attributes[1].second.size(), 2u);
  EXPECT_EQ(parse_edge("$a -met- $a", scope()).relation, 0u);
}

TEST_F(Terms, OfValuesMayBeProducts) {
  Scanner scanner("$n * $u.factor * 2.50|$n*1 | 2 * $n|\"no\"");
  const Chain chain = parse_values(scanner, scope());
  EXPECT_TRUE(scanner.at_end());
  ASSERT_EQ(chain.size(), 4u);
  EXPECT_EQ(chain[0].kind, Term::Kind::kProduct);
  ASSERT_EQ(chain[0].factors.size(), 3u);
  EXPECT_EQ(chain[0].factors[0].reference->capture, 4u);
  EXPECT_EQ(chain[0].factors[1].reference->feature, "factor");
  EXPECT_EQ(chain[0].factors[2].number->text(), "2.5");
  ASSERT_EQ(chain[1].factors.size(), 2u);
  EXPECT_EQ(chain[1].factors[1].number->text(), "1");
  EXPECT_EQ(chain[2].factors[0].number->text(), "2");
  EXPECT_EQ(chain[3].kind, Term::Kind::kText);
  EXPECT_EQ(parse_edge("$a -met {k: $a.text * 2, words: $n}- $a", scope()).attributes.size(), 2u);
}

TEST_F(Terms, ThatAreNoProductsAreFaults) {
  const auto fault = [&](const std::string& value) { return edge_fault("$a -met {k: " + value + "}- $a"); };
  EXPECT_EQ(fault("$n *"), "16: expected $capture or a number");
  EXPECT_EQ(fault("$n * * 2"), "17: expected $capture or a number");
  EXPECT_EQ(fault("$n * \"2\""), "17: expected $capture or a number");
  EXPECT_EQ(fault("$n * -2"), "17: expected $capture or a number");
  EXPECT_EQ(fault("2"), "13: expected \"*\"");
  EXPECT_EQ(fault("$n * 1.2.3"), "17: \"1.2.3\" is no number of at most 30 digits");
  EXPECT_EQ(fault("$n * " + std::string(40, '9')),
            "17: \"" + std::string(40, '9') + "\" is no number of at most 30 digits");
  EXPECT_EQ(fault("$n * 1,000"), "22: expected \":\"");
  EXPECT_EQ(fault("$zz * 2"), "13: unknown capture \"$zz\"");
  EXPECT_EQ(fault("$a * 2"), "13: \"$a\" takes mentions, which are no numbers (\"$a.text\" are its words)");
  EXPECT_EQ(fault("$self * 2"), "13: what a rule makes is no number");
  EXPECT_EQ(fault("$n * $u.facto"), "18: no word that this takes has the feature \"facto\" (did you mean \"factor\"?)");
  EXPECT_EQ(fault("$n * $u.sign"), "18: \"sign\" of \"million\" in <scale> is \"M\", which is no number");
  const std::string only = "12: only captures and numbers can be multiplied (for example: $n * $u.factor, $n * 1000)";
  for (const char* wrong :
       {"@date * 2", "@document_date * $n", "\"5\" * $n", "$a/citizen_of * 2", "Person \"5\" * 2"}) {
    EXPECT_EQ(fault(wrong), only) << wrong;
  }
  EXPECT_EQ(edge_fault("$a * 2 -met- $a"),
            "3: a product is no end of an edge (it is a value: {amount: $n * $u.factor})");
}

TEST_F(Terms, OfAWrongEdgeAreNamedAtTheirPlace) {
  EXPECT_EQ(edge_fault("$a -met- $zz"), "10: unknown capture \"$zz\"");
  EXPECT_EQ(edge_fault("$a -thaked-> $o.c"), "4: unknown relation \"thaked\" (did you mean \"thanked\"?)");
  EXPECT_EQ(edge_fault("$a -met-> $a"), "4: \"met\" is symmetric (write A -met- B)");
  EXPECT_EQ(edge_fault("$a -thanked- $a"), "4: \"thanked\" is directed (write A -thanked-> B)");
  EXPECT_EQ(edge_fault("$a -met- $a $a"), "12: unexpected \"$a\"");
  EXPECT_EQ(edge_fault("$a"), "2: expected \"-\"");
  EXPECT_EQ(edge_fault("$a -met- Minstry \"x\""), "9: unknown type \"Minstry\" (did you mean \"Ministry\"?)");
  EXPECT_EQ(edge_fault("$a -met- Person \"x"), "16: a quoted text without its second '\"'");
  EXPECT_EQ(edge_fault("$a/met_ -met- $a"), "3: unknown relation \"met_\" (did you mean \"met\"?)");
}

TEST_F(Terms, WithinQuotesAreNamedAtTheirPlaceInTheLine) {
  EXPECT_EQ(edge_fault("$a -met- Person \"x $zz\""), "20: unknown capture \"$zz\"");
  EXPECT_EQ(edge_fault("$a -met {k: \"Bộ ${zz}\"}- $a"), "20: unknown capture \"$zz\"");
}

TEST_F(Terms, ThatCanNeverBeAnEndAreFaults) {
  EXPECT_EQ(edge_fault("$a -citizen_of-> $a"), "17: this can never be an end of \"citizen_of\", which takes Country");
  EXPECT_EQ(edge_fault("$o.c -met- $a"), "0: this can never be an end of \"met\", which takes Person");
  EXPECT_EQ(edge_fault("$a -thanked-> Ministry \"x\""),
            "14: this can never be an end of \"thanked\", which takes Person, Country");
  EXPECT_EQ(edge_fault("$o.c|$a -met- $a"), "accepted");
  EXPECT_EQ(edge_fault("@subject -met- $a/citizen_of"), "accepted");
}

TEST_F(Terms, SelectNodesForReferences) {
  const Selector last = parse_selector("last Person named ..$a with citizen_of.since = $o.title", scope());
  EXPECT_EQ(last.kind, Selector::Kind::kLast);
  EXPECT_EQ(last.type, 0u);
  EXPECT_EQ(last.name_ending->capture, 0u);
  EXPECT_EQ(last.condition, 1u);
  EXPECT_EQ(last.attribute, "since");
  EXPECT_EQ(last.attribute_value->feature, "title");
  EXPECT_EQ(last.text, "last Person named ..$a with citizen_of.since = $o.title");
  EXPECT_EQ(parse_selector("pair of met", scope()).kind, Selector::Kind::kPair);
  const Selector from = parse_selector("citizen_of of pair of met", scope());
  EXPECT_EQ(from.kind, Selector::Kind::kFrom);
  EXPECT_EQ(from.relation, 1u);
  ASSERT_EQ(from.inner.size(), 1u);
  EXPECT_EQ(from.inner[0].kind, Selector::Kind::kPair);
  const Selector most = parse_selector("two most named Country", scope());
  EXPECT_EQ(most.kind, Selector::Kind::kMostNamed);
  EXPECT_EQ(most.count, 2u);
  EXPECT_EQ(most.type, 1u);
}

TEST_F(Terms, ThatSelectNothingAreFaults) {
  const auto fault = [&](std::string_view text) { return fault_of([&] { parse_selector(text, scope()); }); };
  EXPECT_EQ(fault("last Persn"), "5: unknown type \"Persn\" (did you mean \"Person\"?)");
  EXPECT_EQ(fault("pair of mett"), "8: unknown relation \"mett\" (did you mean \"met\"?)");
  EXPECT_EQ(fault("met"), "3: expected \"of\"");
  EXPECT_EQ(fault("pair of met x"), "12: unexpected \"x\"");
  EXPECT_EQ(fault("last Person with met to \"x $zz\""), "28: unknown capture \"$zz\"");
  EXPECT_NE(fault(""), "accepted");
  EXPECT_NE(fault("two most Country"), "accepted");
  EXPECT_NE(fault("last Person named $a"), "accepted");
}

}  // namespace
}  // namespace quanhe
