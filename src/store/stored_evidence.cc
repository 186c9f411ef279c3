#include "store/stored_evidence.h"

#include <algorithm>
#include <set>
#include <utility>

#include "corpus/identity.h"
#include "store/ledger_tables.h"
#include "store/ontology_tables.h"

namespace quanhe {
namespace {

Status status_of(SqlStatement& row, int column) {
  return static_cast<Status>(row.integer_within(column, 0, static_cast<std::int64_t>(Status::kHappened)));
}

std::uint32_t small(SqlStatement& row, int column) {
  return static_cast<std::uint32_t>(row.integer_within(column, 0, UINT32_MAX));
}

// What was read, unless reading failed on the way.
template <typename T>
Result<T> checked(const Database& database, T value) {
  if (const Result<void> status = database.status(); !status) return status.error();
  return value;
}

StoredEdge edge_of(SqlStatement& row, std::map<RelationKey, std::string>& relations) {
  return {row.integer(0), row.integer(1), row.integer(2), relations[row.integer(3)], status_of(row, 4),
          static_cast<int>(row.integer_within(5, 1, 990)), small(row, 6)};
}

// All of the words, in the language of FTS5. Folded words hold no quotation mark.
std::string match_of(const std::vector<std::string>& words) {
  std::string match;
  for (const std::string& word : words) match += (match.empty() ? "\"" : " \"") + word + '"';
  return match;
}

constexpr const char* kEdgeColumns =
    "SELECT edge, from_node, to_node, relation, status, confidence, source_count FROM edges WHERE statement_count > 0 AND ";

}  // namespace

StoredEvidence::StoredEvidence(StoredGraph& graph)
    : database_(graph.database()),
      relations_(read_relation_names(database_)),
      rules_(database_, "rules"),
      terms_(database_, "terms"),
      forms_(database_),
      texts_(database_),
      between_(database_.prepare(std::string(kEdgeColumns) +
                                 "((from_node = ?1 AND to_node = ?2) OR (from_node = ?2 AND to_node = ?1)) ORDER BY edge")),
      edge_(database_.prepare(std::string(kEdgeColumns) + "edge = ?")),
      judgement_(database_.prepare("SELECT judgement, coalesce(because, '') FROM edges WHERE edge = ?")),
      statement_(database_.prepare(
          "SELECT o.edge, o.document, o.form, o.start, o.length, coalesce(t.name, ''), coalesce(o.attributes, ''), "
          "o.places FROM occurrences o LEFT JOIN dates t ON t.date = o.date WHERE o.occurrence = ?")),
      document_(database_.prepare(
          "SELECT d.id, d.date, d.date_basis, d.url, d.title, g.id FROM documents d "
          "JOIN documents g ON g.document = d.source_group WHERE d.document = ?")),
      attributes_(database_.prepare("SELECT coalesce(t.name, ''), coalesce(o.attributes, '') FROM occurrences o "
                                    "LEFT JOIN dates t ON t.date = o.date WHERE o.occurrence = ?")) {}

Result<std::vector<StoredEdge>> StoredEvidence::edges_between(NodeKey a, NodeKey b) {
  std::vector<StoredEdge> edges;
  between_.bind(a, b);
  while (between_.next()) edges.push_back(edge_of(between_, relations_));
  return checked(database_, std::move(edges));
}

Result<StoredEdge> StoredEvidence::edge(EdgeKey key) {
  StoredEdge edge;
  if (edge_.bind(key).next()) {
    edge = edge_of(edge_, relations_);
  } else {
    database_.report_damage("a statement without its edge");
  }
  edge_.reset();
  return checked(database_, std::move(edge));
}

Result<StoredJudgement> StoredEvidence::judgement_of(const StoredEdge& edge) {
  StoredJudgement judgement;
  if (judgement_.bind(edge.key).next()) {
    judgement.judgement = static_cast<Judgement>(judgement_.integer_within(0, 0, 2));
    judgement.because = judgement_.text(1);
  }
  judgement_.reset();
  if (judgement.judgement == Judgement::kNone) return checked(database_, std::move(judgement));
  // The last line about the edge, whose ends it may call by what became part of them.
  SqlStatement line = database_.prepare(
      "SELECT j.who, j.\"when\" FROM judgements j JOIN nodes f ON f.id = j.from_id JOIN nodes t ON t.id = j.to_id "
      "WHERE j.relation = ?3 AND ((coalesce(f.merged_into, f.node) = ?1 AND coalesce(t.merged_into, t.node) = ?2) "
      "OR (coalesce(f.merged_into, f.node) = ?2 AND coalesce(t.merged_into, t.node) = ?1 "
      "AND (SELECT is_symmetric FROM relation_types WHERE name = ?3))) ORDER BY j.line DESC LIMIT 1");
  if (line.bind(edge.from, edge.to, edge.relation).next()) {
    judgement.who = line.text(0);
    judgement.when = line.text(1);
  }
  return checked(database_, std::move(judgement));
}

Result<StoredStatement> StoredEvidence::statement(OccurrenceKey key) {
  StoredStatement statement;
  if (!statement_.bind(key).next()) {
    database_.report_damage("a statement that is not there");
    return database_.status().error();
  }
  statement.key = key;
  statement.edge = statement_.integer(0);
  statement.document = statement_.integer(1);
  const StatementForm& form = forms_.of(statement_.integer(2));
  statement.status = form.status;
  Evidence& evidence = statement.evidence;
  evidence.rule = rules_.name_of(form.rule);
  evidence.confidence = form.confidence;
  evidence.span = {small(statement_, 3), small(statement_, 3) + small(statement_, 4)};
  statement.attributes = parse_attributes(database_, statement_.text(5), statement_.text(6));
  evidence.parts = parse_parts(database_, form.roles, statement_.bytes(7), evidence.span.start, terms_);
  statement_.reset();
  evidence.quote = texts_.of(statement.document).words(evidence.span);
  return checked(database_, std::move(statement));
}

Result<Attributes> StoredEvidence::attributes_of(OccurrenceKey key) {
  Attributes attributes;
  if (attributes_.bind(key).next()) attributes = parse_attributes(database_, attributes_.text(0), attributes_.text(1));
  attributes_.reset();
  return checked(database_, std::move(attributes));
}

Result<std::vector<StoredEdge>> StoredEvidence::edges_of(const std::vector<std::string>& relations) {
  const auto is_asked = [&](const std::string& name) {
    return relations.empty() || std::find(relations.begin(), relations.end(), name) != relations.end();
  };
  std::vector<StoredEdge> edges;
  SqlStatement row = database_.prepare(std::string(kEdgeColumns) + "judgement < 2 ORDER BY edge");
  while (row.next()) {
    if (is_asked(relations_[row.integer(3)])) edges.push_back(edge_of(row, relations_));
  }
  return checked(database_, std::move(edges));
}

Result<std::vector<StoredName>> StoredEvidence::names_with(const std::vector<std::string>& words, std::size_t most) {
  std::vector<StoredName> names;
  if (words.empty()) return names;
  SqlStatement row = database_.prepare(
      "SELECT s.node, s.name, s.folded, s.is_canonical FROM name_search f JOIN spellings s ON s.spelling = f.rowid "
      "WHERE name_search MATCH ? ORDER BY f.rank, s.spelling LIMIT ?");
  row.bind(match_of(words) + '*', most);
  while (row.next()) names.push_back({row.integer(0), row.text(1), row.text(2), row.integer(3) != 0});
  return checked(database_, std::move(names));
}

Result<std::vector<StoredSentence>> StoredEvidence::sentences_with(const std::vector<std::string>& words,
                                                                   std::size_t most) {
  std::vector<StoredSentence> sentences;
  if (words.empty()) return sentences;
  SqlStatement row = database_.prepare(
      "SELECT s.sentence, s.document, s.start, s.text FROM sentence_search f JOIN sentences s ON s.sentence = f.rowid "
      "WHERE sentence_search MATCH ? ORDER BY f.rank, s.sentence LIMIT ?");
  row.bind(match_of(words), most);
  while (row.next()) sentences.push_back({row.integer(0), row.integer(1), small(row, 2), row.text(3)});
  return checked(database_, std::move(sentences));
}

Result<StoredDocument> StoredEvidence::document(DocumentKey key) {
  StoredDocument document;
  if (document_.bind(key).next()) {
    document = {key,           document_.text(0), document_.text(1), document_.text(2), document_.text(3),
                document_.text(4), document_.text(5)};
  } else {
    database_.report_damage("a statement of no document");
  }
  document_.reset();
  return checked(database_, std::move(document));
}

Result<StoredIdentity> StoredEvidence::identity_of(const StoredNode& node) {
  StoredIdentity identity;
  std::set<std::string> linked = {node.id};
  SqlStatement part =
      database_.prepare("SELECT node, id, type, name, own_document_count FROM nodes WHERE merged_into = ? ORDER BY id");
  part.bind(node.key);
  while (part.next()) {
    identity.parts.push_back({part.integer(0), part.text(1), part.text(2), part.text(3), small(part, 4)});
    linked.insert(identity.parts.back().id);
  }
  if (identity.parts.empty()) return checked(database_, std::move(identity));
  // A line may link two of them by a node that no document names any more.
  const Ledgers ledgers = read_ledgers(database_);
  const std::vector<const MergeLine*> standing = standing_merges(ledgers.merges);
  for (bool grows = true; grows;) {
    grows = false;
    for (const MergeLine* line : standing) {
      if (linked.contains(line->kept) == linked.contains(line->other)) continue;
      grows = true;
      linked.insert({line->kept, line->other});
    }
  }
  for (const MergeLine* line : standing) {
    if (linked.contains(line->kept)) identity.lines.push_back(*line);
  }
  return checked(database_, std::move(identity));
}

Result<std::vector<std::string>> StoredEvidence::aliases_of(const StoredNode& node) {
  std::vector<std::string> aliases;
  SqlStatement row = database_.prepare("SELECT DISTINCT name FROM spellings WHERE node = ? AND name <> ? ORDER BY name");
  row.bind(node.key, node.name);
  while (row.next()) aliases.push_back(row.text(0));
  return checked(database_, std::move(aliases));
}

Result<std::vector<OccurrenceKey>> StoredEvidence::statements_in(std::int64_t sentence) {
  std::vector<OccurrenceKey> keys;
  SqlStatement row = database_.prepare(
      "SELECT o.occurrence FROM sentences s JOIN documents d USING (document) "
      "JOIN occurrences o ON o.occurrence >= d.first_occurrence AND o.occurrence < d.first_occurrence + d.occurrence_count "
      "JOIN edges e USING (edge) WHERE s.sentence = ? AND o.start >= s.start "
      "AND o.start < s.start + length(CAST(s.text AS BLOB)) AND o.standing < 2 AND e.judgement < 2 AND e.from_node <> e.to_node ORDER BY o.start, o.occurrence");
  row.bind(sentence);
  while (row.next()) keys.push_back(row.integer(0));
  return checked(database_, std::move(keys));
}

}  // namespace quanhe
