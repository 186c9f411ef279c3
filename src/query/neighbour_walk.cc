#include "query/neighbour_walk.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace quanhe {
namespace {

// Edges looked at; reading a million takes as long as looking up some ten thousand.
constexpr std::size_t kMany = 4000;

bool is_walked(const WalkBounds& bounds, const std::string& relation) {
  return bounds.relations.empty() ||
         std::find(bounds.relations.begin(), bounds.relations.end(), relation) != bounds.relations.end();
}

Direction direction_of(const Ontology& ontology, const StoredEdge& edge, NodeKey through) {
  const Relation* relation = ontology.find_relation(edge.relation);
  if (relation != nullptr && relation->symmetric) return Direction::kBoth;
  return edge.from == through ? Direction::kOut : Direction::kIn;
}

// Nothing when it has looked at too many edges.
Result<std::optional<std::vector<WalkStep>>> walk_nearby(GraphReader& reader, NodeKey start, const WalkBounds& bounds) {
  std::unordered_map<NodeKey, std::uint32_t> hop_of = {{start, 0}};
  std::vector<NodeKey> frontier = {start};
  std::vector<WalkStep> steps;
  std::size_t seen = 0;
  for (std::uint32_t hop = 1; hop <= bounds.hops && !frontier.empty(); ++hop) {
    std::vector<NodeKey> next;
    for (const NodeKey through : frontier) {
      Result<std::vector<StoredEdge>> edges = reader.edges_at(through);
      if (!edges) return edges.error();
      seen += edges.value().size();
      if (seen > kMany) return std::optional<std::vector<WalkStep>>();
      for (StoredEdge& edge : edges.value()) {
        const NodeKey node = edge.from == through ? edge.to : edge.from;
        const auto known = hop_of.find(node);
        if ((known != hop_of.end() && known->second < hop) || !is_walked(bounds, edge.relation)) continue;
        const Direction direction = direction_of(reader.ontology(), edge, through);
        if (direction != Direction::kBoth && bounds.direction != Direction::kBoth && direction != bounds.direction) continue;
        const Result<bool> selected = reader.is_selected(edge.key, edge.relation, edge.status);
        if (!selected) return selected.error();
        if (!selected.value()) continue;
        if (known == hop_of.end()) {
          hop_of.emplace(node, hop);
          next.push_back(node);
        }
        steps.push_back({hop, node, through, edge.key, std::move(edge.relation), direction});
      }
    }
    frontier = std::move(next);
  }
  return std::optional(std::move(steps));
}

Result<std::vector<WalkStep>> walk_network(GraphReader& reader, NodeKey start, const WalkBounds& bounds) {
  const Result<Network> read = reader.network(bounds.relations);
  if (!read) return read.error();
  const Network& network = read.value();
  std::vector<WalkStep> steps;
  const std::uint32_t node = network.node_of_key(start);
  if (node == UINT32_MAX) return steps;
  const NetworkWalk walk{bounds.hops, std::vector<bool>(network.relations().size(), true), bounds.direction};
  for (const NetworkStep& step : network.walk(node, walk)) {
    steps.push_back({step.hop, network.node_key(step.node), network.node_key(step.through), step.edge,
                     network.relations()[step.relation].name, step.direction});
  }
  return steps;
}

}  // namespace

Result<std::vector<WalkStep>> walk_from(GraphReader& reader, NodeKey start, const WalkBounds& bounds) {
  Result<std::optional<std::vector<WalkStep>>> nearby = walk_nearby(reader, start, bounds);
  if (!nearby) return nearby.error();
  if (nearby.value()) return *std::move(nearby).value();
  return walk_network(reader, start, bounds);
}

}  // namespace quanhe
