#include "rules/yaml_tree.h"

#include <gtest/gtest.h>

#include <string>

namespace quanhe {
namespace {

// A tree in one line: quoted texts in double quotes, "~" for what is not given.
std::string show(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::kNull: return "~";
    case YamlNode::Kind::kScalar: return node.quoted ? "\"" + node.text + "\"" : node.text;
    case YamlNode::Kind::kSequence: {
      std::string text;
      for (const YamlNode& item : node.items) text += (text.empty() ? "" : ", ") + show(item);
      return "[" + text + "]";
    }
    case YamlNode::Kind::kMapping: {
      std::string text;
      for (const auto& [key, value] : node.members) text += (text.empty() ? "" : ", ") + show(key) + ": " + show(value);
      return "{" + text + "}";
    }
  }
  return "";
}

std::string tree(const std::string& bytes) {
  const PackFile file("a.yaml", bytes);
  YamlNode root;
  Diagnostics diagnostics;
  return parse_yaml(file, root, diagnostics) ? show(root) : diagnostics.to_text();
}

// "line:column: message" of the refusal.
std::string refusal(const std::string& bytes) {
  const PackFile file("a.yaml", bytes);
  YamlNode root;
  Diagnostics diagnostics;
  if (parse_yaml(file, root, diagnostics)) return "accepted";
  EXPECT_EQ(diagnostics.size(), 1u);
  const Diagnostic fault = diagnostics.sorted().at(0);
  return std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + ": " + fault.message;
}

TEST(YamlTree, HoldsSequencesMappingsAndTexts) {
  EXPECT_EQ(tree("a: 1\nb: [x, \"y\", 'z']\nc: {d: e}\nf:\n  - g\n  -\nh:\n"),
            "{a: 1, b: [x, \"y\", \"z\"], c: {d: e}, f: [g, ~], h: ~}");
  EXPECT_EQ(tree("a: |\n  một\n   hai\nb: c"), "{a: một\n hai\n, b: c}");
  EXPECT_EQ(tree(""), "~");
  EXPECT_EQ(tree("# nothing\n"), "~");
  EXPECT_EQ(tree("---\na: b\n"), "{a: b}");
  EXPECT_EQ(tree("a: b # c\r\nd: e\r\n"), "{a: b, d: e}");
}

TEST(YamlTree, ReadsEveryScalarAsText) {
  EXPECT_EQ(tree("[1.10, NO, yes, 0x1F, 1_000, 2021-06-07, .inf, true]"),
            "[1.10, NO, yes, 0x1F, 1_000, 2021-06-07, .inf, true]");
}

TEST(YamlTree, KnowsWhatStoodInQuotes) {
  EXPECT_EQ(tree("[\"a \\\" b\", 'it''s', x\"y\", \"\"]"), "[\"a \" b\", \"it's\", x\"y\", \"\"]");
}

TEST(YamlTree, FindsMembersByName) {
  const PackFile file("a.yaml", "a: 1\nb:\n");
  YamlNode root;
  Diagnostics diagnostics;
  ASSERT_TRUE(parse_yaml(file, root, diagnostics));
  EXPECT_EQ(root.find("a")->text, "1");
  EXPECT_EQ(root.find("b")->kind, YamlNode::Kind::kNull);
  EXPECT_EQ(root.find("c"), nullptr);
}

TEST(YamlTree, KnowsThePlaceOfEachValueInBytes) {
  const PackFile file("a.yaml", "đảo: mưa\nlớn: [\"ướt\", khô, {nắng: to}]\n");
  YamlNode root;
  Diagnostics diagnostics;
  ASSERT_TRUE(parse_yaml(file, root, diagnostics));
  const auto place = [&](const YamlNode& node) {
    EXPECT_EQ(node.file, &file);
    return std::string(file.line(node.line).substr(node.column - 1, 3));
  };
  EXPECT_EQ(place(*root.find("đảo")), "mư");
  EXPECT_EQ(place(root.members[1].first), "l\xE1\xBB");
  const std::vector<YamlNode>& items = root.find("lớn")->items;
  EXPECT_EQ(place(items[0]), "\"ư");
  EXPECT_EQ(place(items[1]), "kh\xC3");
  EXPECT_EQ(place(*items[2].find("nắng")), "to}");
  EXPECT_EQ(items[2].find("nắng")->line, 2u);
}

TEST(YamlTree, ReportsAnErrorWithinAValue) {
  const PackFile file("a.yaml", "k: \"mưa gió\"\n");
  YamlNode root;
  Diagnostics diagnostics;
  ASSERT_TRUE(parse_yaml(file, root, diagnostics));
  report(diagnostics, *root.find("k"), "no wind", "none", 5);
  EXPECT_EQ(diagnostics.to_text(), "a.yaml:1:10: error: no wind\n  k: \"mưa gió\"\n          ^\nhelp: none\n");
}

TEST(PackFile, GivesItsLines) {
  const PackFile file("a", "một\r\nhai\n\nba");
  EXPECT_EQ(file.line(1), "một");
  EXPECT_EQ(file.line(2), "hai");
  EXPECT_EQ(file.line(3), "");
  EXPECT_EQ(file.line(4), "ba");
  EXPECT_EQ(file.line(0), "");
  EXPECT_EQ(file.line(5), "");
}

TEST(YamlRefusals, OfAnchorsAndAliases) {
  EXPECT_EQ(refusal("a: &x b"), "1:4: an anchor; rule files have none");
  EXPECT_EQ(refusal("a: &x [b]"), "1:4: an anchor; rule files have none");
  EXPECT_EQ(refusal("a: &x {b: c}"), "1:4: an anchor; rule files have none");
  EXPECT_EQ(refusal("a: &x\nb: c"), "1:4: an anchor; rule files have none");
  EXPECT_NE(refusal("mưa: *x"), "accepted");
  EXPECT_NE(refusal("a: &x [*x]"), "accepted");
}

TEST(YamlRefusals, OfAnAliasBombBeforeItGoesOff) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 40; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int j = 0; j < 9; ++j) bomb += last + ", ";
    bomb += last + "]\n";
  }
  EXPECT_EQ(refusal(bomb), "1:5: an anchor; rule files have none");
}

