#include "explorer/elements.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "query/answer_pieces.h"
#include "query/edge_evidence.h"
#include "query/edge_figures.h"
#include "query/shown_edge.h"
#include "query/told_period.h"

namespace quanhe {
namespace {

// How long a state is told to last, and its values that are no dates: titles.
Result<void> write_state(JsonWriter& json, StoredGraph& graph, EdgeKey edge,
                         const std::vector<StoredMention>& mentions) {
  ToldPeriod period;
  for (const StoredMention& mention : mentions) period.hear(mention);
  if (!period.first.empty()) {
    json.field("first", period.first);
    json.field("last", period.last);
  }
  const Result<std::vector<Attributes>> lists = graph.attributes_at(edge);
  if (!lists) return lists.error();
  std::set<std::string> values;
  for (const Attributes& attributes : lists.value()) {
    for (const auto& [name, value] : attributes) {
      if (!tells_days(name)) values.insert(value);
    }
  }
  write_strings(json, "values", {values.begin(), values.end()});
  return {};
}

}  // namespace

Result<void> Elements::write_node(JsonWriter& json, std::uint32_t number) {
  Result<std::optional<StoredNode>> node = graph_.find_key(loaded_.network().node_key(number));
  if (!node) return node.error();
  if (!node.value()) return {};
  json.begin_object();
  write_node_fields(json, *node.value());
  json.key("degree");
  json.integer(loaded_.degree(number));
  json.end_object();
  note(*node.value());
  return {};
}

Result<void> Elements::write_edge(JsonWriter& json, const NetworkStep& step) {
  const Result<std::optional<StoredEdge>> found = graph_.find_edge(step.edge);
  if (!found) return found.error();
  if (!found.value() || found.value()->judgement == Judgement::kRejected) return {};
  const StoredEdge& edge = *found.value();
  const auto from = known_.find(edge.from), to = known_.find(edge.to);
  if (from == known_.end() || to == known_.end()) return {};
  const Result<std::vector<StoredMention>> mentions = graph_.mentions_of(edge.key);
  if (!mentions) return mentions.error();
  const std::vector<bool> all(mentions.value().size(), true);
  const std::optional<EdgeFigures> figures = figures_of(mentions.value(), all);
  if (!figures) return {};
  json.begin_object();
  json.field("from", from->second.id);
  json.field("relation", edge.relation);
  json.field("to", to->second.id);
  write_figures(json, *figures);
  write_strings(json, "dates", figures->dates);
  const Relation* relation = graph_.ontology().find_relation(edge.relation);
  if (relation != nullptr && relation->state) {
    if (const Result<void> written = write_state(json, graph_, edge.key, mentions.value()); !written) return written;
  }
  if (edge.judgement == Judgement::kConfirmed) json.field("judgement", decision_name(edge.judgement));
  json.end_object();
  return {};
}

Result<void> Elements::write(JsonWriter& json, const std::vector<std::uint32_t>& nodes,
                             const std::vector<NetworkStep>& edges) {
  json.key("nodes");
  json.begin_array();
  for (const std::uint32_t node : nodes) {
    if (const Result<void> written = write_node(json, node); !written) return written;
  }
  json.end_array();
  json.key("edges");
  json.begin_array();
  for (const NetworkStep& edge : edges) {
    if (const Result<void> written = write_edge(json, edge); !written) return written;
  }
  json.end_array();
  return {};
}

}  // namespace quanhe
