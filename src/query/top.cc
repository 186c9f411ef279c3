#include "query/top.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "graph/page_rank.h"
#include "query/vocabulary.h"

namespace quanhe {

const std::vector<std::string>& top_order_names() {
  static const std::vector<std::string> kNames = {"pagerank", "degree"};
  return kNames;
}

Result<TopAnswer> find_top(StoredGraph& graph, const TopQuestion& question) {
  const Result<std::vector<std::string>> relations = find_relations(graph.ontology(), question.relations);
  if (!relations) return relations.error();
  const Result<std::vector<std::string>> types = find_types(graph.ontology(), question.types);
  if (!types) return types.error();
  GraphReader reader(graph, question.selection);
  const Result<Network> read = reader.network(relations.value());
  if (!read) return read.error();
  const Network& network = read.value();

  const std::vector<double> ranks = page_rank(network);
  std::vector<std::uint32_t> degrees(network.node_count()), order(network.node_count());
  for (std::uint32_t node = 0; node < network.node_count(); ++node) degrees[node] = network.degree(node);
  std::iota(order.begin(), order.end(), 0);
  // Nodes are in the order of their ids, so what is equal stays in it.
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return question.order == TopOrder::kPageRank ? ranks[a] > ranks[b] : degrees[a] > degrees[b];
  });

  TopAnswer answer{question.order, network.node_count(), network.edge_count(), 0, {}};
  const bool needs_all = !types.value().empty();
  if (needs_all) {
    if (const Result<void> all = reader.expect_nodes(order.size()); !all) return all.error();
  }
  for (const std::uint32_t place : order) {
    if (!needs_all && answer.rows.size() == question.limit) break;
    Result<StoredNode> node = reader.node(network.node_key(place));
    if (!node) return node.error();
    if (!is_kind_of_any(graph.ontology(), node.value().type, types.value())) continue;
    if (++answer.total > question.limit) continue;
    std::string label = type_label(graph.ontology(), node.value().type);
    answer.rows.push_back({answer.total, std::move(node).value(), std::move(label), ranks[place], degrees[place]});
  }
  if (!needs_all) answer.total = order.size();
  return answer;
}

}  // namespace quanhe
