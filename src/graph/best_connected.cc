#include "graph/best_connected.h"

#include <algorithm>
#include <numeric>

#include "graph/rank.h"
#include "graph/subgraph.h"

namespace quanhe {
namespace {

constexpr std::uint32_t kGone = UINT32_MAX;

// The `most` of these numbers with the greatest value, of equal ones the first; ascending.
template <typename Value>
std::vector<std::uint32_t> greatest(std::vector<std::uint32_t> numbers, std::size_t most, Value value) {
  if (numbers.size() <= most) return numbers;
  std::stable_sort(numbers.begin(), numbers.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return value(a) > value(b); });
  numbers.resize(most);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace

View best_connected(const View& view, const GraphLimits& limits) {
  View best;
  best.pack = view.pack;
  best.ontology = view.ontology;
  best.documents = view.documents;
  const std::vector<double> ranks = node_ranks(view);
  std::vector<std::uint32_t> nodes(view.nodes.size());
  std::iota(nodes.begin(), nodes.end(), 0U);
  std::vector<std::uint32_t> places(view.nodes.size(), kGone);
  for (const std::uint32_t node :
       greatest(std::move(nodes), limits.nodes, [&](std::uint32_t number) { return ranks[number]; })) {
    places[node] = static_cast<std::uint32_t>(best.nodes.size());
    best.nodes.push_back(view.nodes[node]);
  }
  std::vector<std::uint32_t> among;
  for (std::uint32_t number = 0; number < view.edges.size(); ++number) {
    const ViewEdge& edge = view.edges[number];
    if (places[edge.from] != kGone && places[edge.to] != kGone) among.push_back(number);
  }
  const auto statements = [&](std::uint32_t number) { return view.edges[number].occurrences.size(); };
  for (const std::uint32_t number : greatest(std::move(among), limits.edges, statements)) {
    best.edges.push_back(view.edges[number]);
    best.edges.back().from = places[best.edges.back().from];
    best.edges.back().to = places[best.edges.back().to];
  }
  drop_unused_documents(best);
  return best;
}

}  // namespace quanhe
