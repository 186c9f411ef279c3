#include "graph/network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "graph/communities.h"
#include "graph/nearest_path.h"
#include "graph/page_rank.h"
#include "graph/paths.h"

namespace quanhe {
namespace {

constexpr std::uint16_t kActs = 0;  // not symmetric
constexpr std::uint16_t kMet = 1;   // symmetric

PlainEdge edge(std::uint32_t from, std::uint32_t to, std::uint16_t relation = kMet, std::uint32_t key = 1) {
  return {from, to, key, relation, 900, static_cast<std::uint32_t>(Status::kHappened)};
}

EdgeList list_of(std::uint32_t nodes, std::vector<PlainEdge> edges) {
  EdgeList list;
  for (std::uint32_t node = 0; node < nodes; ++node) list.nodes.push_back(10 + node);
  list.relations = {{"acts", false}, {"met", true}};
  list.edges = std::move(edges);
  return list;
}

std::uint32_t below(std::mt19937& random, std::uint32_t bound) { return static_cast<std::uint32_t>(random() % bound); }

EdgeList random_list(std::mt19937& random, std::uint32_t most_nodes, std::uint32_t most_edges) {
  const std::uint32_t nodes = 1 + below(random, most_nodes);
  std::vector<PlainEdge> edges;
  for (std::uint32_t count = below(random, most_edges + 1); count > 0; --count) {
    edges.push_back(edge(below(random, nodes), below(random, nodes), static_cast<std::uint16_t>(below(random, 2)), count));
  }
  return list_of(nodes, edges);
}

std::vector<std::vector<int>> edge_counts(const EdgeList& list) {
  std::vector<std::vector<int>> counts(list.nodes.size(), std::vector<int>(list.nodes.size()));
  for (const PlainEdge& edge : list.edges) {
    if (edge.from == edge.to) continue;
    ++counts[edge.from][edge.to];
    ++counts[edge.to][edge.from];
  }
  return counts;
}

// Every path without loops, listed.
void list_paths(const std::vector<std::vector<int>>& counts, std::uint32_t to, Path& path, std::vector<Path>& paths) {
  if (path.back() == to) return paths.push_back(path);
  for (std::uint32_t next = 0; next < counts.size(); ++next) {
    if (counts[path.back()][next] == 0 || std::find(path.begin(), path.end(), next) != path.end()) continue;
    path.push_back(next);
    list_paths(counts, to, path, paths);
    path.pop_back();
  }
}

TEST(Network, IsTheSameInWhateverOrderItsEdgesCome) {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    EdgeList list = random_list(random, 8, 20);
    EdgeList shuffled = list;
    std::shuffle(shuffled.edges.begin(), shuffled.edges.end(), random);
    const NetworkWalk walk{.hops = 3, .relations = {true, true}, .direction = Direction::kBoth};
    EXPECT_EQ(Network(list).walk(0, walk), Network(shuffled).walk(0, walk));
  }
}

TEST(Network, WalksAsAListOfAllEdgesDoes) {
  std::mt19937 random(2);
  for (int round = 0; round < 1000; ++round) {
    const EdgeList list = random_list(random, 8, 16);
    const Network network(list);
    const std::vector<bool> relations = {random() % 3 > 0, random() % 3 > 0};
    const auto direction = static_cast<Direction>(random() % 3);
    std::vector<std::uint32_t> hop_of(list.nodes.size(), UINT32_MAX);
    hop_of[0] = 0;
    std::vector<NetworkStep> expected;
    for (std::uint32_t hop = 1; hop <= 3; ++hop) {
      std::set<std::uint32_t> reached;
      const auto step = [&](const PlainEdge& e, std::uint32_t through, std::uint32_t node, Direction seen) {
        if (!relations[e.relation] || hop_of[through] != hop - 1 || hop_of[node] < hop) return;
        if (e.relation == kMet) seen = Direction::kBoth;
        if (seen != Direction::kBoth && direction != Direction::kBoth && seen != direction) return;
        reached.insert(node);
        expected.push_back({hop, node, through, e.key, static_cast<std::uint16_t>(e.relation), seen});
      };
      for (const PlainEdge& e : list.edges) {
        step(e, e.from, e.to, Direction::kOut);
        step(e, e.to, e.from, Direction::kIn);
      }
      for (const std::uint32_t node : reached) hop_of[node] = hop;
    }
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(network.walk(0, {3, relations, direction}), expected);
  }
}

TEST(Network, FindsTheEdgesBetweenTwoNodes) {
  const Network network(list_of(3, {edge(0, 1, kActs, 5), edge(1, 0, kActs, 6), edge(0, 1, kMet, 7), edge(0, 2, kMet, 8)}));
  std::vector<std::uint32_t> keys;
  for (const NetworkStep& step : network.between(0, 1)) keys.push_back(step.edge);
  EXPECT_EQ(keys, (std::vector<std::uint32_t>{5, 6, 7}));
  EXPECT_EQ(network.between(1, 0)[0].direction, Direction::kOut);
  EXPECT_EQ(network.between(1, 0)[0].edge, 6u);
  EXPECT_EQ(network.between(1, 2), std::vector<NetworkStep>{});
  EXPECT_EQ(network.degree(0), 4u);
  EXPECT_EQ(network.node_of_key(12), 2u);
  EXPECT_EQ(network.node_of_key(99), UINT32_MAX);
}

TEST(Network, NumbersConnectedPartsAsSpreadingNumbersDoes) {
  std::mt19937 random(3);
  for (int round = 0; round < 1000; ++round) {
    const EdgeList list = random_list(random, 12, 10);
    std::vector<std::uint32_t> least(list.nodes.size());
    for (std::uint32_t i = 0; i < least.size(); ++i) least[i] = i;
    for (std::size_t again = 0; again < least.size(); ++again) {
      for (const PlainEdge& e : list.edges) least[e.from] = least[e.to] = std::min(least[e.from], least[e.to]);
    }
    std::vector<std::uint32_t> firsts = least, expected;
    std::sort(firsts.begin(), firsts.end());
    firsts.erase(std::unique(firsts.begin(), firsts.end()), firsts.end());
    for (const std::uint32_t first : least) {
      expected.push_back(static_cast<std::uint32_t>(std::lower_bound(firsts.begin(), firsts.end(), first) - firsts.begin()));
    }
    EXPECT_EQ(Network(list).components(), expected);
  }
}

TEST(Paths, AreTheFirstOfAllPathsListed) {
  std::mt19937 random(4);
  for (int round = 0; round < 2000; ++round) {
    const EdgeList list = random_list(random, 7, 14);
    const auto to = below(random, static_cast<std::uint32_t>(list.nodes.size()));
    std::vector<Path> all;
    Path start = {0};
    list_paths(edge_counts(list), to, start, all);
    std::sort(all.begin(), all.end(), [](const Path& a, const Path& b) {
      return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    const std::uint32_t count = 1 + below(random, 30);
    if (all.size() > count) all.resize(count);
    EXPECT_EQ(shortest_paths(Network(list), 0, to, count), all);
  }
}

TEST(Paths, LeadFromANodeToItselfWithoutAStep) {
  EXPECT_EQ(shortest_paths(Network(list_of(2, {edge(0, 1), edge(0, 0)})), 0, 0, 5), std::vector<Path>{{0}});
}

TEST(NearestPath, IsTheFirstOfTheShortestPathsOverShownEdges) {
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    EdgeList list = random_list(random, 12, 20);
    EdgeList shown = list;
    shown.edges.clear();
    for (PlainEdge& edge : list.edges) {
      edge.status_number = below(random, 5) & 7U;
      if (is_shown(edge.status())) shown.edges.push_back(edge);
    }
    const auto from = below(random, static_cast<std::uint32_t>(list.nodes.size()));
    const auto to = below(random, static_cast<std::uint32_t>(list.nodes.size()));
    const std::vector<Path> all = shortest_paths(Network(shown), from, to, 1);
    const NearestPath found = nearest_path(Network(list), from, to, 1000);
    EXPECT_FALSE(found.cut);
    EXPECT_EQ(found.nodes, all.empty() ? Path() : all.front());
  }
}

TEST(NearestPath, IsGivenUpAfterSoManyEdges) {
  std::vector<PlainEdge> edges;
  for (std::uint32_t node = 0; node < 20; ++node) edges.push_back(edge(node, node + 1));
  const Network chain(list_of(21, edges));
  EXPECT_EQ(nearest_path(chain, 0, 20, 100).nodes.size(), 21u);
  EXPECT_TRUE(nearest_path(chain, 0, 20, 10).cut);
  EXPECT_EQ(nearest_path(chain, 0, 20, 10).nodes, Path());
}

TEST(Network, FindsWhatStandsNextToANodeAndBetweenSome) {
  std::mt19937 random(12);
  for (int round = 0; round < 500; ++round) {
    const EdgeList list = random_list(random, 8, 24);
    const Network network(list);
    const std::vector<bool> relations = {random() % 3 > 0, random() % 3 > 0};
    const auto direction = static_cast<Direction>(random() % 3);
    std::set<std::uint32_t> expected;
    std::vector<std::uint32_t> nodes;
    for (std::uint32_t node = 0; node < list.nodes.size(); node += 1 + below(random, 2)) nodes.push_back(node);
    std::multiset<std::uint32_t> edges, found;
    const auto is_one = [&](std::uint32_t node) { return std::find(nodes.begin(), nodes.end(), node) != nodes.end(); };
    for (const PlainEdge& edge : list.edges) {
      if (edge.from == edge.to) continue;
      if (is_one(edge.from) && is_one(edge.to)) edges.insert(edge.key);
      if (!relations[edge.relation] || (edge.from != 0 && edge.to != 0)) continue;
      const bool either = direction == Direction::kBoth || edge.relation == kMet;
      if (either || direction == (edge.from == 0 ? Direction::kOut : Direction::kIn)) {
        expected.insert(edge.from == 0 ? edge.to : edge.from);
      }
    }
    EXPECT_EQ(network.neighbours(0, relations, direction),
              std::vector<std::uint32_t>(expected.begin(), expected.end()));
    for (const NetworkStep& step : network.among(nodes)) found.insert(step.edge);
    EXPECT_EQ(found, edges);
  }
}

TEST(PageRank, IsThatOfRepeatedMultiplication) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const EdgeList list = random_list(random, 9, 20);
    const std::size_t count = list.nodes.size();
    std::vector<std::vector<double>> steps(count, std::vector<double>(count));
    std::vector<double> out(count);
    for (const PlainEdge& e : list.edges) {
      if (e.from == e.to) continue;
      steps[e.from][e.to] += 1, out[e.from] += 1;
      if (e.relation == kMet) steps[e.to][e.from] += 1, out[e.to] += 1;
    }
    std::vector<double> rank(count, 1.0 / static_cast<double>(count));
    for (int again = 0; again < 300; ++again) {
      std::vector<double> next(count, 0.15 / static_cast<double>(count));
      for (std::size_t u = 0; u < count; ++u) {
        for (std::size_t v = 0; v < count; ++v) {
          const double share = out[u] == 0 ? 1.0 / static_cast<double>(count) : steps[u][v] / out[u];
          next[v] += 0.85 * rank[u] * share;
        }
      }
      rank = next;
    }
    const std::vector<double> found = page_rank(Network(list));
    for (std::size_t node = 0; node < count; ++node) EXPECT_NEAR(found[node], rank[node], 1e-8);
  }
}

