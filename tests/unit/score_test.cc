#include "workbench/score.h"

#include <gtest/gtest.h>

#include "workbench/align_nodes.h"

namespace quanhe {
namespace {

using Matches = std::vector<std::optional<std::uint32_t>>;

Node node(const std::string& type, const std::string& name) { return {make_node_id(type, name), type, name, {}, {}}; }

GoldNode gold_node(const std::string& type, const std::string& name, std::vector<std::string> aliases = {}) {
  return {name, type, name, std::move(aliases)};
}

Matches aligned(const std::vector<Node>& nodes, const std::vector<GoldNode>& gold, const Scoring& scoring = {}) {
  return align_nodes(nodes, gold, scoring);
}

TEST(AlignNodes, TakesTheVeryNameBeforeAnAlias) {
  EXPECT_EQ(aligned({node("Place", "Bergen"), node("Place", "Port")},
                    {gold_node("Place", "Port", {"Bergen"}), gold_node("Place", "Town", {"bérgen"})}),
            (Matches{1, 0}));
}

TEST(AlignNodes, KnowsANodeByTheSpellingOfItsDocument) {
  Node moscow = node("Place", "Moscow");
  moscow.spelling = "Moskva";
  EXPECT_EQ(aligned({moscow}, {gold_node("Place", "Moscow"), gold_node("Place", "Moskva")}), (Matches{1}));
}

TEST(AlignNodes, TakesEachOfTheGoldOnce) {
  EXPECT_EQ(aligned({node("Place", "Bergen"), node("Place", "BERGEN")}, {gold_node("Place", "Bergen")}),
            (Matches{0, std::nullopt}));
}

TEST(AlignNodes, TellsTypesApartUnlessThePackDoesNot) {
  const std::vector<Node> nodes = {node("Ministry", "Finance")};
  const std::vector<GoldNode> gold = {gold_node("Body", "Finance")};
  Scoring scoring;
  EXPECT_EQ(aligned(nodes, gold, scoring), Matches{std::nullopt});
  scoring.counts_as["Ministry"] = "Body";
  EXPECT_EQ(aligned(nodes, gold, scoring), Matches{0});
}

TEST(AlignNodes, TakesSimilarNamesOfTypesThatHaveThem) {
  Scoring scoring;
  scoring.similar_names = {"Event"};
  const auto match = [&](const std::string& type, const std::string& name, const std::string& gold) {
    return aligned({node(type, name)}, {gold_node(type, gold)}, scoring).front().has_value();
  };
  EXPECT_TRUE(match("Event", "a b c", "a b c d e")) << "three of five";
  EXPECT_FALSE(match("Event", "a b", "a b c d")) << "two of four";
  EXPECT_TRUE(match("Event", "c b a a", "a b c")) << "words, however often and in whatever order";
  EXPECT_FALSE(match("Place", "a b c", "a b c d e"));
  EXPECT_FALSE(match("Event", "-", "a"));
}

// Ane and Jon, and a pack with one directed and one symmetric relation, whose dates are compared.
class ScoreTest : public ::testing::Test {
 protected:
  ScoreTest() {
    rules_.ontology.relations = {relation("saw", false), relation("met", true)};
    rules_.scoring.dated = {"met"};
    facts_.nodes = {node("Person", "Ane"), node("Person", "Jon")};
    gold_.nodes = {gold_node("Person", "Jon"), gold_node("Person", "Ane")};
  }

  static Relation relation(const std::string& name, bool symmetric) {
    Relation relation;
    relation.name = name;
    relation.symmetric = symmetric;
    return relation;
  }

  void say(const std::string& relation, std::uint32_t from, std::uint32_t to, const std::string& date = "",
           Status status = Status::kHappened) {
    Statement statement;
    statement.from = from;
    statement.to = to;
    statement.relation = relation;
    statement.status = status;
    statement.evidence.rule = relation + std::to_string(facts_.statements.size());
    if (!date.empty()) statement.attributes = {{"date", date}};
    facts_.statements.push_back(statement);
  }

