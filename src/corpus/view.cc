#include "corpus/view.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "base/check.h"
#include "base/keyed_hash.h"
#include "corpus/edge_sum.h"
#include "corpus/identity.h"
#include "corpus/near_copies.h"
#include "corpus/withdrawal.h"

namespace quanhe {
namespace {

using DocumentList = std::vector<const DocumentFacts*>;

// A statement that counts, with its ends as indices into View::nodes. Since the nodes are sorted by id, the
// order of the indices is that of the ids.
struct PlacedStatement {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::uint32_t document = 0;
  const Statement* statement = nullptr;
};

DocumentList in_canonical_order(std::span<const DocumentFacts> documents) {
  DocumentList sorted;
  sorted.reserve(documents.size());
  for (const DocumentFacts& document : documents) sorted.push_back(&document);
  std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
  const auto repeated =
      std::adjacent_find(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->id == b->id; });
  QUANHE_CHECK(repeated == sorted.end());
  return sorted;
}

std::vector<ViewDocument> view_documents(const DocumentList& documents) {
  std::vector<NearCopyKeys> keys;
  for (const DocumentFacts* document : documents) keys.push_back(document->near_copy_keys);
  const std::vector<std::uint32_t> groups = near_copy_groups(keys);
  std::vector<ViewDocument> result;
  result.reserve(documents.size());
  for (const DocumentFacts* document : documents) {
    result.push_back({document->id, document->date, document->date_basis, document->url, document->title,
                      document->content_hash, groups[result.size()]});
  }
  return result;
}

// A name that another document spells otherwise under the same id is an alias; the smallest is shown.
void unite(ViewNode& node, const Node& other) {
  node.document_count += 1;
  node.type = std::min(node.type, other.type);
  node.aliases.insert(node.aliases.end(), other.aliases.begin(), other.aliases.end());
  if (other.name == node.name) return;
  node.aliases.push_back(std::max(node.name, other.name));
  node.name = std::min(node.name, other.name);
}

std::vector<ViewNode> view_nodes(const DocumentList& documents) {
  KeyedMap<std::string_view, std::size_t> place;
  std::vector<ViewNode> nodes;
  for (const DocumentFacts* document : documents) {
    for (const Node& node : document->nodes) {
      const auto [found, is_new] = place.emplace(node.id, nodes.size());
      if (is_new) nodes.push_back({node.id, node.type, node.name, {}, 0});
      unite(nodes[found->second], node);
    }
  }
  for (ViewNode& node : nodes) {
    std::sort(node.aliases.begin(), node.aliases.end());
    node.aliases.erase(std::unique(node.aliases.begin(), node.aliases.end()), node.aliases.end());
    std::erase(node.aliases, node.name);
  }
  std::sort(nodes.begin(), nodes.end(), [](const ViewNode& a, const ViewNode& b) { return a.id < b.id; });
  return nodes;
}

// For a document, the index into View::nodes of each of its nodes.
std::vector<std::uint32_t> places_of(const DocumentFacts& document,
                                     const KeyedMap<std::string_view, std::uint32_t>& index) {
  std::vector<std::uint32_t> places;
  places.reserve(document.nodes.size());
  for (const Node& node : document.nodes) places.push_back(index.at(node.id));
  return places;
}

auto edge_key(const PlacedStatement& s) { return std::tie(s.statement->relation, s.from, s.to); }

bool comes_before(const PlacedStatement& a, const PlacedStatement& b) {
  const auto key = [](const PlacedStatement& s) {
    const Evidence& evidence = s.statement->evidence;
    return std::tie(s.statement->relation, s.from, s.to, s.document, evidence.span, evidence.rule,
                    s.statement->occurrence, s.statement->status, s.statement->attributes);
  };
  return key(a) < key(b);
}

std::vector<PlacedStatement> standing_statements(const DocumentList& documents, const std::vector<ViewNode>& nodes,
                                                 const Ontology& ontology) {
  KeyedMap<std::string_view, std::uint32_t> index;
  for (const ViewNode& node : nodes) index.emplace(node.id, static_cast<std::uint32_t>(index.size()));
  const std::vector<std::vector<bool>> withdrawn = find_withdrawn(documents);

  std::vector<PlacedStatement> placed;
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    const std::vector<std::uint32_t> places = places_of(*documents[d], index);
    const std::vector<Statement>& statements = documents[d]->statements;
    for (std::size_t i = 0; i < statements.size(); ++i) {
      if (withdrawn[d][i] || statements[i].from == statements[i].to) continue;
      PlacedStatement statement{places[statements[i].from], places[statements[i].to], d, &statements[i]};
      const Relation* relation = ontology.find_relation(statements[i].relation);
      if (relation != nullptr && relation->symmetric && statement.to < statement.from) {
        std::swap(statement.from, statement.to);
      }
      placed.push_back(statement);
    }
  }
  std::stable_sort(placed.begin(), placed.end(), comes_before);
  return placed;
}

