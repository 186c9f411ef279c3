#include "query/neighbours.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "query/neighbour_walk.h"
#include "query/vocabulary.h"

namespace quanhe {
namespace {

// The rows without what statements tell.
Result<std::vector<Neighbour>> rows_of(GraphReader& reader, const std::vector<std::string>& types,
                                       const std::vector<WalkStep>& steps, std::vector<EdgeKey>& edges) {
  if (const Result<void> read = reader.expect_nodes(steps.size()); !read) return read.error();
  std::vector<Neighbour> rows;
  for (const WalkStep& step : steps) {
    Result<StoredNode> node = reader.node(step.node);
    if (!node) return node.error();
    if (!is_kind_of_any(reader.ontology(), node.value().type, types)) continue;
    Neighbour row;
    row.hop = step.hop;
    row.node = std::move(node).value();
    row.type_label = type_label(reader.ontology(), row.node.type);
    if (step.hop > 1) {
      Result<StoredNode> through = reader.node(step.through);
      if (!through) return through.error();
      row.through = std::move(through).value();
    }
    row.edge = reader.shown_edge(step.direction, step.relation, {});
    rows.push_back(std::move(row));
    edges.push_back(step.edge);
  }
  return rows;
}

class RowOrder {
 public:
  RowOrder(const Ontology& ontology, NeighbourOrder order) : order_(order) {
    for (const Relation& relation : ontology.relations) places_.emplace(relation.name, places_.size());
  }

  bool operator()(const Neighbour& a, const Neighbour& b) const {
    const int compared = compare(a, b);
    if (compared != 0) return compared < 0;
    const std::string& a_through = a.through ? a.through->id : a.node.id;
    const std::string& b_through = b.through ? b.through->id : b.node.id;
    return std::tuple(a.hop, place(a), std::tie(a.edge.relation, a.edge.direction, a.node.name, a.node.id, a_through)) <
           std::tuple(b.hop, place(b), std::tie(b.edge.relation, b.edge.direction, b.node.name, b.node.id, b_through));
  }

 private:
  // Negative when `a` comes first by what is asked.
  int compare(const Neighbour& a, const Neighbour& b) const {
    const auto more = [](auto x, auto y) { return x == y ? 0 : x > y ? -1 : 1; };
    const auto date = [](const Neighbour& row) {
      return row.edge.figures.dates.empty() ? std::string_view() : std::string_view(row.edge.figures.dates.back());
    };
    switch (order_) {
      case NeighbourOrder::kHop: break;
      case NeighbourOrder::kName: return a.node.name.compare(b.node.name);
      case NeighbourOrder::kConfidence: return more(a.edge.figures.confidence, b.edge.figures.confidence);
      case NeighbourOrder::kStatements: return more(a.edge.figures.statements, b.edge.figures.statements);
      case NeighbourOrder::kSources: return more(a.edge.figures.sources, b.edge.figures.sources);
      case NeighbourOrder::kDate: return more(date(a), date(b));
    }
    return 0;
  }

  std::size_t place(const Neighbour& row) const {
    const auto found = places_.find(row.edge.relation);
    return found == places_.end() ? places_.size() : found->second;
  }

  NeighbourOrder order_;
  std::unordered_map<std::string, std::size_t> places_;
};

// Sorts and cuts rows, and fills in what statements tell of those that stay.
Result<void> finish_rows(GraphReader& reader, const NeighbourQuestion& question, std::vector<EdgeKey> edges,
                         std::vector<Neighbour> rows, NeighbourAnswer& answer) {
  const bool needs_figures = question.order != NeighbourOrder::kHop && question.order != NeighbourOrder::kName;
  const auto fill = [&](std::size_t i) -> Result<void> {
    ShownEdge& edge = rows[i].edge;
    Result<std::optional<EdgeFigures>> figures = reader.figures(edges[i], edge.relation);
    if (!figures) return figures.error();
    edge.figures = std::move(figures).value().value_or(EdgeFigures());
    return {};
  };
  const std::size_t kept = std::min(rows.size(), question.limit.value_or(rows.size()));
  const std::size_t filled = needs_figures ? rows.size() : kept;
  if (const Result<void> read = reader.expect_edges(filled); !read) return read;
  for (std::size_t i = 0; needs_figures && i < rows.size(); ++i) {
    if (const Result<void> done = fill(i); !done) return done;
  }
  const RowOrder comes_first(reader.ontology(), question.order);
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                    [&](std::size_t a, std::size_t b) { return comes_first(rows[a], rows[b]); });
  order.resize(kept);
  for (const std::size_t i : order) {
    if (!needs_figures) {
      if (const Result<void> done = fill(i); !done) return done;
    }
    answer.rows.push_back(std::move(rows[i]));
  }
  return {};
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

const std::vector<std::string>& neighbour_order_names() {
  static const std::vector<std::string> kNames = {"hop", "name", "confidence", "statements", "sources", "date"};
  return kNames;
}

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

  GraphReader reader(graph, question.selection);
  const Result<std::vector<WalkStep>> steps = walk_from(reader, answer.name.candidates.front().node.key,
                                                        {question.hops, question.relations, question.direction});
  if (!steps) return steps.error();
  std::vector<EdgeKey> edges;
  Result<std::vector<Neighbour>> rows = rows_of(reader, question.types, steps.value(), edges);
  if (!rows) return rows.error();
  std::set<NodeKey> nodes;
  for (const Neighbour& row : rows.value()) nodes.insert(row.node.key);
  answer.nodes = nodes.size();
  answer.total = rows.value().size();
  const Result<void> finished = finish_rows(reader, question, std::move(edges), std::move(rows).value(), answer);
  if (!finished) return finished.error();
  return answer;
}

}  // namespace quanhe
