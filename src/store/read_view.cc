#include "store/read_view.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "store/document_text.h"
#include "store/evidence_columns.h"
#include "store/ontology_tables.h"
#include "store/schema.h"
#include "store/statement_names.h"

namespace quanhe {
namespace {

constexpr std::int64_t kMaximum32 = std::numeric_limits<std::uint32_t>::max();

// Keys of a table → positions in the View.
using Places = std::unordered_map<std::int64_t, std::uint32_t>;

std::uint32_t place_of(Database& database, const Places& places, std::int64_t key, std::string_view what) {
  const auto found = places.find(key);
  if (found != places.end()) return found->second;
  database.report_damage(what);
  return 0;
}

std::uint32_t small(SqlStatement& row, int column) {
  return static_cast<std::uint32_t>(row.integer_within(column, 0, kMaximum32));
}

Status status_of(SqlStatement& row, int column) {
  return static_cast<Status>(row.integer_within(column, 0, static_cast<std::int64_t>(Status::kHappened)));
}

Places read_documents(Database& database, std::vector<ViewDocument>& documents) {
  Places places;
  std::vector<std::int64_t> groups;
  SqlStatement row = database.prepare(
      "SELECT document, id, date, date_basis, url, title, content_hash, source_group FROM documents ORDER BY id");
  while (row.next()) {
    places.emplace(row.integer(0), static_cast<std::uint32_t>(documents.size()));
    groups.push_back(row.integer(7));
    documents.push_back({row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.hash(6), 0});
  }
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].source_group = place_of(database, places, groups[i], "a source group without its document");
  }
  return places;
}

Places read_nodes(Database& database, std::vector<ViewNode>& nodes) {
  Places places;
  SqlStatement row = database.prepare(
      "SELECT node, id, type, name, document_count FROM nodes WHERE merged_into IS NULL ORDER BY id");
  while (row.next()) {
    places.emplace(row.integer(0), static_cast<std::uint32_t>(nodes.size()));
    nodes.push_back({row.text(1), row.text(2), row.text(3), {}, small(row, 4)});
  }
  SqlStatement aliases = database.prepare(
      "SELECT DISTINCT s.node, s.name FROM spellings s JOIN nodes n USING (node) WHERE s.name <> n.name "
      "ORDER BY s.node, s.name");
  while (aliases.next()) {
    const std::uint32_t node = place_of(database, places, aliases.integer(0), "an alias of no node");
    if (node < nodes.size()) nodes[node].aliases.push_back(aliases.text(1));
  }
  return places;
}

Places read_edges(Database& database, const Places& nodes, std::vector<ViewEdge>& edges) {
  struct Keyed {
    std::int64_t key;
    ViewEdge edge;
  };
  std::map<std::int64_t, std::string> relations = read_relation_names(database);
  std::vector<Keyed> read;
  SqlStatement row = database.prepare(
      "SELECT edge, from_node, to_node, relation, status, confidence, source_count, judgement FROM edges "
      "WHERE statement_count > 0 AND judgement < 2");
  while (row.next()) {
    const std::uint32_t from = place_of(database, nodes, row.integer(1), "an edge without its node");
    const std::uint32_t to = place_of(database, nodes, row.integer(2), "an edge without its node");
    const auto confidence = static_cast<int>(row.integer_within(5, 1, 990));
    read.push_back({row.integer(0),
                    {from, to, relations[row.integer(3)], status_of(row, 4), confidence, small(row, 6), {},
                     row.integer(7) == 1}});
  }
  std::sort(read.begin(), read.end(), [](const Keyed& a, const Keyed& b) {
    return std::tie(a.edge.relation, a.edge.from, a.edge.to) < std::tie(b.edge.relation, b.edge.from, b.edge.to);
  });
  Places places;
  for (Keyed& keyed : read) {
    places.emplace(keyed.key, static_cast<std::uint32_t>(edges.size()));
    edges.push_back(std::move(keyed.edge));
  }
  return places;
}

void read_occurrences(Database& database, const Places& documents, const Places& edges, std::vector<ViewEdge>& read) {
  StatementNames names(database);
  DocumentTexts texts(database);
  SqlStatement row = database.prepare(
      "SELECT edge, document, number, form, start, length, coalesce(date, 0), coalesce(attributes, ''), places "
      "FROM occurrences WHERE standing < 2 ORDER BY occurrence");
  while (row.next()) {
    const auto edge = edges.find(row.integer(0));
    if (edge == edges.end()) continue;
    ViewOccurrence occurrence;
    occurrence.document = place_of(database, documents, row.integer(1), "a statement of no document");
    occurrence.number = small(row, 2);
    const StatementForm& form = names.forms.of(row.integer(3));
    occurrence.status = form.status;
    Evidence& evidence = occurrence.evidence;
    evidence.rule = names.rules.name_of(form.rule);
    evidence.confidence = form.confidence;
    evidence.span = {small(row, 4), small(row, 4) + small(row, 5)};
    evidence.quote = texts.of(row.integer(1)).words(evidence.span);
    occurrence.attributes = parse_attributes(database, names.dates.name_of(row.integer(6)), row.text(7));
    evidence.parts = parse_parts(database, form.roles, row.bytes(8), evidence.span.start, names.terms);
    read[edge->second].occurrences.push_back(std::move(occurrence));
  }
}

void sort_occurrences(Database& database, std::vector<ViewEdge>& edges) {
  for (ViewEdge& edge : edges) {
    if (edge.occurrences.empty()) return database.report_damage("an edge that no document states");
    std::stable_sort(edge.occurrences.begin(), edge.occurrences.end(),
                     [](const ViewOccurrence& a, const ViewOccurrence& b) {
                       const auto key = [](const ViewOccurrence& o) {
                         return std::tie(o.document, o.evidence.span, o.evidence.rule, o.number, o.status, o.attributes);
                       };
                       return key(a) < key(b);
                     });
  }
}

}  // namespace

Result<View> read_view(const std::filesystem::path& path) {
  Result<Database> opened = open_store(path);
  if (!opened) return opened.error();
  Database& database = opened.value();
  View view;
  view.ontology = read_ontology(database);
  view.pack = read_pack(database);
  const Places documents = read_documents(database, view.documents);
  const Places nodes = read_nodes(database, view.nodes);
  const Places edges = read_edges(database, nodes, view.edges);
  if (const Result<void> status = database.status(); !status) return status.error();
  read_occurrences(database, documents, edges, view.edges);
  if (const Result<void> status = database.status(); !status) return status.error();
  sort_occurrences(database, view.edges);
  if (const Result<void> status = database.status(); !status) return status.error();
  return view;
}

}  // namespace quanhe
