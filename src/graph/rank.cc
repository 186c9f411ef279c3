// Which nodes matter most, by the edges that lead to them.
//
// A reader follows a random edge out of each node with probability 0.85, and jumps to any node otherwise; the rank of
// a node is the share of the reader's time there. Power iteration: start anywhere, let everybody walk one step, stop
// when nothing moves. A node without a way out gives its rank to all alike.
//
// Works: a hub that many point to ranks high, and so does what the hub points to. Says nothing: in a graph where every
// node has the same edges all ranks are equal. Cost: one pass over the edges a step, and each step shrinks what is
// still to move by 0.85, so 100 steps leave 1e-7 of it. Sums run in the order of the edges, so that the same graph
// gives the same bits; algorithms that update in parallel do not.
//
// Source: Page, Brin, Motwani, Winograd, "The PageRank citation ranking" (1999).

#include "graph/rank.h"

#include <cmath>
#include <cstdint>
#include <utility>

namespace quanhe {
namespace {

constexpr double kDamping = 0.85;
constexpr int kMostSteps = 100;
constexpr double kStill = 1e-12;

using Steps = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Steps steps_of(const View& view) {
  Steps steps;
  for (const ViewEdge& edge : view.edges) {
    if (!is_shown(edge.status)) continue;
    steps.emplace_back(edge.from, edge.to);
    const Relation* relation = view.ontology.find_relation(edge.relation);
    if (relation != nullptr && relation->symmetric) steps.emplace_back(edge.to, edge.from);
  }
  return steps;
}

}  // namespace

std::vector<double> node_ranks(const View& view) {
  const std::size_t count = view.nodes.size();
  if (count == 0) return {};
  const Steps steps = steps_of(view);
  std::vector<double> ways(count);
  for (const auto& [from, to] : steps) ways[from] += 1;
  std::vector<double> ranks(count, 1.0 / static_cast<double>(count));
  for (int step = 0; step < kMostSteps; ++step) {
    double stuck = 0;
    for (std::size_t i = 0; i < count; ++i) stuck += ways[i] == 0 ? ranks[i] : 0;
    std::vector<double> next(count, (1 - kDamping + kDamping * stuck) / static_cast<double>(count));
    for (const auto& [from, to] : steps) next[to] += kDamping * ranks[from] / ways[from];
    double moved = 0;
    for (std::size_t i = 0; i < count; ++i) moved += std::abs(next[i] - ranks[i]);
    ranks = std::move(next);
    if (moved < kStill) break;
  }
  return ranks;
}

}  // namespace quanhe