  void want(const std::string& relation, std::uint32_t from, std::uint32_t to, const std::string& date = "",
            bool hard = false) {
    gold_.edges.push_back({from, to, relation, date, "", hard});
  }

  std::vector<std::string> kinds() {
    std::vector<std::string> kinds;
    for (const Finding& finding : score_document(gold_, facts_, nullptr, rules_, score_)) {
      kinds.push_back(std::string(to_string(finding.kind)) + " " + finding.what);
    }
    return kinds;
  }

  RuleSet rules_;
  DocumentFacts facts_;
  GoldDocument gold_;
  Score score_;
};

using Kinds = std::vector<std::string>;

TEST_F(ScoreTest, OrderOfEndsMattersUnlessTheRelationIsSymmetric) {
  say("met", 0, 1);
  say("saw", 0, 1);
  want("met", 0, 1);
  want("saw", 0, 1);
  EXPECT_EQ(kinds(), (Kinds{"false edge saw", "missed edge saw"}));
  EXPECT_EQ(score_.relations["met"].found, 1U);
}

TEST_F(ScoreTest, StatementsOfOneEdgeCountOnceAndAnyOfThemMayHaveTheDate) {
  say("met", 0, 1, "2020");
  say("met", 0, 1, "2021-06-07");
  want("met", 1, 0, "2021-06-07");
  EXPECT_EQ(kinds(), Kinds{});
  EXPECT_EQ(score_.relations["met"].found, 1U);
  EXPECT_EQ(score_.dates_right, 1U);
  EXPECT_EQ(score_.rules["met0"].right, 1U);
  EXPECT_EQ(score_.rules["met1"].right, 1U);
}

TEST_F(ScoreTest, DatesAreComparedWhereTheGoldHasOneAndTheRelationIsDated) {
  say("met", 0, 1);
  say("saw", 1, 0, "2020");
  want("met", 1, 0, "2021");
  want("saw", 0, 1, "2021");
  EXPECT_EQ(kinds(), Kinds{"wrong date met"});
  EXPECT_EQ(score_.dates_wrong, 1U);
}

TEST_F(ScoreTest, WhatIsDeniedRequestedOrHardCountsNeitherWay) {
  say("saw", 0, 1, "", Status::kDenied);
  say("saw", 1, 0, "", Status::kRequested);
  say("met", 0, 1);
  want("met", 1, 0, "", true);
  EXPECT_EQ(kinds(), Kinds{});
  EXPECT_TRUE(score_.relations.empty());
  EXPECT_TRUE(score_.rules.empty());
}

TEST_F(ScoreTest, AnEdgeOfANodeThatTheGoldHasNotIsFalse) {
  facts_.nodes.push_back(node("Person", "Eva"));
  say("saw", 0, 2);
  EXPECT_EQ(kinds(), (Kinds{"false node Person", "false edge saw"}));
}

TEST_F(ScoreTest, TotalsLeaveOutWhatThePackDoesNotCount) {
  say("met", 0, 1);
  say("saw", 0, 1);
  rules_.scoring.not_acts = {"met"};
  rules_.scoring.uncounted = {"Person"};
  EXPECT_EQ(kinds().size(), 2U);
  EXPECT_EQ(score_.nodes(rules_.scoring).found, 0U);
  EXPECT_EQ(score_.edges(rules_.scoring).false_alarms, 2U);
  EXPECT_EQ(score_.acts(rules_.scoring).false_alarms, 1U);
}

TEST(Counts, MeasureNothingAsZero) {
  EXPECT_EQ(Counts().precision(), 0.0);
  EXPECT_EQ(Counts().recall(), 0.0);
  EXPECT_EQ(Counts().f1(), 0.0);
  const Counts counts{3, 1, 2};
  EXPECT_EQ(counts.precision(), 0.75);
  EXPECT_EQ(counts.recall(), 0.6);
}

}  // namespace
}  // namespace quanhe
