#include "query/communities.h"

#include <algorithm>
#include <utility>

#include "graph/communities.h"
#include "query/vocabulary.h"

namespace quanhe {
namespace {

std::vector<std::vector<std::uint32_t>> members_of(const Communities& communities) {
  std::vector<std::vector<std::uint32_t>> members(communities.count);
  for (std::uint32_t node = 0; node < communities.of_node.size(); ++node) {
    members[communities.of_node[node]].push_back(node);
  }
  return members;
}

}  // namespace

Result<CommunityAnswer> list_communities(StoredGraph& graph, const CommunityQuestion& question) {
  const Result<std::vector<std::string>> relations = find_relations(graph.ontology(), question.relations);
  if (!relations) return relations.error();
  GraphReader reader(graph, question.selection);
  const Result<Network> read = reader.network(relations.value());
  if (!read) return read.error();
  const Network& network = read.value();

  const Communities found = find_communities(network);
  CommunityAnswer answer{network.node_count(), network.edge_count(), 0, found.modularity, 0, {}};
  for (std::vector<std::uint32_t>& members : members_of(found)) {
    if (members.size() == 1) {
      ++answer.alone;
      continue;
    }
    if (++answer.total > question.limit) continue;
    Community& row = answer.rows.emplace_back();
    row.number = answer.total;
    row.nodes = static_cast<std::uint32_t>(members.size());
    row.edges = network.edges_within(members, found.of_node);
    std::stable_sort(members.begin(), members.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return network.degree(a) > network.degree(b); });
    if (members.size() > question.members) members.resize(question.members);
    for (const std::uint32_t place : members) {
      Result<StoredNode> node = reader.node(network.node_key(place));
      if (!node) return node.error();
      std::string label = type_label(graph.ontology(), node.value().type);
      row.members.push_back({std::move(node).value(), std::move(label), network.degree(place)});
    }
  }
  return answer;
}

}  // namespace quanhe
