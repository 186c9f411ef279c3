#include <algorithm>
#include <charconv>
#include <limits>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "base/strings.h"
#include "store/ontology_tables.h"
#include "store/schema.h"
#include "store/store.h"

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

std::uint64_t hash_of(Database& database, const std::string& hexadecimal) {
  std::uint64_t hash = 0;
  const char* end = hexadecimal.data() + hexadecimal.size();
  const auto [stop, error] = std::from_chars(hexadecimal.data(), end, hash, 16);
  if (error != std::errc() || stop != end) database.report_damage("a content hash is not hexadecimal");
  return hash;
}

Places read_documents(Database& database, std::vector<ViewDocument>& documents) {
  Places places;
  std::vector<std::int64_t> groups;
  SqlStatement row = database.prepare(
      "SELECT document, id, date, date_basis, url, title, content_hash, source_group FROM documents ORDER BY id");
  while (row.next()) {
    places.emplace(row.integer(0), static_cast<std::uint32_t>(documents.size()));
    groups.push_back(row.integer(7));
    documents.push_back(
        {row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), hash_of(database, row.text(6)), 0});
  }
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].source_group = place_of(database, places, groups[i], "a source group without its document");
  }
  return places;
}

Places read_nodes(Database& database, std::vector<ViewNode>& nodes) {
  Places places;
  SqlStatement row = database.prepare("SELECT node, id, type, name, document_count FROM nodes ORDER BY id");
  while (row.next()) {
    places.emplace(row.integer(0), static_cast<std::uint32_t>(nodes.size()));
    nodes.push_back({row.text(1), row.text(2), row.text(3), {}, small(row, 4)});
  }
  SqlStatement aliases = database.prepare("SELECT node, name FROM names WHERE NOT is_canonical ORDER BY node, name");
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
  std::vector<Keyed> read;
  SqlStatement row = database.prepare(
      "SELECT edge, from_node, to_node, relation, status, confidence, source_count FROM edges ORDER BY edge");
  while (row.next()) {
    const std::uint32_t from = place_of(database, nodes, row.integer(1), "an edge without its node");
    const std::uint32_t to = place_of(database, nodes, row.integer(2), "an edge without its node");
    const auto confidence = static_cast<int>(row.integer_within(5, 1, 990));
    read.push_back({row.integer(0), {from, to, row.text(3), status_of(row, 4), confidence, small(row, 6), {}}});
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

struct StoredOccurrence {
  std::int64_t key = 0;
  std::uint32_t edge = 0;
  ViewOccurrence occurrence;
};

// By key, so that attributes and parts, which are stored by that key, follow in step.
std::vector<StoredOccurrence> read_occurrences(Database& database, const Places& documents, const Places& edges) {
  std::vector<StoredOccurrence> occurrences;
  SqlStatement row = database.prepare(
      "SELECT o.occurrence, o.edge, p.document, o.number, o.status, p.start, p.end, p.quote, r.name, o.confidence "
      "FROM occurrences o LEFT JOIN passages p USING (passage) LEFT JOIN rules r USING (rule) ORDER BY o.occurrence");
  while (row.next()) {
    StoredOccurrence stored;
    stored.key = row.integer(0);
    stored.edge = place_of(database, edges, row.integer(1), "an occurrence of no edge");
    ViewOccurrence& occurrence = stored.occurrence;
    occurrence.document = place_of(database, documents, row.integer(2), "a passage of no document");
    occurrence.number = small(row, 3);
    occurrence.status = status_of(row, 4);
    occurrence.evidence.span = {small(row, 5), small(row, 6)};
    occurrence.evidence.quote = row.text(7);
    occurrence.evidence.rule = row.text(8);
    occurrence.evidence.confidence = static_cast<int>(row.integer_within(9, 1, 1000));
    occurrences.push_back(std::move(stored));
  }
  return occurrences;
}

// "60-78 90-95"
std::vector<Span> spans_of(Database& database, const std::string& text) {
  std::vector<Span> spans;
  for (const std::string_view piece : split(text, ' ')) {
    if (piece.empty()) continue;
    Span span;
    const char* end = piece.data() + piece.size();
    const auto start_read = std::from_chars(piece.data(), end, span.start);
    const bool has_dash = start_read.ec == std::errc() && start_read.ptr != end && *start_read.ptr == '-';
    const auto end_read = has_dash ? std::from_chars(start_read.ptr + 1, end, span.end) : start_read;
    if (!has_dash || end_read.ec != std::errc() || end_read.ptr != end) {
      database.report_damage("a span in the column 'resolved'");
    }
    spans.push_back(span);
  }
  return spans;
}

// Calls add(occurrence, row) for each row of `sql`, which starts with the occurrence's key and is sorted by it.
template <typename Add>
void read_details(Database& database, std::vector<StoredOccurrence>& occurrences, std::string_view sql, Add add) {
  auto current = occurrences.begin();
  SqlStatement row = database.prepare(sql);
  while (row.next()) {
    const std::int64_t key = row.integer(0);
    while (current != occurrences.end() && current->key < key) ++current;
    if (current == occurrences.end() || current->key != key) {
      return database.report_damage("a detail of no occurrence");
    }
    add(current->occurrence, row);
  }
}

void read_attributes_and_parts(Database& database, std::vector<StoredOccurrence>& occurrences) {
  read_details(database, occurrences, "SELECT occurrence, name, value FROM attributes ORDER BY occurrence, position",
               [](ViewOccurrence& occurrence, SqlStatement& row) {
                 occurrence.attributes.emplace_back(row.text(1), row.text(2));
               });
  read_details(database, occurrences,
               "SELECT occurrence, role, start, end, via, resolved FROM parts ORDER BY occurrence, position",
               [&](ViewOccurrence& occurrence, SqlStatement& row) {
                 Part part{row.text(1), {}, row.text(4), spans_of(database, row.text(5))};
                 if (!row.is_null(2)) part.span = Span{small(row, 2), small(row, 3)};
                 occurrence.evidence.parts.push_back(std::move(part));
               });
}

void place_occurrences(Database& database, std::vector<StoredOccurrence> occurrences, std::vector<ViewEdge>& edges) {
  for (StoredOccurrence& stored : occurrences) {
    edges[stored.edge].occurrences.push_back(std::move(stored.occurrence));
  }
  for (const ViewEdge& edge : edges) {
    if (edge.occurrences.empty()) return database.report_damage("an edge that no document states");
  }
}

}  // namespace

Result<View> read_store(const std::filesystem::path& path) {
  Result<Database> opened = open_store(path);
  if (!opened) return opened.error();
  Database& database = opened.value();
  View view;
  view.ontology = read_ontology(database);
  view.pack = read_pack(database);
  const Places documents = read_documents(database, view.documents);
  const Places nodes = read_nodes(database, view.nodes);
  const Places edges = read_edges(database, nodes, view.edges);
  std::vector<StoredOccurrence> occurrences = read_occurrences(database, documents, edges);
  read_attributes_and_parts(database, occurrences);
  if (const Result<void> status = database.status(); !status) return status.error();
  place_occurrences(database, std::move(occurrences), view.edges);
  if (const Result<void> status = database.status(); !status) return status.error();
  return view;
}

}  // namespace quanhe
