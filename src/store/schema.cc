#include "store/schema.h"

#include <string>
#include <string_view>

namespace quanhe {
namespace {

// docs/store.md explains every column; keep the two together.
constexpr std::string_view kTables = R"sql(
CREATE TABLE pack (name TEXT NOT NULL, version TEXT NOT NULL, hash TEXT NOT NULL, language TEXT NOT NULL);
CREATE TABLE node_types (
  type INTEGER PRIMARY KEY, name TEXT NOT NULL, parent TEXT NOT NULL, colour TEXT NOT NULL, shape TEXT NOT NULL);
CREATE TABLE node_type_iris (
  type INTEGER NOT NULL REFERENCES node_types, position INTEGER NOT NULL, iri TEXT NOT NULL,
  PRIMARY KEY (type, position)) WITHOUT ROWID;
CREATE TABLE relation_types (
  relation INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, position INTEGER, iri TEXT NOT NULL,
  is_symmetric INTEGER NOT NULL, is_state INTEGER NOT NULL);
CREATE TABLE relation_ends (
  relation INTEGER NOT NULL REFERENCES relation_types, side TEXT NOT NULL, position INTEGER NOT NULL,
  node_type TEXT NOT NULL, PRIMARY KEY (relation, side, position)) WITHOUT ROWID;
CREATE TABLE relation_limits (
  relation INTEGER NOT NULL REFERENCES relation_types, kind TEXT NOT NULL, position INTEGER NOT NULL,
  value TEXT NOT NULL, PRIMARY KEY (relation, kind, position)) WITHOUT ROWID;
CREATE TABLE labels (
  kind TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL, label TEXT NOT NULL,
  PRIMARY KEY (kind, name, language)) WITHOUT ROWID;
CREATE TABLE locations (node TEXT PRIMARY KEY, latitude REAL NOT NULL, longitude REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE statuses (status INTEGER PRIMARY KEY, name TEXT NOT NULL, is_shown INTEGER NOT NULL);
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE merges (
  line INTEGER PRIMARY KEY, decision INTEGER NOT NULL, kept TEXT NOT NULL, other TEXT NOT NULL, who TEXT NOT NULL,
  "when" TEXT NOT NULL, why TEXT NOT NULL);
CREATE TABLE judgements (
  line INTEGER PRIMARY KEY, judgement INTEGER NOT NULL, from_id TEXT NOT NULL, relation TEXT NOT NULL,
  to_id TEXT NOT NULL, who TEXT NOT NULL, "when" TEXT NOT NULL, because TEXT NOT NULL);

CREATE TABLE documents (
  document INTEGER PRIMARY KEY, id TEXT NOT NULL, date TEXT NOT NULL, date_basis TEXT NOT NULL, url TEXT NOT NULL,
  title TEXT NOT NULL, content_hash INTEGER NOT NULL, source_group INTEGER NOT NULL REFERENCES documents,
  source_hash TEXT NOT NULL, pack_hash TEXT NOT NULL, origin TEXT NOT NULL, place TEXT NOT NULL,
  is_cut_short INTEGER NOT NULL, first_sentence INTEGER NOT NULL, sentence_count INTEGER NOT NULL,
  first_occurrence INTEGER NOT NULL, occurrence_count INTEGER NOT NULL, nodes BLOB,
  near_copy_keys BLOB);
CREATE TABLE near_copy_keys (
  key INTEGER NOT NULL, document INTEGER NOT NULL REFERENCES documents, PRIMARY KEY (key, document)) WITHOUT ROWID;
CREATE TABLE sentences (
  sentence INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents, start INTEGER NOT NULL,
  text TEXT NOT NULL);
CREATE VIRTUAL TABLE sentence_search USING fts5(folded, content = '', tokenize = 'unicode61 remove_diacritics 0');

CREATE TABLE nodes (
  node INTEGER PRIMARY KEY, id TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL,
  document_count INTEGER NOT NULL, own_document_count INTEGER NOT NULL, merged_into INTEGER REFERENCES nodes);
CREATE TABLE spellings (
  spelling INTEGER PRIMARY KEY, node INTEGER NOT NULL REFERENCES nodes, said_of INTEGER REFERENCES nodes,
  name TEXT NOT NULL, folded TEXT NOT NULL, is_canonical INTEGER NOT NULL, document_count INTEGER NOT NULL);
CREATE VIRTUAL TABLE name_search USING fts5(
  folded, content = '', tokenize = 'unicode61 remove_diacritics 0');

CREATE TABLE edges (
  edge INTEGER PRIMARY KEY, from_node INTEGER NOT NULL REFERENCES nodes,
  relation INTEGER NOT NULL REFERENCES relation_types, to_node INTEGER NOT NULL REFERENCES nodes,
  statement_count INTEGER NOT NULL, status INTEGER NOT NULL REFERENCES statuses, confidence INTEGER NOT NULL,
  source_count INTEGER NOT NULL, written_count INTEGER NOT NULL, tally TEXT, judgement INTEGER NOT NULL, because TEXT);
CREATE TABLE rules (rule INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE terms (term INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE dates (date INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE forms (
  form INTEGER PRIMARY KEY, rule INTEGER NOT NULL REFERENCES rules, status INTEGER NOT NULL REFERENCES statuses,
  confidence INTEGER NOT NULL, roles TEXT NOT NULL);
CREATE TABLE occurrences (
  occurrence INTEGER PRIMARY KEY, edge INTEGER NOT NULL REFERENCES edges, said_edge INTEGER REFERENCES edges,
  document INTEGER NOT NULL REFERENCES documents, number INTEGER NOT NULL, form INTEGER NOT NULL REFERENCES forms,
  standing INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, date INTEGER REFERENCES dates,
  attributes TEXT, places BLOB);
)sql";

// What a reader without a program of ours opens first. A label is that of the pack's language where it has one.
constexpr std::string_view kViews = R"sql(
CREATE VIEW entities AS
SELECT n.name AS name,
  coalesce((SELECT label FROM labels l WHERE l.kind = 'type' AND l.name = n.type
            ORDER BY l.language = (SELECT language FROM pack) DESC, l.language LIMIT 1), n.type) AS type,
  (SELECT group_concat(name, '; ') FROM (SELECT DISTINCT a.name FROM spellings a
                                         WHERE a.node = n.node AND a.name <> n.name ORDER BY a.name)) AS also_written,
  n.document_count AS documents, n.id AS id
FROM nodes n WHERE n.merged_into IS NULL;

CREATE VIEW evidence AS
SELECT o.occurrence AS occurrence, o.edge AS edge, o.document AS document, o.number AS number, m.status AS status,
  r.name AS rule, m.confidence AS confidence, o.start AS start, o.start + o.length AS end,
  CAST(substr(CAST((SELECT group_concat(text, '') FROM (
      SELECT s.text FROM sentences s
      WHERE s.sentence >= (SELECT max(f.sentence) FROM sentences f WHERE f.sentence >= d.first_sentence
                           AND f.sentence < d.first_sentence + d.sentence_count AND f.start <= o.start)
        AND s.sentence < d.first_sentence + d.sentence_count AND s.start < o.start + o.length
      ORDER BY s.sentence)) AS BLOB),
    o.start - (SELECT max(f.start) FROM sentences f WHERE f.sentence >= d.first_sentence
               AND f.sentence < d.first_sentence + d.sentence_count AND f.start <= o.start) + 1,
    o.length) AS TEXT) AS quote,
  t.name AS date, o.attributes AS attributes, o.standing = 2 AS is_withdrawn
FROM occurrences o JOIN documents d USING (document) JOIN forms m USING (form) JOIN rules r USING (rule)
  LEFT JOIN dates t ON t.date = o.date;

CREATE VIEW parts AS
SELECT o.occurrence AS occurrence, p.key AS position,
  (SELECT name FROM terms WHERE term = p.value ->> 0) AS role,
  iif(p.value ->> 2, o.start + (n.value ->> (2 * p.before)), NULL) AS start,
  iif(p.value ->> 2, o.start + (n.value ->> (2 * p.before)) + (n.value ->> (2 * p.before + 1)), NULL) AS end,
  coalesce((SELECT name FROM terms WHERE term = p.value ->> 1), '') AS via,
  (SELECT group_concat((o.start + w.value) || '-' || (o.start + w.value + (n.value ->> (w.key + 1))), ' ')
   FROM json_each(n.value) w WHERE w.key % 2 = 0 AND w.key >= 2 * (p.before + (p.value ->> 2))
     AND w.key < 2 * (p.before + (p.value ->> 2) + (p.value ->> 3))) AS resolved
FROM occurrences o JOIN (
    -- `before`: how many places the parts before this one have.
    SELECT f.form AS form, e.key AS key, e.value AS value,
      coalesce((SELECT sum((b.value ->> 2) + (b.value ->> 3)) FROM json_each(f.roles) b WHERE b.key < e.key), 0)
        AS before
    FROM forms f, json_each(f.roles) e) p USING (form), json_each((
    WITH RECURSIVE
      -- The bytes in hexadecimal; `code` gathers the number that the bytes up to `at` begin.
      read (digits, at, code, bits, is_whole) AS (
        SELECT hex(o.places), 0, 0, 0, 0
        UNION ALL
        SELECT digits, at + 1,
          iif(is_whole, 0, code) + ((16 * (instr('123456789ABCDEF', substr(digits, 2 * at + 1, 1)) & 7)
                                     + instr('123456789ABCDEF', substr(digits, 2 * at + 2, 1))) << iif(is_whole, 0, bits)),
          iif(is_whole, 0, bits) + 7, instr('89ABCDEF', substr(digits, 2 * at + 1, 1)) = 0
        FROM read WHERE 2 * at < length(digits))
    SELECT '[[' || coalesce(group_concat(iif(code & 1, code >> 1, - (code >> 1)), ','), '') || ']]'
    FROM read WHERE is_whole)) n;

CREATE VIEW connections AS
SELECT f.name AS from_name,
  coalesce((SELECT label FROM labels l WHERE l.kind = 'relation' AND l.name = k.name
            ORDER BY l.language = (SELECT language FROM pack) DESC, l.language LIMIT 1), k.name) AS relation,
  t.name AS to_name, s.name AS status, e.confidence / 1000.0 AS confidence,
  e.statement_count AS statements, e.source_count AS sources,
  (SELECT min(d.name) FROM occurrences o JOIN dates d USING (date)
   WHERE o.edge = e.edge AND o.standing < 2) AS first_date,
  (SELECT max(d.name) FROM occurrences o JOIN dates d USING (date)
   WHERE o.edge = e.edge AND o.standing < 2) AS last_date,
  f.id AS from_id, t.id AS to_id
FROM edges e JOIN nodes f ON f.node = e.from_node JOIN nodes t ON t.node = e.to_node JOIN statuses s USING (status)
  JOIN relation_types k USING (relation)
WHERE s.is_shown AND e.statement_count > 0 AND e.judgement < 2;

CREATE VIEW relations AS
SELECT f.name AS from_name,
  coalesce((SELECT label FROM labels l WHERE l.kind = 'relation' AND l.name = k.name
            ORDER BY l.language = (SELECT language FROM pack) DESC, l.language LIMIT 1), k.name) AS relation,
  t.name AS to_name, v.date AS date, s.name AS status, v.quote AS quote, d.id AS document,
  d.date AS document_date, d.title AS title, d.url AS url, v.rule AS rule, v.confidence / 1000.0 AS confidence
FROM evidence v JOIN edges e USING (edge) JOIN nodes f ON f.node = e.from_node JOIN nodes t ON t.node = e.to_node
  JOIN relation_types k USING (relation) JOIN statuses s ON s.status = v.status JOIN documents d USING (document)
WHERE s.is_shown AND NOT v.is_withdrawn AND e.statement_count > 0 AND e.judgement < 2;
)sql";

// Of few rows, so that a first build does not go through all of them to find those.
constexpr std::string_view kPartialIndexes = R"sql(
CREATE INDEX nodes_merged ON nodes (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX edges_judged ON edges (judgement) WHERE judgement > 0;
CREATE INDEX occurrences_said ON occurrences (said_edge) WHERE said_edge IS NOT NULL;
CREATE INDEX occurrences_default ON occurrences (edge) WHERE standing > 0;
)sql";

constexpr std::string_view kIndexes = R"sql(
CREATE UNIQUE INDEX documents_id ON documents (id);
CREATE INDEX documents_group ON documents (source_group);
CREATE UNIQUE INDEX nodes_id ON nodes (id);
CREATE INDEX spellings_node ON spellings (node);
CREATE INDEX spellings_folded ON spellings (folded);
CREATE UNIQUE INDEX edges_ends ON edges (from_node, relation, to_node);
CREATE INDEX edges_to ON edges (to_node);
CREATE INDEX occurrences_edge ON occurrences (edge);
)sql";

std::int64_t pragma(Database& database, std::string_view name) {
  SqlStatement statement = database.prepare("PRAGMA " + std::string(name));
  return statement.next() ? statement.integer(0) : 0;
}

}  // namespace

Result<Database> create_store(const std::filesystem::path& path, const std::string& shown_as) {
  Result<Database> opened = Database::open_for_writing(path, shown_as);
  if (!opened) return opened;
  Database& database = opened.value();
  database.execute("BEGIN IMMEDIATE");
  database.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
  database.execute("PRAGMA user_version = " + std::to_string(kSchemaVersion));
  database.execute(kTables);
  database.execute(kPartialIndexes);
  database.execute(kViews);
  database.execute("COMMIT");
  if (const Result<void> status = database.status(); !status) return status.error();
  return opened;
}

void add_indexes(Database& database) { database.execute(kIndexes); }

Result<void> check_schema(Database& database, const std::filesystem::path& path) {
  const std::int64_t application = pragma(database, "application_id");
  const std::int64_t version = pragma(database, "user_version");
  if (const Result<void> status = database.status(); !status) return status.error();
  if (application != kApplicationId) return Error{path.string() + ": not a graph that quanhe wrote"};
  if (version == kSchemaVersion) return {};
  const bool older = version < kSchemaVersion;
  return Error{path.string() + ": written by " + (older ? "an older" : "a newer") + " quanhe (schema " +
               std::to_string(version) + ", expected " + std::to_string(kSchemaVersion) + "); " +
               (older ? "build it again with 'quanhe build'" : "use the newer program, or build it again")};
}

Result<Database> open_store(const std::filesystem::path& path) {
  Result<Database> database = Database::open(path);
  if (!database) return database;
  database.value().execute("BEGIN");
  if (const Result<void> fits = check_schema(database.value(), path); !fits) return fits.error();
  return database;
}

bool is_older_store(const std::filesystem::path& path) {
  Result<Database> database = Database::open(path);
  return database && pragma(database.value(), "application_id") == kApplicationId &&
         pragma(database.value(), "user_version") < kSchemaVersion;
}

}  // namespace quanhe
