#include "graph/sort_edges.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <tuple>

namespace quanhe {
namespace {

// Edges between nodes that begin below `begins` and end anywhere; the key numbers them.
std::vector<PlainEdge> random_edges(std::mt19937& random, std::size_t count, std::uint32_t begins, std::uint32_t node_count,
                                    std::uint32_t relation_count) {
  std::vector<PlainEdge> edges;
  const auto below = [&](std::uint32_t bound) { return static_cast<std::uint32_t>(random() % bound); };
  while (edges.size() < count) {
    edges.push_back({below(begins), below(node_count), static_cast<std::uint32_t>(edges.size()),
                     below(relation_count) & 0xFFFFU, 900, 0});
  }
  return edges;
}

std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> ends_of(const std::vector<PlainEdge>& edges) {
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> ends;
  for (const PlainEdge& edge : edges) ends.emplace_back(edge.from, edge.to, edge.relation);
  return ends;
}

void expect_sorted(std::vector<PlainEdge> edges, std::uint32_t node_count, std::uint32_t relation_count) {
  const std::vector<PlainEdge> before = edges;
  auto expected = ends_of(before);
  std::sort(expected.begin(), expected.end());
  sort_by_ends(edges, node_count, relation_count);
  ASSERT_EQ(ends_of(edges), expected);
  for (const PlainEdge& edge : edges) {
    const PlainEdge& its = before[edge.key];
    ASSERT_EQ(std::tie(edge.from, edge.to), std::tie(its.from, its.to));
  }
}

TEST(SortEdges, AgreesWithSortingByComparison) {
  std::mt19937 random(1);
  for (const std::uint32_t nodes : {1U, 2U, 2047U, 2048U, 2049U, 70'000U}) {
    for (const std::uint32_t relations : {1U, 2U, 40U, 65'536U}) {
      expect_sorted(random_edges(random, 3'000, nodes, nodes, relations), nodes, relations);
    }
  }
}

TEST(SortEdges, SortsFullBlocksDigitByDigit) {
  std::mt19937 random(3);
  for (const std::uint32_t relations : {1U, 40U, 65'536U}) {
    expect_sorted(random_edges(random, 50'000, 10'000, 3'000'000U, relations), 3'000'000U, relations);
  }
}

TEST(SortEdges, SortsMoreEdgesAtANodeThanItCopies) {
  std::mt19937 random(2);
  expect_sorted(random_edges(random, 300'000, 3, 100'000, 5), 100'000, 5);
}

TEST(SortEdges, LeavesNothingAsItIs) { expect_sorted({}, 0, 0); }

}  // namespace
}  // namespace quanhe
