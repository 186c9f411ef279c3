#include "query/shown_edge.h"

#include "query/answer_pieces.h"
#include "query/vocabulary.h"

namespace quanhe {

Result<std::optional<ShownEdge>> show_edge(StoredGraph& graph, const StoredEdge& edge, const Selection& selection) {
  Result<std::vector<StoredMention>> mentions = graph.mentions_of(edge.key);
  if (!mentions) return mentions.error();
  const Relation* relation = graph.ontology().find_relation(edge.relation);
  ShownEdge shown;
  shown.key = edge.key;
  shown.relation = edge.relation;
  shown.label = relation_label(graph.ontology(), edge.relation);
  shown.symmetric = relation != nullptr && relation->symmetric;
  shown.state = relation != nullptr && relation->state;
  const std::vector<bool> selected = selected_of(mentions.value(), shown.state, selection);
  std::optional<EdgeFigures> figures = figures_of(mentions.value(), selected);
  if (!figures) return std::optional<ShownEdge>();
  shown.figures = std::move(*figures);
  for (std::size_t i = 0; i < selected.size(); ++i) {
    if (selected[i]) shown.mentions.push_back(std::move(mentions.value()[i]));
  }
  Result<StoredNode> from = graph.node(edge.from);
  if (!from) return from.error();
  Result<StoredNode> to = graph.node(edge.to);
  if (!to) return to.error();
  shown.from = std::move(from).value();
  shown.to = std::move(to).value();
  return std::optional(std::move(shown));
}

void write_figures(JsonWriter& json, const EdgeFigures& figures) {
  const auto number = [&](std::string_view key, std::int64_t value) {
    json.key(key);
    json.integer(value);
  };
  json.field("status", to_string(figures.status));
  number("statements", figures.statements);
  number("documents", figures.documents);
  number("sources", figures.sources);
  number("confidence", figures.confidence);
}

void write_edge(JsonWriter& json, const ShownEdge& edge) {
  write_node(json, "from", edge.from);
  json.field("relation", edge.relation);
  json.field("label", edge.label);
  write_node(json, "to", edge.to);
  write_figures(json, edge.figures);
  write_strings(json, "dates", edge.figures.dates);
}

std::string said_by(const EdgeFigures& figures) {
  return plural(figures.documents, "article") + ", " + plural(figures.sources, "independent source");
}

std::size_t place_of(const Ontology& ontology, const std::string& relation) {
  std::size_t place = 0;
  while (place < ontology.relations.size() && ontology.relations[place].name != relation) ++place;
  return place;
}

}  // namespace quanhe
