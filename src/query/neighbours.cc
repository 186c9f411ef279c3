#include "query/neighbours.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "query/vocabulary.h"

namespace quanhe {
namespace {

// One edge over which a node was reached.
struct Step {
  std::uint32_t hop = 0;
  NodeKey node = 0;
  NodeKey through = 0;
  StoredEdge edge;
};

// An empty `wanted` means everything.
bool wants(const std::vector<std::string>& wanted, const std::string& name) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end();
}

bool has_status(const NeighbourQuestion& question, Status status) {
  return std::find(question.statuses.begin(), question.statuses.end(), status) != question.statuses.end();
}

// Breadth-first search over the store. `question.relations` are names of the ontology.
Result<std::vector<Step>> walk(StoredGraph& graph, NodeKey start, const NeighbourQuestion& question) {
  std::unordered_map<NodeKey, std::uint32_t> hop_of = {{start, 0}};
  std::vector<NodeKey> frontier = {start};
  std::vector<Step> steps;
  for (std::uint32_t hop = 1; hop <= question.hops && !frontier.empty(); ++hop) {
    std::vector<NodeKey> next;
    for (const NodeKey through : frontier) {
      Result<std::vector<StoredEdge>> edges = graph.edges_at(through);
      if (!edges) return edges.error();
      for (StoredEdge& edge : edges.value()) {
        if (!wants(question.relations, edge.relation) || !has_status(question, edge.status)) continue;
        const NodeKey node = edge.from == through ? edge.to : edge.from;
        const auto [seen, is_new] = hop_of.emplace(node, hop);
        if (seen->second < hop) continue;
        if (is_new) next.push_back(node);
        steps.push_back({hop, node, through, std::move(edge)});
      }
    }
    frontier = std::move(next);
  }
  return steps;
}

Direction direction_of(const Step& step, const Ontology& ontology) {
  const Relation* relation = ontology.find_relation(step.edge.relation);
  if (relation != nullptr && relation->symmetric) return Direction::kBoth;
  return step.edge.from == step.through ? Direction::kOut : Direction::kIn;
}

Result<void> add_mentions(StoredGraph& graph, const NeighbourQuestion& question, EdgeKey edge, Neighbour& row) {
  const Result<std::vector<StoredMention>> mentions = graph.mentions_of(edge);
  if (!mentions) return mentions.error();
  for (const StoredMention& mention : mentions.value()) {
    if (!has_status(question, mention.status)) continue;
    ++row.statements;
    if (!mention.date.empty()) row.dates.push_back(mention.date);
  }
  std::sort(row.dates.begin(), row.dates.end());
  row.dates.erase(std::unique(row.dates.begin(), row.dates.end()), row.dates.end());
  return {};
}

Result<Neighbour> make_row(StoredGraph& graph, const NeighbourQuestion& question, const Step& step, StoredNode node) {
  const Ontology& ontology = graph.ontology();
  Neighbour row;
  row.hop = step.hop;
  row.direction = direction_of(step, ontology);
  row.relation = step.edge.relation;
  row.relation_label = relation_label(ontology, row.relation);
  row.type_label = type_label(ontology, node.type);
  row.node = std::move(node);
  row.status = step.edge.status;
  row.sources = step.edge.source_count;
  row.confidence = step.edge.confidence;
  if (step.hop > 1) {
    Result<StoredNode> through = graph.node(step.through);
    if (!through) return through.error();
    row.through = std::move(through).value();
  }
  if (const Result<void> added = add_mentions(graph, question, step.edge.key, row); !added) return added.error();
  return row;
}

bool is_wanted_type(const Ontology& ontology, const std::vector<std::string>& wanted, const std::string& type) {
  return wants(wanted, type) || std::any_of(wanted.begin(), wanted.end(), [&](const std::string& ancestor) {
           return ontology.is_kind_of(type, ancestor);
         });
}

void sort_rows(std::vector<Neighbour>& rows, const Ontology& ontology) {
  std::unordered_map<std::string, std::size_t> order;
  for (const Relation& relation : ontology.relations) order.emplace(relation.name, order.size());
  const auto place = [&](const Neighbour& row) {
    const auto found = order.find(row.relation);
    return found == order.end() ? order.size() : found->second;
  };
  std::sort(rows.begin(), rows.end(), [&](const Neighbour& a, const Neighbour& b) {
    const std::string& a_through = a.through ? a.through->id : a.node.id;
    const std::string& b_through = b.through ? b.through->id : b.node.id;
    return std::tuple(a.hop, place(a), std::tie(a.relation, a.direction, a.node.name, a.node.id, a_through)) <
           std::tuple(b.hop, place(b), std::tie(b.relation, b.direction, b.node.name, b.node.id, b_through));
  });
}

// The question with names of the ontology in place of what a person wrote.
Result<NeighbourQuestion> in_names_of(const Ontology& ontology, const NeighbourQuestion& question) {
  if (question.hops < 1) return Error{"hops: 0, expected 1 or more"};
  NeighbourQuestion named = question;
  Result<std::vector<std::string>> relations = find_relations(ontology, question.relations);
  if (!relations) return relations.error();
  Result<std::vector<std::string>> types = find_types(ontology, question.types);
  if (!types) return types.error();
  named.relations = std::move(relations).value();
  named.types = std::move(types).value();
  return named;
}

}  // namespace

Result<NeighbourAnswer> find_neighbours(StoredGraph& graph, const NeighbourQuestion& asked) {
  const Result<NeighbourQuestion> named = in_names_of(graph.ontology(), asked);
  if (!named) return named.error();
  const NeighbourQuestion& question = named.value();

  Result<NameAnswer> name = find_node(graph, question.name);
  if (!name) return name.error();
  NeighbourAnswer answer;
  answer.name = std::move(name).value();
  answer.hops = question.hops;
  if (answer.name.outcome != NameOutcome::kFound) return answer;
  const NodeKey start = answer.name.candidates.front().node.key;

  const Result<std::vector<Step>> steps = walk(graph, start, question);
  if (!steps) return steps.error();
  for (const Step& step : steps.value()) {
    Result<StoredNode> node = graph.node(step.node);
    if (!node) return node.error();
    if (!is_wanted_type(graph.ontology(), question.types, node.value().type)) continue;
    Result<Neighbour> row = make_row(graph, question, step, std::move(node).value());
    if (!row) return row.error();
    answer.rows.push_back(std::move(row).value());
  }
  sort_rows(answer.rows, graph.ontology());
  return answer;
}

}  // namespace quanhe
