#include "graph/layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "graph/best_connected.h"
#include "graph/push_tree.h"
#include "graph/rank.h"

namespace quanhe {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Nodes with ids in their order, and an edge for each pair.
View view_of(std::size_t nodes, const Pairs& pairs, Status status = Status::kHappened) {
  View view;
  view.documents.push_back({"a", "", "", "", "", 1, 0});
  for (std::size_t i = 0; i < nodes; ++i) view.nodes.push_back({std::to_string(100000 + i), "Person", "", {}, 1});
  for (const auto& [from, to] : pairs) {
    view.edges.push_back({from, to, "met", status, 900, 1, {ViewOccurrence()}});
  }
  return view;
}

double distance(const Point& a, const Point& b) { return std::hypot(a.x - b.x, a.y - b.y); }

double mean_of_edges(const View& view, const std::vector<Point>& places) {
  double sum = 0;
  for (const ViewEdge& edge : view.edges) sum += distance(places[edge.from], places[edge.to]);
  return sum / static_cast<double>(view.edges.size());
}

double mean_of_pairs(const std::vector<Point>& places) {
  double sum = 0;
  for (const Point& a : places) {
    for (const Point& b : places) sum += distance(a, b);
  }
  return sum / static_cast<double>(places.size() * (places.size() - 1));
}

double nearest_two(const std::vector<Point>& places) {
  double least = 1e9;
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) least = std::min(least, distance(places[i], places[j]));
  }
  return least;
}

// A square grid, which forces alone leave folded.
View grid(std::uint32_t side) {
  Pairs pairs;
  for (std::uint32_t i = 0; i < side * side; ++i) {
    if (i % side + 1 < side) pairs.emplace_back(i, i + 1);
    if (i + side < side * side) pairs.emplace_back(i, i + side);
  }
  return view_of(side * side, pairs);
}

TEST(Layout, UnfoldsAGrid) {
  const View view = grid(30);
  const std::vector<Point> places = node_places(view);
  EXPECT_LT(mean_of_edges(view, places), mean_of_pairs(places) / 10);
  EXPECT_GT(nearest_two(places), 30);
  // What is farthest apart in the grid is so in the plane.
  const double diagonal = distance(places[0], places[899]);
  EXPECT_GT(diagonal, 1.5 * mean_of_pairs(places));
  EXPECT_GT(distance(places[29], places[870]), 1.5 * mean_of_pairs(places));
}

TEST(Layout, SpreadsTheNeighboursOfAHub) {
  Pairs pairs;
  for (std::uint32_t i = 1; i < 1000; ++i) pairs.emplace_back(0, i);
  const std::vector<Point> places = node_places(view_of(1000, pairs));
  EXPECT_GT(nearest_two(places), 5);
  double x = 0, y = 0;
  for (const Point& place : places) x += place.x / 1000, y += place.y / 1000;
  EXPECT_LT(distance(places[0], {x, y}), mean_of_pairs(places) / 5) << "the hub stands amid its neighbours";
}

TEST(Layout, KeepsPartsApart) {
  // Two rings of a hundred, ten pairs, and two hundred that no edge joins.
  Pairs pairs;
  for (std::uint32_t i = 0; i < 100; ++i) {
    pairs.emplace_back(i, (i + 1) % 100);
    pairs.emplace_back(100 + i, 100 + (i + 1) % 100);
  }
  for (std::uint32_t i = 200; i < 220; i += 2) pairs.emplace_back(i, i + 1);
  const std::vector<Point> places = node_places(view_of(420, pairs));
  const auto part_of = [](std::size_t i) { return i < 200 ? i / 100 : i < 220 ? i / 2 : i; };
  double across = 1e9;
  for (std::size_t i = 0; i < 420; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (part_of(i) != part_of(j)) across = std::min(across, distance(places[i], places[j]));
    }
  }
  EXPECT_GE(across, 59.999);
  double farthest = 0;
  for (const Point& place : places) farthest = std::max(farthest, std::hypot(place.x, place.y));
  EXPECT_LT(farthest, 9000) << "and not farther than needed";
}

TEST(Layout, IsTheSameEachTimeAndFollowsShownEdgesUnlessAsked) {
  const View view = grid(12);
  const std::vector<Point> once = node_places(view), again = node_places(view);
  for (std::size_t i = 0; i < once.size(); ++i)
    EXPECT_EQ(std::pair(once[i].x, once[i].y), std::pair(again[i].x, again[i].y));
  const View denied = view_of(2, {{0, 1}}, Status::kDenied);
  const std::vector<Point> apart = node_places(denied), joined = node_places(denied, true);
  EXPECT_NE(distance(apart[0], apart[1]), distance(joined[0], joined[1]));
  EXPECT_TRUE(node_places(View()).empty());
  EXPECT_EQ(node_places(view_of(1, {})).size(), 1u);
}

TEST(PushTree, PushesAsAllBodiesDo) {
  std::vector<Point> places;
  std::vector<double> masses;
  std::uint64_t state = 1;
  const auto random = [&] {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<double>(state >> 40) / 16777216.0;
  };
  for (int i = 0; i < 2000; ++i) {
    places.push_back({random() * random() * 1000, random() * 1000});
    masses.push_back(1 + random() * 9);
  }
  places[7] = places[8];  // at one place
  PushTree tree;
  tree.build(places, masses);
  for (std::uint32_t i = 0; i < places.size(); i += 13) {
    Point wanted;
    double strength = 0;
    for (std::size_t j = 0; j < places.size(); ++j) {
      const double x = places[i].x - places[j].x, y = places[i].y - places[j].y;
      const double square = std::max(x * x + y * y, 1e-2);
      wanted.x += masses[j] * x / square;
      wanted.y += masses[j] * y / square;
      strength += masses[j] * std::hypot(x, y) / square;
    }
    EXPECT_LT(distance(tree.push_at(i), wanted), 0.05 * strength);
  }
}

TEST(BestConnected, AreTheNodesOfTheHighestRankAndTheEdgesThatAreStatedMost) {
  // A star of five, a ring of three, of which one edge is stated twice, and a node alone.
  View view = view_of(9, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {5, 6}, {5, 7}, {6, 7}});
  view.edges[2].occurrences.emplace_back();
  view.documents.push_back({"b", "", "", "", "", 2, 1});
  const GraphLimits limits{5, 1};
  EXPECT_FALSE(limits.hold(view));
  EXPECT_TRUE((GraphLimits{9, 7}).hold(view));
  const std::vector<double> ranks = node_ranks(view);
  std::vector<std::pair<double, std::string>> order;
  for (std::size_t i = 0; i < ranks.size(); ++i) order.emplace_back(-ranks[i], view.nodes[i].id);
  std::sort(order.begin(), order.end());
  const View best = best_connected(view, {5, 7});
  ASSERT_EQ(best.nodes.size(), 5u);
  for (const ViewNode& node : best.nodes) {
    EXPECT_TRUE(
        std::any_of(order.begin(), order.begin() + 5, [&](const auto& entry) { return entry.second == node.id; }));
  }
  EXPECT_EQ(best.documents.size(), 1u);
  const View one = best_connected(view, {9, 1});
  ASSERT_EQ(one.edges.size(), 1u);
  EXPECT_EQ(one.nodes[one.edges[0].to].id, "100003");
  EXPECT_EQ(one.edges[0].occurrences.size(), 2u);
}

}  // namespace
}  // namespace quanhe