// Fills what an edge says as a whole from its occurrences.
void summarise(ViewEdge& edge, const std::vector<ViewDocument>& documents) {
  EdgeSum sum;
  for (const ViewOccurrence& occurrence : edge.occurrences) {
    sum.add(occurrence.status, documents[occurrence.document].source_group, occurrence.evidence.confidence);
  }
  const EdgeTally tally = sum.tally();
  edge.status = tally.status();
  edge.confidence = tally.confidence();
  edge.source_count = tally.sources();
}

std::vector<ViewEdge> view_edges(const std::vector<PlacedStatement>& statements,
                                 const std::vector<ViewDocument>& documents) {
  std::vector<ViewEdge> edges;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const PlacedStatement& placed = statements[i];
    const Statement& statement = *placed.statement;
    if (i == 0 || edge_key(statements[i - 1]) != edge_key(placed)) {
      edges.push_back({placed.from, placed.to, statement.relation, Status::kDenied, 0, 0, {}, false});
    }
    edges.back().occurrences.push_back(
        {placed.document, statement.occurrence, statement.status, statement.attributes, statement.evidence});
  }
  for (ViewEdge& edge : edges) summarise(edge, documents);
  return edges;
}

void judge_edges(View& view, std::span<const JudgementLine> lines, const MergedIds& merged) {
  const std::map<EdgeName, Judged> judged = judged_edges(lines, merged, view.ontology);
  if (judged.empty()) return;
  std::erase_if(view.edges, [&](ViewEdge& edge) {
    const auto found = judged.find({view.nodes[edge.from].id, edge.relation, view.nodes[edge.to].id});
    if (found == judged.end()) return false;
    edge.confirmed = found->second.judgement == Judgement::kConfirmed;
    return found->second.judgement == Judgement::kRejected;
  });
}

View view_of(const DocumentList& documents, const Ontology& ontology, const PackInfo& pack) {
  View view;
  view.pack = pack;
  view.ontology = ontology;
  view.documents = view_documents(documents);
  view.nodes = view_nodes(documents);
  view.edges = view_edges(standing_statements(documents, view.nodes, ontology), view.documents);
  return view;
}

}  // namespace

View make_view(std::span<const DocumentFacts> documents, const Ontology& ontology, const PackInfo& pack,
               const Ledgers& ledgers) {
  const DocumentList sorted = in_canonical_order(documents);
  if (ledgers.empty()) return view_of(sorted, ontology, pack);

  std::map<std::string_view, const Node*> present;
  for (const DocumentFacts* document : sorted) {
    for (const Node& node : document->nodes) present.emplace(node.id, &node);
  }
  const MergedIds merged = merged_ids(ledgers.merges, [&](const std::string& id) { return present.contains(id); });
  std::vector<DocumentFacts> as_shown;
  DocumentList shown;
  as_shown.reserve(sorted.size());
  for (const DocumentFacts* document : sorted) {
    as_shown.push_back(with_identities(*document, merged, ontology,
                                       [&](const std::string& id) -> const Node& { return *present.at(id); }));
    shown.push_back(&as_shown.back());
  }
  View view = view_of(shown, ontology, pack);
  judge_edges(view, ledgers.judgements, merged);
  return view;
}

}  // namespace quanhe
