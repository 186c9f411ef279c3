#include "query/path.h"

#include <utility>

#include "graph/paths.h"
#include "query/vocabulary.h"

namespace quanhe {

Result<PathAnswer> find_paths(StoredGraph& graph, const PathQuestion& question) {
  const Result<std::vector<std::string>> relations = find_relations(graph.ontology(), question.relations);
  if (!relations) return relations.error();
  PathAnswer answer;
  Result<PairAnswer> names = find_pair(graph, question.from, question.to);
  if (!names) return names.error();
  answer.names = std::move(names).value();
  if (!answer.names.is_found()) return answer;

  GraphReader reader(graph, question.selection);
  const Result<Network> read = reader.network(relations.value());
  if (!read) return read.error();
  const Network& network = read.value();
  const std::uint32_t from = network.node_of_key(answer.names.from_node().key);
  const std::uint32_t to = network.node_of_key(answer.names.to_node().key);
  if (from == UINT32_MAX || to == UINT32_MAX) return answer;
  for (const Path& path : shortest_paths(network, from, to, question.count)) {
    std::vector<PathStep>& steps = answer.paths.emplace_back();
    for (std::size_t i = 1; i < path.size(); ++i) {
      Result<StoredNode> node = reader.node(network.node_key(path[i]));
      if (!node) return node.error();
      PathStep& step = steps.emplace_back(PathStep{std::move(node).value(), {}});
      for (const NetworkStep& edge : network.between(path[i - 1], path[i])) {
        Result<ReadEdge> shown = reader.shown_edge(network, edge);
        if (!shown) return shown.error();
        step.edges.push_back(std::move(shown).value());
      }
    }
  }
  return answer;
}

}  // namespace quanhe
