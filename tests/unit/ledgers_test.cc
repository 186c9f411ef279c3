#include "corpus/ledgers.h"

#include <gtest/gtest.h>

#include "corpus/identity.h"
#include "unit/made_facts.h"

namespace quanhe {
namespace {

const std::function<bool(const std::string&)> kAllPresent = [](const std::string&) { return true; };

MergeLine merge(MergeDecision decision, const std::string& kept, const std::string& other) {
  return {decision, kept, other, "Lan", "2022-01-01", "because\tof\n\"this\""};
}

MergeLine accept(const std::string& kept, const std::string& other) {
  return merge(MergeDecision::kAccept, kept, other);
}

TEST(Ledgers, AreReadAsTheyAreWritten) {
  MergeLine line = accept("a", "b");
  line.why = "same \"name\"";
  Diagnostics diagnostics;
  const std::vector<MergeLine> merges =
      parse_merges(std::string(kMergesTitles) + to_line(line), "merges.tsv", diagnostics);
  ASSERT_EQ(merges.size(), 1u);
  EXPECT_EQ(merges[0], line);
  const JudgementLine judgement{Judgement::kRejected, "a", "met", "b", "Lan", "2022-01-01", "no"};
  const std::vector<JudgementLine> judgements =
      parse_judgements(std::string(kJudgementsTitles) + to_line(judgement), "judgements.tsv", diagnostics);
  ASSERT_EQ(judgements.size(), 1u);
  EXPECT_EQ(judgements[0], judgement);
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST(Ledgers, KeepALineOneLine) {
  const std::string line = to_line(accept("a", "b"));
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
}

TEST(Ledgers, NameTheirFaults) {
  Diagnostics diagnostics;
  parse_merges("decision\tkept\tother\twho\twhen\twhy\naccept\ta\tb\nmaybe\ta\tb\t\t\t\naccept\ta\ta\t\t\t\n", "m.tsv",
               diagnostics);
  EXPECT_EQ(diagnostics.to_text(),
            "m.tsv:2:1: error: 3 columns, expected 6: decision, kept, other, who, when, why\n"
            "m.tsv:3:1: error: decision 'maybe', expected accept, reject or undo\n"
            "m.tsv:4:10: error: the same id twice, expected two nodes\n");
}

TEST(Identity, FollowsTheLastLineOfAPair) {
  const std::vector<MergeLine> lines = {accept("a", "b"), merge(MergeDecision::kReject, "b", "a"), accept("c", "d")};
  EXPECT_EQ(merged_ids(lines, kAllPresent), (MergedIds{{"d", "c"}}));
  const std::vector<MergeLine> undone = {accept("a", "b"), merge(MergeDecision::kUndo, "a", "b")};
  EXPECT_TRUE(merged_ids(undone, kAllPresent).empty());
}

TEST(Identity, ChainsAndDoesNotDependOnTheOrderOfLines) {
  std::vector<MergeLine> lines = {accept("b", "c"), accept("a", "b"), accept("x", "y")};
  const MergedIds expected = {{"b", "a"}, {"c", "a"}, {"y", "x"}};
  EXPECT_EQ(merged_ids(lines, kAllPresent), expected);
  std::reverse(lines.begin(), lines.end());
  EXPECT_EQ(merged_ids(lines, kAllPresent), expected);
}

TEST(Identity, ShowsANodeThatIsPresent) {
  const std::vector<MergeLine> lines = {accept("a", "b"), accept("a", "c")};
  EXPECT_EQ(merged_ids(lines, [](const std::string& id) { return id != "a"; }), (MergedIds{{"c", "b"}}));
}

TEST(Identity, MakesAliasesOfNamesAndLeavesOutWhatLeadsToItself) {
  const DocumentFacts facts = MadeDocument("d")
                                  .says("Person Prak", "met", "Person Sokhonn")
                                  .says("Person Sokhonn", "attended", "Event ASEM")
                                  .facts();
  Ledgers ledgers;
  ledgers.merges = {accept(make_node_id("Person", "Prak"), make_node_id("Person", "Sokhonn"))};
  const View view = make_view(std::vector{facts}, made_ontology(), made_pack(), ledgers);
  EXPECT_EQ(edges_of(view), "Prak attended ASEM\n");
  const auto prak = std::find_if(view.nodes.begin(), view.nodes.end(), [](const ViewNode& n) { return n.name == "Prak"; });
  ASSERT_NE(prak, view.nodes.end());
  EXPECT_EQ(prak->aliases, std::vector<std::string>{"Sokhonn"});
  EXPECT_EQ(prak->document_count, 1u);
}

TEST(Identity, JudgesEdgesUnderTheIdsThatAreShown) {
  const DocumentFacts facts = MadeDocument("d").says("Person A", "met", "Person B").facts();
  Ledgers ledgers;
  ledgers.judgements = {{Judgement::kRejected, make_node_id("Person", "B"), "met", make_node_id("Person", "A"), "", "", "no"}};
  EXPECT_EQ(edges_of(make_view(std::vector{facts}, made_ontology(), made_pack(), ledgers)), "");
  ledgers.judgements.push_back(ledgers.judgements[0]);
  ledgers.judgements.back().judgement = Judgement::kConfirmed;
  const View confirmed = make_view(std::vector{facts}, made_ontology(), made_pack(), ledgers);
  ASSERT_EQ(confirmed.edges.size(), 1u);
  EXPECT_TRUE(confirmed.edges[0].confirmed);
}

}  // namespace
}  // namespace quanhe
