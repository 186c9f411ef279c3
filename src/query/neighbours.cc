#include "query/neighbours.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "base/keyed_hash.h"
#include "query/neighbour_walk.h"
#include "query/vocabulary.h"

namespace quanhe {
namespace {

// A row before it is known whether it is shown.
struct Row {
  const WalkStep* step = nullptr;
  const StoredNode* node = nullptr;
  const StoredNode* through = nullptr;  // the asked node at hop 1
  std::uint32_t place = 0;              // of the relation: in the ontology, and those that are not there by name after it
  EdgeFigures figures;                  // when rows are sorted by them
};

class RelationPlaces {
 public:
  RelationPlaces(const Ontology& ontology, const std::vector<WalkStep>& steps) {
    std::set<std::string> names;
    for (const WalkStep& step : steps) names.insert(step.relation);
    for (const Relation& relation : ontology.relations) add(relation.name);
    for (const std::string& name : names) add(name);
  }

  std::uint32_t of(const std::string& relation) const { return places_.at(relation); }

 private:
  void add(const std::string& name) { places_.emplace(name, static_cast<std::uint32_t>(places_.size())); }

  KeyedMap<std::string, std::uint32_t> places_;
};

Result<std::vector<Row>> rows_of(GraphReader& reader, const std::vector<std::string>& types,
                                 const std::vector<WalkStep>& steps) {
  if (const Result<void> read = reader.expect_nodes(steps.size()); !read) return read.error();
  const RelationPlaces places(reader.ontology(), steps);
  std::vector<Row> rows;
  for (const WalkStep& step : steps) {
    const Result<const StoredNode*> node = reader.node_at(step.node);
    if (!node) return node.error();
    if (!is_kind_of_any(reader.ontology(), node.value()->type, types)) continue;
    const Result<const StoredNode*> through = reader.node_at(step.through);
    if (!through) return through.error();
    rows.push_back({&step, node.value(), through.value(), places.of(step.relation), {}});
  }
  return rows;
}

class RowOrder {
 public:
  explicit RowOrder(NeighbourOrder order) : order_(order) {}

  bool operator()(const Row& a, const Row& b) const {
    const int compared = compare(a, b);
    if (compared != 0) return compared < 0;
    const auto numbers = [](const Row& row) { return std::tuple(row.step->hop, row.place, row.step->direction); };
    if (numbers(a) != numbers(b)) return numbers(a) < numbers(b);
    return std::tie(a.node->name, a.node->id, a.through->id) < std::tie(b.node->name, b.node->id, b.through->id);
  }

 private:
  // Negative when `a` comes first by what is asked.
  int compare(const Row& a, const Row& b) const {
    const auto more = [](auto x, auto y) { return x == y ? 0 : x > y ? -1 : 1; };
    const auto date = [](const Row& row) {
      return row.figures.dates.empty() ? std::string_view() : std::string_view(row.figures.dates.back());
    };
    switch (order_) {
      case NeighbourOrder::kHop: break;
      case NeighbourOrder::kName: return a.node->name.compare(b.node->name);
      case NeighbourOrder::kConfidence: return more(a.figures.confidence, b.figures.confidence);
      case NeighbourOrder::kStatements: return more(a.figures.statements, b.figures.statements);
      case NeighbourOrder::kSources: return more(a.figures.sources, b.figures.sources);
      case NeighbourOrder::kDate: return more(date(a), date(b));
    }
    return 0;
  }

  NeighbourOrder order_;
};

Result<void> fill(GraphReader& reader, std::vector<Row>& rows) {
  if (const Result<void> read = reader.expect_edges(rows.size()); !read) return read;
  for (Row& row : rows) {
    Result<std::optional<EdgeFigures>> figures = reader.figures(row.step->edge, row.step->relation);
    if (!figures) return figures.error();
    row.figures = std::move(figures).value().value_or(EdgeFigures());
  }
  return {};
}

void sort_and_cut(std::vector<Row>& rows, const NeighbourQuestion& question) {
  const RowOrder comes_first(question.order);
  if (question.limit && *question.limit < rows.size()) {
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(*question.limit);
    std::nth_element(rows.begin(), end, rows.end(), comes_first);
    rows.erase(end, rows.end());
  }
  std::sort(rows.begin(), rows.end(), comes_first);
}

Neighbour shown(const GraphReader& reader, Row row) {
  const WalkStep& step = *row.step;
  return {step.hop, *row.node, type_label(reader.ontology(), row.node->type),
          step.hop > 1 ? std::optional(*row.through) : std::nullopt,
          reader.shown_edge(step.direction, step.relation, std::move(row.figures))};
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
  Result<std::vector<Row>> read = rows_of(reader, question.types, steps.value());
  if (!read) return read.error();
  std::vector<Row> rows = std::move(read).value();
  answer.total = rows.size();
  std::unordered_set<NodeKey> nodes;
  for (const Row& row : rows) nodes.insert(row.node->key);
  answer.nodes = nodes.size();

  const bool by_figures = question.order != NeighbourOrder::kHop && question.order != NeighbourOrder::kName;
  if (by_figures) {
    if (const Result<void> filled = fill(reader, rows); !filled) return filled.error();
  }
  sort_and_cut(rows, question);
  if (!by_figures) {
    if (const Result<void> filled = fill(reader, rows); !filled) return filled.error();
  }
  for (Row& row : rows) answer.rows.push_back(shown(reader, std::move(row)));
  return answer;
}

}  // namespace quanhe
