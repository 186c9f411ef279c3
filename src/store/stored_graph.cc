#include "store/stored_graph.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "store/edge_list.h"
#include "store/ledger_tables.h"
#include "store/ontology_tables.h"
#include "store/schema.h"
#include "text/fold.h"

namespace quanhe {

class StoredGraph::Content {
 public:
  explicit Content(Database opened)
      : database(std::move(opened)),
        vocabulary(read_vocabulary(database)) {}

  // Another number when another program has changed the file.
  std::int64_t read_version() { return data_version.find().value_or(0); }

  // The database comes first: the statements refer to it and go before it.
  Database database;
  Vocabulary vocabulary;
  SqlStatement data_version = database.prepare_later("PRAGMA data_version");
  std::int64_t version = 0;  // when it was let go
  SqlStatement edge = database.prepare_later(
      "SELECT edge, from_node, to_node, relation, status, confidence, source_count, judgement FROM edges "
      "WHERE edge = ? AND statement_count > 0");
  SqlStatement attributes = database.prepare_later(
      "SELECT coalesce(t.name, ''), coalesce(o.attributes, '') FROM occurrences o LEFT JOIN dates t ON t.date = o.date "
      "WHERE o.edge = ? AND o.standing < 2 AND (o.date IS NOT NULL OR o.attributes IS NOT NULL)");
  SqlStatement by_id = database.prepare_later("SELECT node, id, type, name, document_count FROM nodes WHERE id = ?");
  SqlStatement by_key = database.prepare_later("SELECT node, id, type, name, document_count FROM nodes WHERE node = ?");
  // Sorted below: SQLite would make a table to sort them in.
  SqlStatement by_folded_name =
      database.prepare_later("SELECT node, name, folded, is_canonical FROM spellings WHERE folded = ?");
  SqlStatement edges = database.prepare_later(
      "SELECT edge, from_node, to_node, relation, status, confidence, source_count FROM edges "
      "WHERE from_node = ?1 AND statement_count > 0 AND judgement < 2 "
      "UNION ALL SELECT edge, from_node, to_node, relation, status, confidence, source_count FROM edges "
      "WHERE to_node = ?1 AND from_node <> ?1 AND statement_count > 0 AND judgement < 2");
  // Sorted below, too.
  SqlStatement mentions = database.prepare_later(
      "SELECT o.occurrence, m.status, m.confidence, o.document, d.source_group, d.date, d.id, coalesce(t.name, ''), "
      "o.attributes FROM occurrences o JOIN forms m USING (form) JOIN documents d USING (document) "
      "LEFT JOIN dates t ON t.date = o.date WHERE o.edge = ? AND o.standing < 2");
  SqlStatement bare_mentions = database.prepare_later(
      "SELECT o.occurrence, m.status, m.confidence, o.document, 0, '', '', coalesce(t.name, ''), o.attributes "
      "FROM occurrences o JOIN forms m USING (form) LEFT JOIN dates t ON t.date = o.date "
      "WHERE o.edge = ? AND o.standing < 2");
};

namespace {

StoredNode node_of(SqlStatement& row) {
  return {row.integer(0), row.text(1), row.text(2), row.text(3),
          static_cast<std::uint32_t>(row.integer_within(4, 0, UINT32_MAX))};
}

// Each spelling of a node once, which is its name where one of its rows says so.
std::vector<StoredName> names_of(SqlStatement& row) {
  std::vector<StoredName> names;
  while (row.next()) names.push_back({row.integer(0), row.text(1), row.text(2), row.integer(3) != 0});
  std::sort(names.begin(), names.end(), [](const StoredName& a, const StoredName& b) {
    return std::tie(a.node, a.name, b.canonical) < std::tie(b.node, b.name, a.canonical);
  });
  const auto is_same = [](const StoredName& a, const StoredName& b) { return a.node == b.node && a.name == b.name; };
  names.erase(std::unique(names.begin(), names.end(), is_same), names.end());
  return names;
}

Status status_of(SqlStatement& row, int column) {
  return static_cast<Status>(row.integer_within(column, 0, static_cast<std::int64_t>(Status::kHappened)));
}

StoredEdge edge_of(SqlStatement& row, std::map<RelationKey, std::string>& relations) {
  return {row.integer(0), row.integer(1), row.integer(2), relations[row.integer(3)], status_of(row, 4),
          static_cast<int>(row.integer_within(5, 1, 990)),
          static_cast<std::uint32_t>(row.integer_within(6, 0, UINT32_MAX))};
}

std::vector<StoredMention> mentions_in(Database& database, SqlStatement& row) {
  std::vector<StoredMention> mentions;
  while (row.next()) {
    StoredMention& mention = mentions.emplace_back();
    mention.key = row.integer(0);
    mention.status = status_of(row, 1);
    mention.confidence = static_cast<int>(row.integer_within(2, 1, 1000));
    mention.document = row.integer(3);
    mention.source_group = row.integer(4);
    mention.document_date = row.text(5);
    mention.document_id = row.text(6);
    mention.date = row.text(7);
    if (row.is_null(8)) continue;
    for (auto& [name, value] : parse_attributes(database, "", row.text(8))) {
      if (name == "since") mention.since = std::move(value);
      if (name == "until") mention.until = std::move(value);
    }
  }
  std::sort(mentions.begin(), mentions.end(),
            [](const StoredMention& a, const StoredMention& b) { return a.key < b.key; });
  return mentions;
}

// What was read, unless reading failed on the way.
template <typename T>
Result<T> checked(const Database& database, T value) {
  if (const Result<void> status = database.status(); !status) return status.error();
  return value;
}

}  // namespace

StoredGraph::StoredGraph(std::unique_ptr<Content> content) : content_(std::move(content)) {}
StoredGraph::StoredGraph(StoredGraph&&) noexcept = default;
StoredGraph::~StoredGraph() = default;

Result<StoredGraph> StoredGraph::open(const std::filesystem::path& path) {
  Result<Database> database = open_store(path);
  if (!database) return database.error();
  StoredGraph graph(std::make_unique<Content>(std::move(database).value()));
  if (const Result<void> status = graph.content_->database.status(); !status) return status.error();
  return graph;
}

void StoredGraph::let_go() {
  content_->version = content_->read_version();
  content_->database.end_reading();
}

Result<bool> StoredGraph::take_up() {
  content_->database.execute("BEGIN");
  const bool is_same = content_->read_version() == content_->version;
  return checked(content_->database, is_same);
}

const Ontology& StoredGraph::ontology() const { return content_->vocabulary.ontology; }
Result<Ontology> StoredGraph::whole_ontology() {
  return checked(content_->database, read_ontology(content_->database));
}
const PackInfo& StoredGraph::pack() const { return content_->vocabulary.pack; }
Database& StoredGraph::database() { return content_->database; }

Result<std::optional<StoredNode>> StoredGraph::find_id(std::string_view id) {
  if (id.find('/') == std::string_view::npos) return std::optional<StoredNode>();  // no id is without one
  SqlStatement& row = content_->by_id.bind(id);
  std::optional<StoredNode> found;
  if (row.next()) found = node_of(row);
  return checked(content_->database, std::move(found));
}

Result<StoredNode> StoredGraph::node(NodeKey key) {
  SqlStatement& row = content_->by_key.bind(key);
  StoredNode found;
  if (row.next()) {
    found = node_of(row);
  } else {
    content_->database.report_damage("a name or an edge without its node");
  }
  return checked(content_->database, std::move(found));
}

Result<std::optional<StoredNode>> StoredGraph::find_key(NodeKey key) {
  SqlStatement& row = content_->by_key.bind(key);
  std::optional<StoredNode> found;
  if (row.next()) found = node_of(row);
  return checked(content_->database, std::move(found));
}

Result<std::optional<StoredEdge>> StoredGraph::find_edge(EdgeKey key) {
  SqlStatement& row = content_->edge.bind(key);
  std::optional<StoredEdge> found;
  if (row.next()) {
    found = edge_of(row, content_->vocabulary.relation_names);
    found->judgement = static_cast<Judgement>(row.integer_within(7, 0, 2));
  }
  return checked(content_->database, std::move(found));
}

Result<std::vector<Attributes>> StoredGraph::attributes_at(EdgeKey edge) {
  SqlStatement& row = content_->attributes.bind(edge);
  std::vector<Attributes> lists;
  while (row.next()) lists.push_back(parse_attributes(content_->database, row.text(0), row.text(1)));
  return checked(content_->database, std::move(lists));
}

Result<std::uint64_t> StoredGraph::count_documents() {
  SqlStatement row = content_->database.prepare("SELECT count(*) FROM documents");
  const auto count = static_cast<std::uint64_t>(row.find().value_or(0));
  return checked(content_->database, count);
}

Result<std::vector<StoredName>> StoredGraph::names_folded_to(std::string_view folded) {
  return checked(content_->database, names_of(content_->by_folded_name.bind(folded)));
}

Result<std::vector<StoredName>> StoredGraph::all_names() {
  SqlStatement row = content_->database.prepare("SELECT node, name, folded, is_canonical FROM spellings");
  return checked(content_->database, names_of(row));
}

Result<std::vector<StoredNode>> StoredGraph::all_nodes() {
  SqlStatement row = content_->database.prepare("SELECT node, id, type, name, document_count FROM nodes ORDER BY node");
  std::vector<StoredNode> nodes;
  while (row.next()) nodes.push_back(node_of(row));
  return checked(content_->database, std::move(nodes));
}

Result<EdgeList> StoredGraph::edge_list() {
  return checked(content_->database, read_edge_list(content_->database, content_->vocabulary.ontology));
}

Result<MentionTable> StoredGraph::all_mentions() {
  return checked(content_->database, MentionTable(content_->database));
}

Result<std::vector<StoredEdge>> StoredGraph::edges_at(NodeKey node) {
  SqlStatement& row = content_->edges.bind(node);
  std::vector<StoredEdge> edges;
  while (row.next()) edges.push_back(edge_of(row, content_->vocabulary.relation_names));
  std::sort(edges.begin(), edges.end(), [](const StoredEdge& a, const StoredEdge& b) { return a.key < b.key; });
  return checked(content_->database, std::move(edges));
}

Result<std::vector<StoredMention>> StoredGraph::mentions_of(EdgeKey edge) {
  return checked(content_->database, mentions_in(content_->database, content_->mentions.bind(edge)));
}

Result<std::vector<StoredMention>> StoredGraph::bare_mentions_of(EdgeKey edge) {
  return checked(content_->database, mentions_in(content_->database, content_->bare_mentions.bind(edge)));
}

Result<std::vector<std::string>> StoredGraph::own_ids_named(std::string_view name) {
  SqlStatement row = content_->database.prepare(
      "SELECT DISTINCT n.id FROM spellings s JOIN nodes n ON n.node = coalesce(s.said_of, s.node) "
      "WHERE s.folded = ? AND s.name = n.name ORDER BY n.id");
  row.bind(ascii_fold(name));
  std::vector<std::string> ids;
  while (row.next()) ids.push_back(row.text(0));
  return checked(content_->database, std::move(ids));
}

Result<bool> StoredGraph::has_edge(std::string_view from, std::string_view relation, std::string_view to) {
  SqlStatement row = content_->database.prepare(
      "SELECT 1 FROM edges e JOIN nodes f ON f.node = e.from_node JOIN nodes t ON t.node = e.to_node "
      "JOIN relation_types k USING (relation) WHERE k.name = ?2 AND e.statement_count > 0 "
      "AND ((f.id = ?1 AND t.id = ?3) OR (k.is_symmetric AND f.id = ?3 AND t.id = ?1))");
  const bool there = row.find(from, relation, to).has_value();
  return checked(content_->database, there);
}

Result<Ledgers> StoredGraph::ledgers() { return checked(content_->database, read_ledgers(content_->database)); }

}  // namespace quanhe
