#include "graph/rank.h"

#include <numeric>
#include <string>

#include "base/keyed_hash.h"
#include "graph/page_rank.h"

namespace quanhe {
namespace {

EdgeList shown_edges(const View& view) {
  EdgeList list;
  list.nodes.resize(view.nodes.size());
  std::iota(list.nodes.begin(), list.nodes.end(), 0);
  KeyedMap<std::string, std::uint16_t> numbers;
  for (const ViewEdge& edge : view.edges) {
    if (!is_shown(edge.status)) continue;
    const auto [found, is_new] = numbers.emplace(edge.relation, static_cast<std::uint16_t>(numbers.size()));
    if (is_new) {
      const Relation* relation = view.ontology.find_relation(edge.relation);
      list.relations.push_back({edge.relation, relation != nullptr && relation->symmetric});
    }
    PlainEdge plain;
    plain.from = edge.from;
    plain.to = edge.to;
    plain.relation = found->second;
    list.edges.push_back(plain);
  }
  return list;
}

}  // namespace

std::vector<double> node_ranks(const View& view) {
  if (view.nodes.empty()) return {};
  return page_rank(Network(shown_edges(view)));
}

}  // namespace quanhe
