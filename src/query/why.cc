#include "query/why.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "query/vocabulary.h"

namespace quanhe {
namespace {

// The statements of an edge in the order in which they are quoted.
std::vector<StoredMention> in_order_of_weight(std::vector<StoredMention> mentions) {
  const auto weight = [](const StoredMention& mention) {
    return std::tuple(-static_cast<int>(mention.status), -mention.confidence, std::string_view(mention.document_date),
                      mention.key);
  };
  std::sort(mentions.begin(), mentions.end(),
            [&](const StoredMention& a, const StoredMention& b) { return weight(a) < weight(b); });
  std::map<DocumentKey, std::size_t> heard;
  std::vector<std::pair<std::size_t, StoredMention>> ranked;
  for (StoredMention& mention : mentions) {
    const std::size_t rank = heard[mention.source_group]++;
    ranked.emplace_back(rank, std::move(mention));
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  mentions.clear();
  for (auto& [rank, mention] : ranked) mentions.push_back(std::move(mention));
  return mentions;
}

Result<WhyEdge> why_edge(StoredEvidence& evidence, const StoredEdge& stored, ShownEdge edge, std::size_t limit) {
  WhyEdge why;
  Result<StoredJudgement> judgement = evidence.judgement_of(stored);
  if (!judgement) return judgement.error();
  why.judgement = std::move(judgement).value();
  for (const StoredMention& mention : in_order_of_weight(edge.mentions)) {
    if (limit > 0 && why.quotations.size() == limit) break;
    Result<Quotation> quotation = quotation_of(evidence, mention.key);
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
