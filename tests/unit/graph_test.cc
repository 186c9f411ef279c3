#include "graph/graph.h"

#include <gtest/gtest.h>

#include "graph/figures.h"
#include "unit/made_facts.h"

namespace quanhe {
namespace {

// A — B met; A attended E; B attended F; C holds_office M; D alone; A denied F.
View small_view() {
  return view_of({MadeDocument("a")
                      .says("Person A", "met", "Person B")
                      .says("Person A", "attended", "Event E")
                      .says("Person B", "attended", "Event F")
                      .says("Person C", "holds_office", "Ministry M", {.status = Status::kPlanned})
                      .says("Person A", "attended", "Event F", {.status = Status::kDenied})
                      .names("Person", "D")
                      .facts()});
}

std::uint32_t node_named(const View& view, std::string_view name) {
  for (std::uint32_t i = 0; i < view.nodes.size(); ++i) {
    if (view.nodes[i].name == name) return i;
  }
  ADD_FAILURE() << "no node " << name;
  return 0;
}

// "hop:relation:node<through" of each.
std::vector<std::string> walked(const Graph& graph, std::string_view start, const Walk& walk) {
  const View& view = graph.view();
  std::vector<std::string> lines;
  for (const Reached& reached : graph.neighbours(node_named(view, start), walk)) {
    lines.push_back(std::to_string(reached.hop) + ":" + view.edges[reached.edge].relation + ":" +
                    view.nodes[reached.node].name + "<" + view.nodes[reached.through].name);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Graph, CountsTheEdgesAtANodeWhateverTheirStatus) {
  const View view = small_view();
  const Graph graph(view);
  EXPECT_EQ(graph.node_count(), 7u);
  EXPECT_EQ(graph.edge_count(), 5u);
  EXPECT_EQ(graph.degree(node_named(view, "A")), 3u);
  EXPECT_EQ(graph.degree(node_named(view, "D")), 0u);
}

TEST(Graph, WalksAlongAndAgainstEdges) {
  const View view = small_view();
  const Graph graph(view);
  EXPECT_EQ(walked(graph, "A", {}), (Lines{"1:attended:E<A", "1:met:B<A"}));
  EXPECT_EQ(walked(graph, "F", {}), Lines{"1:attended:B<F"});
}

TEST(Graph, ReachesANodeAtItsLeastHop) {
  const View view = small_view();
  const Graph graph(view);
  EXPECT_EQ(walked(graph, "E", {.hops = 2}), (Lines{"1:attended:A<E", "2:met:B<A"}));
  EXPECT_EQ(walked(graph, "E", {.hops = 9}).back(), "3:attended:F<B");
}

TEST(Graph, SeesTheDirectionFromTheNearerEnd) {
  const View view = small_view();
  const Graph graph(view);
  EXPECT_EQ(graph.neighbours(node_named(view, "E"), {})[0].direction, Direction::kIn);
  EXPECT_EQ(graph.neighbours(node_named(view, "C"), {})[0].direction, Direction::kOut);
  const Walk met{.relations = {"met"}};
  EXPECT_EQ(graph.neighbours(node_named(view, "A"), met)[0].direction, Direction::kBoth);
  EXPECT_EQ(graph.neighbours(node_named(view, "B"), met)[0].direction, Direction::kBoth);
}

TEST(Graph, WalksOnlyTheAskedRelationsAndStatuses) {
  const View view = small_view();
  const Graph graph(view);
  EXPECT_EQ(walked(graph, "E", {.hops = 3, .relations = {"attended"}}), Lines{"1:attended:A<E"});
  EXPECT_EQ(walked(graph, "A", {.statuses = {Status::kDenied}}), Lines{"1:attended:F<A"});
  EXPECT_EQ(walked(graph, "A", {.relations = {"unheard"}}), Lines{});
}

TEST(Graph, WalksThroughNodesOfTypesThatAreNotAsked) {
  const View view = small_view();
  const Graph graph(view);
  EXPECT_EQ(walked(graph, "E", {.hops = 3, .types = {"Event"}}), Lines{"3:attended:F<B"});
}

TEST(Graph, TakesATypeForItsKindsToo) {
  const View view = small_view();
  const Graph graph(view);
  EXPECT_EQ(walked(graph, "C", {.types = {"Body"}}), Lines{"1:holds_office:M<C"});
  EXPECT_EQ(walked(graph, "C", {.types = {"Person"}}), Lines{});
}

TEST(Graph, LeavesOutEdgesWithinAHop) {
  const View view = view_of({MadeDocument("a")
                                 .says("Person A", "met", "Person B")
                                 .says("Person A", "met", "Person C")
                                 .says("Person B", "met", "Person C")
                                 .facts()});
  const Graph graph(view);
  EXPECT_EQ(walked(graph, "A", {.hops = 5}), (Lines{"1:met:B<A", "1:met:C<A"}));
  EXPECT_EQ(graph.degree(node_named(view, "A")), 2u);
}

TEST(Graph, ReportsEveryEdgeThatLeadsToANode) {
  const View view = view_of({MadeDocument("a")
                                 .says("Person A", "met", "Person B")
                                 .says("Person A", "met", "Person C")
                                 .says("Person B", "attended", "Event E")
                                 .says("Person C", "attended", "Event E")
                                 .facts()});
  const Graph graph(view);
  EXPECT_EQ(walked(graph, "A", {.hops = 2, .types = {"Event"}}), (Lines{"2:attended:E<B", "2:attended:E<C"}));
}

TEST(Graph, NumbersComponentsOverShownEdgesByTheirFirstNodes) {
  const View view = small_view();
  const Graph graph(view);
  const std::vector<std::uint32_t> components = graph.components();
  const auto of = [&](std::string_view name) { return components[node_named(view, name)]; };
  EXPECT_EQ(components.front(), 0u);
  EXPECT_EQ(of("A"), of("F"));
  EXPECT_EQ(of("C"), of("M"));
  EXPECT_NE(of("A"), of("C"));
  EXPECT_NE(of("D"), of("A"));
  EXPECT_EQ(*std::max_element(components.begin(), components.end()), 2u);
}

TEST(Graph, DoesNotConnectByHiddenEdges) {
  const View view =
      view_of({MadeDocument("a").says("Person A", "met", "Person B", {.status = Status::kDenied}).facts()});
  EXPECT_EQ(count_figures(Graph(view)).components, 2u);
}

TEST(Graph, OfNothingIsEmpty) {
  const View view = view_of({});
  const Graph graph(view);
  EXPECT_EQ(graph.node_count(), 0u);
  EXPECT_TRUE(graph.components().empty());
  EXPECT_EQ(count_figures(graph).components, 0u);
}

TEST(Figures, CountShownEdgesInTheOrderOfTheOntology) {
  const View view = small_view();
  const Figures figures = count_figures(Graph(view));
  EXPECT_EQ(figures.documents, 1u);
  EXPECT_EQ(figures.sources, 1u);
  EXPECT_EQ(figures.nodes, 7u);
  EXPECT_EQ(figures.edges, 4u);
  EXPECT_EQ(figures.hidden_edges, 1u);
  EXPECT_EQ(figures.statements, 5u);
  EXPECT_EQ(figures.components, 3u);
  EXPECT_EQ(figures.largest_component, 4u);
  EXPECT_EQ(figures.nodes_by_type, (std::vector<Count>{{"Person", 4}, {"Ministry", 1}, {"Event", 2}}));
  EXPECT_EQ(figures.edges_by_relation, (std::vector<Count>{{"holds_office", 1}, {"met", 1}, {"attended", 2}}));
}

}  // namespace
}  // namespace quanhe
