#include "query/common.h"

#include <algorithm>
#include <map>
#include <utility>

#include "query/neighbour_walk.h"
#include "query/vocabulary.h"

namespace quanhe {
namespace {

using StepsByNode = std::map<NodeKey, std::vector<WalkStep>>;

Result<StepsByNode> neighbours_of(GraphReader& reader, NodeKey node, const std::vector<std::string>& relations) {
  Result<std::vector<WalkStep>> steps = walk_from(reader, node, {1, relations, Direction::kBoth});
  if (!steps) return steps.error();
  StepsByNode by_node;
  for (WalkStep& step : steps.value()) by_node[step.node].push_back(std::move(step));
  return by_node;
}

Result<std::vector<ReadEdge>> shown_edges(GraphReader& reader, std::vector<WalkStep> steps) {
  const auto& relations = reader.ontology().relations;
  const auto place = [&](const WalkStep& step) {
    return std::find_if(relations.begin(), relations.end(), [&](const auto& r) { return r.name == step.relation; }) -
           relations.begin();
  };
  std::sort(steps.begin(), steps.end(), [&](const WalkStep& a, const WalkStep& b) {
    return std::tuple(place(a), std::tie(a.relation, a.direction)) < std::tuple(place(b), std::tie(b.relation, b.direction));
  });
  std::vector<ReadEdge> edges;
  for (const WalkStep& step : steps) {
    Result<std::optional<EdgeFigures>> figures = reader.figures(step.edge, step.relation);
    if (!figures) return figures.error();
    edges.push_back(
        reader.shown_edge(step.direction, step.relation, std::move(figures).value().value_or(EdgeFigures())));
  }
  return edges;
}

}  // namespace

Result<CommonAnswer> find_common(StoredGraph& graph, const CommonQuestion& question) {
  const Result<std::vector<std::string>> relations = find_relations(graph.ontology(), question.relations);
  if (!relations) return relations.error();
  const Result<std::vector<std::string>> types = find_types(graph.ontology(), question.types);
  if (!types) return types.error();
  CommonAnswer answer;
  Result<PairAnswer> names = find_pair(graph, question.from, question.to);
  if (!names) return names.error();
  answer.names = std::move(names).value();
  if (!answer.names.is_found()) return answer;

  GraphReader reader(graph, question.selection);
  Result<StepsByNode> from = neighbours_of(reader, answer.names.from_node().key, relations.value());
  if (!from) return from.error();
  Result<StepsByNode> to = neighbours_of(reader, answer.names.to_node().key, relations.value());
  if (!to) return to.error();
  for (const auto& [key, steps] : from.value()) {
    if (!to.value().contains(key)) continue;
    Result<StoredNode> node = reader.node(key);
    if (!node) return node.error();
    if (!is_kind_of_any(graph.ontology(), node.value().type, types.value())) continue;
    std::string label = type_label(graph.ontology(), node.value().type);
    answer.rows.push_back({std::move(node).value(), std::move(label), {}, {}});
  }
  std::sort(answer.rows.begin(), answer.rows.end(), [](const CommonNode& a, const CommonNode& b) {
    if (a.node.document_count != b.node.document_count) return a.node.document_count > b.node.document_count;
    return a.node.id < b.node.id;
  });
  answer.total = answer.rows.size();
  if (question.limit && *question.limit < answer.total) answer.rows.resize(*question.limit);
  for (CommonNode& row : answer.rows) {
    Result<std::vector<ReadEdge>> from_edges = shown_edges(reader, std::move(from.value()[row.node.key]));
    if (!from_edges) return from_edges.error();
    Result<std::vector<ReadEdge>> to_edges = shown_edges(reader, std::move(to.value()[row.node.key]));
    if (!to_edges) return to_edges.error();
    row.from_edges = std::move(from_edges).value();
    row.to_edges = std::move(to_edges).value();
  }
  return answer;
}

}  // namespace quanhe
