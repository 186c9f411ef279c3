#include "graph/subgraph.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

#include "graph/best_connected.h"
#include "graph/rank.h"
#include "unit/made_facts.h"

namespace quanhe {
namespace {

// A — B met; B — C met in another document; A and C attended E; A works at M; A denied F.
View chain_view() {
  return view_of({MadeDocument("a")
                      .says("Person A", "met", "Person B")
                      .says("Person A", "attended", "Event E")
                      .says("Person A", "attended", "Event F", {.status = Status::kDenied})
                      .facts(),
                  MadeDocument("b").says("Person B", "met", "Person C").facts(),
                  MadeDocument("c")
                      .says("Person C", "attended", "Event E")
                      .says("Person A", "holds_office", "Ministry M")
                      .names("Person", "D")
                      .facts()});
}

std::string id_of(const View& view, std::string_view name) {
  for (const ViewNode& node : view.nodes) {
    if (node.name == name) return node.id;
  }
  return "";
}

std::string names(const View& view) {
  std::set<std::string> sorted;
  for (const ViewNode& node : view.nodes) sorted.insert(node.name);
  return std::accumulate(sorted.begin(), sorted.end(), std::string());
}

// "AmetB" for each edge, sorted.
std::set<std::string> edges(const View& view) {
  std::set<std::string> lines;
  for (const ViewEdge& edge : view.edges) {
    lines.insert(view.nodes[edge.from].name + edge.relation + view.nodes[edge.to].name);
  }
  return lines;
}

using Lines = std::set<std::string>;

TEST(SubgraphChoice, OfNothingIsTheWholeView) {
  const View selected = subgraph(chain_view(), {});
  EXPECT_EQ(names(selected), "ABCDEFM");
  EXPECT_EQ(selected.documents.size(), 3u);
  EXPECT_EQ(selected.edges.size(), 6u);
}

TEST(SubgraphChoice, KeepsRelationsTheirEndsAndTheirDocuments) {
  const View selected = subgraph(chain_view(), {.relations = {"met"}});
  EXPECT_EQ(names(selected), "ABC");
  EXPECT_EQ(edges(selected), (Lines{"AmetB", "BmetC"}));
  ASSERT_EQ(selected.documents.size(), 2u);
  for (const ViewEdge& edge : selected.edges) {
    const std::string& document = selected.documents[edge.occurrences[0].document].id;
    EXPECT_EQ(document, selected.nodes[edge.from].name == "A" ? "a" : "b");
  }
}

TEST(SubgraphChoice, LeavesOutWhatIsNotShownUnlessAsked) {
  EXPECT_EQ(names(subgraph(chain_view(), {.relations = {"attended"}})), "ACE");
  EXPECT_EQ(names(subgraph(chain_view(), {.relations = {"attended"}, .every_status = true})), "ACEF");
}

TEST(SubgraphChoice, KeepsTypesAndTheirKinds) {
  EXPECT_EQ(names(subgraph(chain_view(), {.types = {"Person"}})), "ABCD");
  EXPECT_EQ(names(subgraph(chain_view(), {.types = {"Body"}})), "M");
}

TEST(SubgraphChoice, KeepsWhatIsNear) {
  const View view = chain_view();
  const View near = subgraph(view, {.focus = id_of(view, "B")});
  EXPECT_EQ(names(near), "ABC");
  EXPECT_EQ(edges(near), (Lines{"AmetB", "BmetC"}));
  const View wider = subgraph(view, {.focus = id_of(view, "B"), .hops = 2});
  EXPECT_EQ(names(wider), "ABCEM");
  EXPECT_EQ(names(subgraph(view, {.focus = id_of(view, "D"), .hops = 5})), "D");
  EXPECT_EQ(names(subgraph(view, {.relations = {"attended"}, .focus = id_of(view, "A"), .hops = 9})), "ACE");
}

TEST(SubgraphChoice, KeepsTheHighestRanksAndTheFocus) {
  const View view = chain_view();
  const std::vector<double> ranks = node_ranks(view);
  const auto best = static_cast<std::size_t>(std::max_element(ranks.begin(), ranks.end()) - ranks.begin());
  EXPECT_EQ(names(subgraph(view, {.top = 1})), view.nodes[best].name);
  EXPECT_EQ(names(subgraph(view, {.focus = id_of(view, "D"), .top = 1})), "D");
  EXPECT_EQ(names(subgraph(view, {.top = 100})), "ABCDEFM");
}

TEST(Rank, IsTheShareOfARandomReader) {
  const View view = chain_view();
  const std::vector<double> ranks = node_ranks(view);
  EXPECT_NEAR(std::accumulate(ranks.begin(), ranks.end(), 0.0), 1, 1e-9);
  // By the definition, against what is computed: each rank is what flows in.
  std::vector<double> ways(view.nodes.size());
  std::vector<std::pair<std::size_t, std::size_t>> steps;
  for (const ViewEdge& edge : view.edges) {
    if (!is_shown(edge.status)) continue;
    steps.emplace_back(edge.from, edge.to);
    if (edge.relation == "met") steps.emplace_back(edge.to, edge.from);
  }
  for (const auto& [from, to] : steps) ways[from] += 1;
  double stuck = 0;
  for (std::size_t i = 0; i < ranks.size(); ++i) stuck += ways[i] == 0 ? ranks[i] : 0;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    const double count = static_cast<double>(ranks.size());
    double flows = (0.15 + 0.85 * stuck) / count;
    for (const auto& [from, to] : steps) flows += to == i ? 0.85 * ranks[from] / ways[from] : 0;
    EXPECT_NEAR(ranks[i], flows, 1e-6) << view.nodes[i].name;
  }
  EXPECT_TRUE(node_ranks(View()).empty());
}

}  // namespace
}  // namespace quanhe
