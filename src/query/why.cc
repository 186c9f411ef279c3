#include "query/why.h"

#include <algorithm>
#include <tuple>

#include "query/edge_evidence.h"
#include "query/vocabulary.h"

namespace quanhe {
namespace {

std::vector<OccurrenceKey> in_order_of_quotation(const std::vector<StoredMention>& mentions) {
  std::vector<Weight> weights;
  for (const StoredMention& mention : mentions) {
    weights.push_back({mention.status, mention.confidence, mention.document_date, mention.document_id, mention.key,
                       mention.source_group});
  }
  std::vector<OccurrenceKey> keys;
  for (const std::size_t place : order_of_quotation(weights)) keys.push_back(mentions[place].key);
  return keys;
}

Result<WhyEdge> why_edge(StoredEvidence& evidence, const StoredEdge& stored, ShownEdge edge, std::size_t limit) {
  WhyEdge why;
  Result<StoredJudgement> judgement = evidence.judgement_of(stored);
  if (!judgement) return judgement.error();
  why.judgement = std::move(judgement).value();
  for (const OccurrenceKey statement : in_order_of_quotation(edge.mentions)) {
    if (limit > 0 && why.quotations.size() == limit) break;
    Result<Quotation> quotation = quotation_of(evidence, statement);
    if (!quotation) return quotation.error();
    why.quotations.push_back(std::move(quotation).value());
  }
  why.edge = std::move(edge);
  return why;
}

void sort_edges(std::vector<WhyEdge>& edges, const Ontology& ontology) {
  const auto key = [&](const WhyEdge& why) {
    return std::tuple(why.judgement.judgement == Judgement::kRejected, place_of(ontology, why.edge.relation),
                      std::string_view(why.edge.relation), std::string_view(why.edge.from.id));
  };
  std::sort(edges.begin(), edges.end(), [&](const WhyEdge& a, const WhyEdge& b) { return key(a) < key(b); });
}

}  // namespace

Result<WhyAnswer> find_why(StoredGraph& graph, const WhyQuestion& question) {
  const Result<std::vector<std::string>> relations = find_relations(graph.ontology(), question.relations);
  if (!relations) return relations.error();
  WhyAnswer answer;
  for (const auto& [name, found] : {std::pair(&question.from, &answer.from), std::pair(&question.to, &answer.to)}) {
    Result<NameAnswer> node = find_node(graph, *name);
    if (!node) return node.error();
    *found = std::move(node).value();
  }
  if (answer.from.outcome != NameOutcome::kFound || answer.to.outcome != NameOutcome::kFound) return answer;

  StoredEvidence evidence(graph);
  const Result<std::vector<StoredEdge>> edges =
      evidence.edges_between(answer.from.candidates.front().node.key, answer.to.candidates.front().node.key);
  if (!edges) return edges.error();
  const std::vector<std::string>& wanted = relations.value();
  for (const StoredEdge& stored : edges.value()) {
    if (!wanted.empty() && !std::binary_search(wanted.begin(), wanted.end(), stored.relation)) continue;
    Result<std::optional<ShownEdge>> edge = show_edge(graph, stored, question.selection);
    if (!edge) return edge.error();
    if (!edge.value()) {
      ++answer.left_out;
      continue;
    }
    Result<WhyEdge> why = why_edge(evidence, stored, std::move(*edge.value()), question.limit);
    if (!why) return why.error();
    answer.edges.push_back(std::move(why).value());
  }
  sort_edges(answer.edges, graph.ontology());
  return answer;
}

}  // namespace quanhe