TEST(PageRank, OfNothingIsEmpty) { EXPECT_TRUE(page_rank(Network(list_of(0, {}))).empty()); }

double modularity(const std::vector<std::vector<int>>& counts, const std::vector<std::uint32_t>& community) {
  std::vector<double> degree;
  for (const auto& row : counts) {
    double sum = 0;
    for (const int count : row) sum += count;
    degree.push_back(sum);
  }
  double total = 0, value = 0;
  for (const double each : degree) total += each;
  if (total == 0) return 0;
  for (std::size_t u = 0; u < counts.size(); ++u) {
    for (std::size_t v = 0; v < counts.size(); ++v) {
      if (community[u] == community[v]) value += counts[u][v] / total - degree[u] * degree[v] / total / total;
    }
  }
  return value;
}

// The best modularity of any division, all being tried.
double best_modularity(const std::vector<std::vector<int>>& counts, std::vector<std::uint32_t>& community,
                       std::uint32_t used) {
  if (community.size() == counts.size()) return modularity(counts, community);
  double best = -1;
  for (std::uint32_t number = 0; number <= used; ++number) {
    community.push_back(number);
    best = std::max(best, best_modularity(counts, community, std::max(used, number + 1)));
    community.pop_back();
  }
  return best;
}

TEST(Communities, ComeNearTheBestOfAllDivisions) {
  std::mt19937 random(6);
  double lost = 0;
  constexpr int kRounds = 200;
  for (int round = 0; round < kRounds; ++round) {
    const EdgeList list = random_list(random, 7, 14);
    const auto counts = edge_counts(list);
    const Communities found = find_communities(Network(list));
    EXPECT_NEAR(found.modularity, modularity(counts, found.of_node), 1e-12);
    std::vector<std::uint32_t> community;
    const double best = best_modularity(counts, community, 0);
    EXPECT_LE(found.modularity, best + 1e-12);
    EXPECT_GE(found.modularity, best - 0.1);
    lost += best - found.modularity;
  }
  EXPECT_LT(lost / kRounds, 0.01);
}