TEST(YamlRefusals, OfTags) {
  for (const char* text : {"a: !x b", "a: !!str b", "a: !x [b]", "a: !x {b: c}", "a: !<x> b", "!x a: b", "a: !x",
                           "a: ! b", "a: !x \"b\"", "- ! [b]"}) {
    EXPECT_NE(refusal(text).find("a tag; rule files have none"), std::string::npos) << text << " " << refusal(text);
  }
  EXPECT_EQ(tree("a: \"!x b\""), "{a: \"!x b\"}");
}

TEST(YamlRefusals, OfFoldedTexts) {
  EXPECT_EQ(refusal("a: >\n  b\n  c\n"), "1:4: a folded text; rule files have none");
  EXPECT_EQ(refusal("a: >-\n  b\n"), "1:4: a folded text; rule files have none");
  EXPECT_EQ(tree("a: |\n  > b\n"), "{a: > b\n}");
}

TEST(YamlRefusals, OfQuotedTextsOverSeveralLines) {
  const std::string message = "1:4: a quoted text over several lines";
  for (const char* text :
       {"a: \"b\n  c\"", "a: 'b\n  c'", "a: \"b \\\" c\n  d\"", "a: 'b '' c\n  d'", "a: \"b\\\n  c\"", "a: '''\n  '"}) {
    EXPECT_EQ(refusal(text), message) << text;
  }
  for (const char* text : {"a: \"b \\\\\"", "a: 'b\\'", "a: ''", "a: \"\"", "a: '''x'''", "a: \"b\" # it\n"}) {
    EXPECT_EQ(refusal(text), "accepted") << text;
  }
}

TEST(YamlRefusals, OfAKeyThatIsGivenTwice) {
  EXPECT_EQ(refusal("mưa: b\nmưa: c"), "2:1: key \"mưa\" is given twice in one mapping");
  EXPECT_EQ(refusal("{mưa: b, \"mưa\": c}"), "1:11: key \"mưa\" is given twice in one mapping");
  EXPECT_EQ(refusal("a: {b: c}\nd: {b: c}"), "accepted");
}

TEST(YamlRefusals, OfKeysThatAreNoWords) {
  for (const char* text : {"[a]: b", "{a: b}: c", "? [a]\n: b", "~: a", "? \n: b"}) {
    EXPECT_NE(refusal(text).find("a key that is no plain word"), std::string::npos) << text << " " << refusal(text);
  }
}

TEST(YamlRefusals, OfASecondDocument) {
  EXPECT_NE(refusal("a: b\n---\nc: d\n").find("a second document in one file"), std::string::npos);
  EXPECT_NE(refusal("---\n---\n"), "accepted");
  EXPECT_EQ(refusal("a: b\n...\n"), "accepted");
}

TEST(YamlRefusals, OfDeepNesting) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + "a" + std::string(depth, ']'); };
  EXPECT_EQ(refusal(nested(30)), "accepted");
  EXPECT_EQ(refusal(nested(31)), "1:31: nested deeper than 30");
  EXPECT_NE(refusal(std::string(20'000, '[')), "accepted");
  std::string steps;
  for (std::size_t i = 0; i < 200; ++i) steps += std::string(i, ' ') + "a:\n";
  EXPECT_EQ(refusal(steps), "31:31: nested deeper than 30");
}

TEST(YamlRefusals, OfWhatIsNoUtf8) {
  EXPECT_EQ(refusal("a: b\nc: \xFF"), "2:1: a byte that is not UTF-8 in this line");
  EXPECT_NE(refusal("\xFF\xFE"), "accepted");
}

TEST(YamlRefusals, OfWhatIsNoYamlShowTheLine) {
  const std::string text = tree("a: b\nc: {d\n");
  EXPECT_TRUE(text.starts_with("a.yaml:") && text.find("error: not YAML: ") != std::string::npos) << text;
  for (const char* wrong : {"a: b: c", "a: \"b", "a:\n\t- b", "a: ]", "a: %b", "a: @b", "a: `b"}) {
    EXPECT_NE(refusal(wrong).find("not YAML"), std::string::npos) << wrong << " " << tree(wrong);
  }
}

TEST(YamlRefusals, OfSignsThatEndALineToSomePrograms) {
  for (const std::string sign : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    EXPECT_EQ(refusal("a: b\nc: \"đ" + sign + "e\"\n"), "2:7: a sign that ends a line to some programs only");
  }
}

TEST(YamlRefusals, OfControlCharacters) {
  EXPECT_EQ(refusal("a: b\nc: d\x01\n"), "2:1: not YAML: control characters are not allowed");
}

TEST(YamlRefusals, AreNotShiftedByAByteOrderMark) {
  EXPECT_EQ(tree("\xEF\xBB\xBF\"a\": \"b\"\n"), "{\"a\": \"b\"}");
  EXPECT_EQ(refusal("\xEF\xBB\xBF"
                    "a: >\n  b\n"),
            "1:7: a folded text; rule files have none");
}

}  // namespace
}  // namespace quanhe
