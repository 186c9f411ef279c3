#include "store/schema.h"

#include <string>
#include <string_view>

namespace quanhe {
namespace {

// Keys are positions in the View plus one. docs/store.md explains every column; keep the two together.
constexpr std::string_view kTables = R"sql(
CREATE TABLE pack (name TEXT NOT NULL, version TEXT NOT NULL, hash TEXT NOT NULL, language TEXT NOT NULL);
CREATE TABLE node_types (
  type INTEGER PRIMARY KEY, name TEXT NOT NULL, parent TEXT NOT NULL, colour TEXT NOT NULL, shape TEXT NOT NULL);
CREATE TABLE node_type_iris (
  type INTEGER NOT NULL REFERENCES node_types, position INTEGER NOT NULL, iri TEXT NOT NULL,
  PRIMARY KEY (type, position)) WITHOUT ROWID;
CREATE TABLE relation_types (
  relation INTEGER PRIMARY KEY, name TEXT NOT NULL, iri TEXT NOT NULL,
  is_symmetric INTEGER NOT NULL, is_state INTEGER NOT NULL);
CREATE TABLE relation_ends (
  relation INTEGER NOT NULL REFERENCES relation_types, side TEXT NOT NULL, position INTEGER NOT NULL,
  node_type TEXT NOT NULL, PRIMARY KEY (relation, side, position)) WITHOUT ROWID;
CREATE TABLE labels (
  kind TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL, label TEXT NOT NULL,
  PRIMARY KEY (kind, name, language)) WITHOUT ROWID;
CREATE TABLE statuses (status INTEGER PRIMARY KEY, name TEXT NOT NULL, is_shown INTEGER NOT NULL);

CREATE TABLE documents (
  document INTEGER PRIMARY KEY, id TEXT NOT NULL, date TEXT NOT NULL, date_basis TEXT NOT NULL, url TEXT NOT NULL,
  title TEXT NOT NULL, content_hash TEXT NOT NULL, source_group INTEGER NOT NULL REFERENCES documents);
CREATE TABLE nodes (
  node INTEGER PRIMARY KEY, id TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL,
  document_count INTEGER NOT NULL);
CREATE TABLE names (
  node INTEGER NOT NULL REFERENCES nodes, name TEXT NOT NULL, folded TEXT NOT NULL, is_canonical INTEGER NOT NULL,
  PRIMARY KEY (node, name)) WITHOUT ROWID;
CREATE TABLE edges (
  edge INTEGER PRIMARY KEY, from_node INTEGER NOT NULL REFERENCES nodes, relation TEXT NOT NULL,
  to_node INTEGER NOT NULL REFERENCES nodes, status INTEGER NOT NULL REFERENCES statuses,
  confidence INTEGER NOT NULL, source_count INTEGER NOT NULL);

CREATE TABLE rules (rule INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE passages (
  passage INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents,
  start INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL);
CREATE TABLE occurrences (
  occurrence INTEGER PRIMARY KEY, edge INTEGER NOT NULL REFERENCES edges,
  passage INTEGER NOT NULL REFERENCES passages, number INTEGER NOT NULL,
  status INTEGER NOT NULL REFERENCES statuses, rule INTEGER NOT NULL REFERENCES rules, confidence INTEGER NOT NULL);
CREATE TABLE attributes (
  occurrence INTEGER NOT NULL REFERENCES occurrences, position INTEGER NOT NULL, name TEXT NOT NULL,
  value TEXT NOT NULL, PRIMARY KEY (occurrence, position)) WITHOUT ROWID;
CREATE TABLE parts (
  occurrence INTEGER NOT NULL REFERENCES occurrences, position INTEGER NOT NULL, role TEXT NOT NULL,
  start INTEGER, end INTEGER, via TEXT NOT NULL, resolved TEXT NOT NULL,
  PRIMARY KEY (occurrence, position)) WITHOUT ROWID;
)sql";

// What a reader without a program of ours opens first. A label is that of the pack's language where it has one.
constexpr std::string_view kViews = R"sql(
CREATE VIEW entities AS
SELECT n.name AS name,
  coalesce((SELECT label FROM labels l WHERE l.kind = 'type' AND l.name = n.type
            ORDER BY l.language = (SELECT language FROM pack) DESC, l.language LIMIT 1), n.type) AS type,
  (SELECT group_concat(a.name, '; ') FROM names a WHERE a.node = n.node AND NOT a.is_canonical) AS also_written,
  n.document_count AS documents, n.id AS id
FROM nodes n;

CREATE VIEW connections AS
SELECT f.name AS from_name,
  coalesce((SELECT label FROM labels l WHERE l.kind = 'relation' AND l.name = e.relation
            ORDER BY l.language = (SELECT language FROM pack) DESC, l.language LIMIT 1), e.relation) AS relation,
  t.name AS to_name, s.name AS status, e.confidence / 1000.0 AS confidence,
  (SELECT count(*) FROM occurrences o WHERE o.edge = e.edge) AS statements, e.source_count AS sources,
  (SELECT min(a.value) FROM occurrences o JOIN attributes a USING (occurrence)
   WHERE o.edge = e.edge AND a.name = 'date') AS first_date,
  (SELECT max(a.value) FROM occurrences o JOIN attributes a USING (occurrence)
   WHERE o.edge = e.edge AND a.name = 'date') AS last_date,
  f.id AS from_id, t.id AS to_id
FROM edges e JOIN nodes f ON f.node = e.from_node JOIN nodes t ON t.node = e.to_node JOIN statuses s USING (status)
WHERE s.is_shown;

CREATE VIEW relations AS
SELECT f.name AS from_name,
  coalesce((SELECT label FROM labels l WHERE l.kind = 'relation' AND l.name = e.relation
            ORDER BY l.language = (SELECT language FROM pack) DESC, l.language LIMIT 1), e.relation) AS relation,
  t.name AS to_name,
  (SELECT a.value FROM attributes a WHERE a.occurrence = o.occurrence AND a.name = 'date') AS date,
  s.name AS status, p.quote AS quote, d.id AS document, d.date AS document_date, d.title AS title, d.url AS url,
  r.name AS rule, o.confidence / 1000.0 AS confidence
FROM occurrences o JOIN edges e USING (edge) JOIN nodes f ON f.node = e.from_node JOIN nodes t ON t.node = e.to_node
  JOIN statuses s ON s.status = o.status JOIN passages p USING (passage) JOIN documents d USING (document)
  JOIN rules r USING (rule)
WHERE s.is_shown;
)sql";

constexpr std::string_view kIndexes = R"sql(
CREATE UNIQUE INDEX documents_id ON documents (id);
CREATE UNIQUE INDEX nodes_id ON nodes (id);
CREATE INDEX names_folded ON names (folded);
CREATE INDEX edges_from ON edges (from_node);
CREATE INDEX edges_to ON edges (to_node);
CREATE INDEX passages_document ON passages (document);
CREATE INDEX occurrences_edge ON occurrences (edge);
CREATE INDEX occurrences_passage ON occurrences (passage);
)sql";

