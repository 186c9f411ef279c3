#include "query/card.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace quanhe {
namespace {

Result<CardState> card_state(StoredEvidence& evidence, ShownEdge edge) {
  CardState state;
  std::set<std::string> values;
  for (const StoredMention& mention : edge.mentions) {
    state.period.hear(mention);
    const Result<Attributes> attributes = evidence.attributes_of(mention.key);
    if (!attributes) return attributes.error();
    for (const auto& [name, value] : attributes.value()) {
      if (!tells_days(name)) values.insert(value);
    }
  }
  state.values.assign(values.begin(), values.end());
  state.edge = std::move(edge);
  return state;
}

// Counts edges by relation and direction.
class Counts {
 public:
  void add(const ShownEdge& edge, bool is_from) {
    const Direction direction = edge.symmetric ? Direction::kBoth : is_from ? Direction::kOut : Direction::kIn;
    CardCount& count = counts_[{edge.relation, direction}];
    count.relation = edge.relation;
    count.label = edge.label;
    count.direction = direction;
    ++count.nodes;
    count.statements += edge.figures.statements;
  }

  std::vector<CardCount> sorted(const Ontology& ontology) const {
    std::vector<CardCount> counts;
    for (const auto& [key, count] : counts_) counts.push_back(count);
    std::stable_sort(counts.begin(), counts.end(), [&](const CardCount& a, const CardCount& b) {
      return place_of(ontology, a.relation) < place_of(ontology, b.relation);
    });
    return counts;
  }

 private:
  std::map<std::pair<std::string, Direction>, CardCount> counts_;
};

void sort_states(std::vector<CardState>& states, const Ontology& ontology) {
  const auto key = [&](const CardState& state) {
    const std::optional<DaySpan> days = state.period.days();
    return std::tuple(days ? days->first : INT32_MAX, place_of(ontology, state.edge.relation),
                      std::tie(state.edge.relation, state.edge.to.name, state.edge.to.id));
  };
  std::sort(states.begin(), states.end(), [&](const CardState& a, const CardState& b) { return key(a) < key(b); });
}

}  // namespace

Result<CardAnswer> find_card(StoredGraph& graph, const CardQuestion& question) {
  CardAnswer answer;
  Result<NameAnswer> name = find_node(graph, question.name);
  if (!name) return name.error();
  answer.name = std::move(name).value();
  if (answer.name.outcome != NameOutcome::kFound) return answer;
  const StoredNode& node = answer.name.candidates.front().node;
  StoredEvidence evidence(graph);
  Result<std::vector<std::string>> aliases = evidence.aliases_of(node);
  if (!aliases) return aliases.error();
  answer.aliases = std::move(aliases).value();
  Result<StoredIdentity> identity = evidence.identity_of(node);
  if (!identity) return identity.error();
  answer.identity = std::move(identity).value();
  const Result<std::vector<StoredEdge>> edges = graph.edges_at(node.key);
  if (!edges) return edges.error();
  Counts counts;
  for (const StoredEdge& stored : edges.value()) {
    Result<std::optional<ShownEdge>> edge = show_edge(graph, stored, question.selection);
    if (!edge) return edge.error();
    if (!edge.value()) continue;
    const bool is_from = stored.from == node.key;
    counts.add(*edge.value(), is_from);
    if (!edge.value()->state || edge.value()->symmetric || !is_from) continue;
    Result<CardState> state = card_state(evidence, std::move(*edge.value()));
    if (!state) return state.error();
    answer.states.push_back(std::move(state).value());
  }
  sort_states(answer.states, graph.ontology());
  answer.counts = counts.sorted(graph.ontology());
  return answer;
}

}  // namespace quanhe