TEST(Communities, AreConnectedAndTheGreatestComeFirst) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const EdgeList list = random_list(random, 40, 60);
    const Communities found = find_communities(Network(list));
    EdgeList within = list;
    std::erase_if(within.edges, [&](const PlainEdge& e) { return found.of_node[e.from] != found.of_node[e.to]; });
    const std::vector<std::uint32_t> parts = Network(within).components();
    EXPECT_EQ(*std::max_element(parts.begin(), parts.end()) + 1, found.count);
    std::vector<std::size_t> sizes(found.count);
    for (const std::uint32_t number : found.of_node) ++sizes[number];
    EXPECT_TRUE(std::is_sorted(sizes.rbegin(), sizes.rend()));
  }
}

TEST(Communities, AreTheCliquesOfARing) {
  std::vector<PlainEdge> edges;
  for (std::uint32_t clique = 0; clique < 6; ++clique) {
    for (std::uint32_t a = 0; a < 5; ++a) {
      for (std::uint32_t b = 0; b < a; ++b) edges.push_back(edge(5 * clique + a, 5 * clique + b));
    }
    edges.push_back(edge(5 * clique, 5 * ((clique + 1) % 6) + 1));
  }
  const Communities found = find_communities(Network(list_of(30, edges)));
  EXPECT_EQ(found.count, 6u);
  for (std::uint32_t node = 0; node < 30; ++node) EXPECT_EQ(found.of_node[node], node / 5);
}

}  // namespace
}  // namespace quanhe