std::int64_t pragma(Database& database, std::string_view name) {
  SqlStatement statement = database.prepare("PRAGMA " + std::string(name));
  return statement.next() ? statement.integer(0) : 0;
}

}  // namespace

Result<Database> create_store(const std::filesystem::path& path) {
  Result<Database> database = Database::create(path);
  if (!database) return database;
  database.value().execute("PRAGMA application_id = " + std::to_string(kApplicationId));
  database.value().execute("PRAGMA user_version = " + std::to_string(kSchemaVersion));
  database.value().execute("BEGIN");
  database.value().execute(kTables);
  database.value().execute(kViews);
  if (const Result<void> status = database.value().status(); !status) return status.error();
  return database;
}

void finish_store(Database& database) {
  database.execute(kIndexes);
  database.execute("COMMIT");
}

Result<Database> open_store(const std::filesystem::path& path) {
  Result<Database> database = Database::open(path);
  if (!database) return database;
  const std::int64_t application = pragma(database.value(), "application_id");
  const std::int64_t version = pragma(database.value(), "user_version");
  if (const Result<void> status = database.value().status(); !status) return status.error();
  if (application != kApplicationId) return Error{path.string() + ": not a graph that quanhe wrote"};
  if (version == kSchemaVersion) return database;
  const bool older = version < kSchemaVersion;
  return Error{path.string() + ": written by " + (older ? "an older" : "a newer") + " quanhe (schema " +
               std::to_string(version) + ", expected " + std::to_string(kSchemaVersion) + "); " +
               (older ? "build it again with 'quanhe build'" : "use the newer program, or build it again")};
}

}  // namespace quanhe
