#include "store/document_rows.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_map>

#include "base/hash.h"
#include "corpus/withdrawal.h"
#include "json/json_value.h"
#include "store/evidence_columns.h"
#include "text/fold.h"

namespace quanhe {
namespace {

// The sentence in which a byte of the text stands, counted from 0.
std::size_t sentence_of(const std::vector<std::uint32_t>& starts, std::uint32_t byte) {
  const auto next = std::upper_bound(starts.begin(), starts.end(), byte);
  return next == starts.begin() ? 0 : static_cast<std::size_t>(next - starts.begin()) - 1;
}

Standing standing_of(const Statement& statement) {
  return is_defaulted(statement) ? Standing::kDefaulted : Standing::kWritten;
}

std::uint64_t hash_of(Database& database, const std::string& hexadecimal) {
  std::uint64_t hash = 0;
  const char* end = hexadecimal.data() + hexadecimal.size();
  const auto [stop, error] = std::from_chars(hexadecimal.data(), end, hash, 16);
  if (error != std::errc() || stop != end) database.report_damage("a content hash is not hexadecimal");
  return hash;
}

std::uint32_t small(SqlStatement& row, int column) {
  return static_cast<std::uint32_t>(row.integer_within(column, 0, UINT32_MAX));
}

}  // namespace

DocumentRows::DocumentRows(Database& database, bool holds_all, const Ontology& ontology, NodeRows& nodes,
                           EdgeRows& edges)
    : database_(database),
      holds_all_(holds_all),
      ontology_(ontology),
      nodes_(nodes),
      edges_(edges),
      rules_(database, "rules"),
      terms_(database, "terms"),
      relations_(database, "relation_types", ", NULL, '', 0, 0"),
      find_(database.prepare("SELECT document FROM documents WHERE id = ?")),
      provenance_(
          database.prepare("SELECT source_hash, pack_hash, origin, place FROM documents WHERE document = ?")),
      add_document_(database.prepare(
          "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      add_key_(database.prepare("INSERT INTO near_copy_keys VALUES (?, ?)")),
      add_sentence_(database.prepare("INSERT INTO sentences VALUES (?, ?, ?, ?)")),
      index_sentence_(database.prepare("INSERT INTO sentence_search (rowid, folded) VALUES (?, ?)")),
      add_occurrence_(
          database.prepare("INSERT INTO occurrences VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
  SqlStatement last = database.prepare(
      "SELECT coalesce((SELECT max(document) FROM documents), 0), coalesce((SELECT max(sentence) FROM sentences), 0), "
      "coalesce((SELECT max(occurrence) FROM occurrences), 0)");
  if (!last.next()) return;
  last_document_ = last.integer(0);
  last_sentence_ = last.integer(1);
  last_occurrence_ = last.integer(2);
  if (!holds_all) return;
  SqlStatement document = database.prepare("SELECT id, document FROM documents");
  while (document.next()) documents_.emplace(document.text(0), document.integer(1));
}

std::optional<StoredProvenance> DocumentRows::find(std::string_view id) {
  std::optional<DocumentKey> key;
  if (!holds_all_) {
    key = find_.find(id);
  } else if (const auto known = documents_.find(std::string(id)); known != documents_.end()) {
    key = known->second;
  }
  if (!key) return std::nullopt;
  StoredProvenance found{*key, {}};
  SqlStatement& row = provenance_.bind(*key);
  if (row.next()) found.provenance = {row.text(0), row.text(1), row.text(2), row.text(3)};
  row.reset();
  return found;
}

DocumentKey DocumentRows::put(const DocumentFacts& facts, const Provenance& provenance, bool counts) {
  const DocumentKey document = ++last_document_;
  std::vector<NodeRow> nodes;
  const std::string node_list = put_nodes(facts, nodes, counts);
  add_document_.run(document, facts.id, facts.date, facts.date_basis, facts.url, facts.title, to_hex(facts.content_hash),
                    document, provenance.source_hash, provenance.pack_hash, provenance.origin, provenance.place,
                    facts.cut_short, last_sentence_ + 1, facts.sentence_starts.size(), last_occurrence_ + 1,
                    facts.statements.size(), node_list);
  for (const std::uint64_t key : facts.near_copy_keys) add_key_.run(static_cast<std::int64_t>(key), document);
  put_sentences(document, facts);
  put_statements(document, facts, nodes);
  if (holds_all_) documents_.insert_or_assign(facts.id, document);
  return document;
}

// [[node,spelling,...],...] in the order of the facts; the spellings are those of the aliases.
std::string DocumentRows::put_nodes(const DocumentFacts& facts, std::vector<NodeRow>& rows, bool counts) {
  std::vector<DocumentNode> nodes;
  std::string text = "[";
  for (const Node& node : facts.nodes) {
    DocumentNode put{nodes_.row_of(node), {}};
    if (text.size() > 1) text += ',';
    text += '[' + std::to_string(put.row.key);
    for (const std::string& alias : node.aliases) {
      put.spellings.push_back(nodes_.spelling_of(put.row, alias));
      text += ',' + std::to_string(put.spellings.back());
    }
    text += ']';
    rows.push_back(put.row);
    nodes.push_back(std::move(put));
  }
  if (counts) count_nodes(nodes, 1);
  return text + ']';
}

void DocumentRows::count_nodes(const std::vector<DocumentNode>& nodes, int by) {
  std::vector<NodeKey> shown;
  for (const DocumentNode& node : nodes) {
    nodes_.count_own(node.row.key, by);
    for (const SpellingKey spelling : node.spellings) nodes_.count_spelling(spelling, by);
    shown.push_back(node.row.shown);
  }
  std::sort(shown.begin(), shown.end());
  shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
  for (const NodeKey node : shown) nodes_.count_shown(node, by);
}

void DocumentRows::put_sentences(DocumentKey document, const DocumentFacts& facts) {
  const std::string_view text = facts.text;
  for (std::size_t i = 0; i < facts.sentence_starts.size(); ++i) {
    const std::uint32_t start = facts.sentence_starts[i];
    const std::size_t end = i + 1 < facts.sentence_starts.size() ? facts.sentence_starts[i + 1] : text.size();
    const std::string_view sentence = text.substr(start, end - start);
    add_sentence_.run(++last_sentence_, document, start, sentence);
    index_sentence_.run(last_sentence_, ascii_fold(sentence));
  }
}

// The edge under the nodes as they are shown.
EdgeKey DocumentRows::shown_edge(const EdgeEnds& said, const NodeRow& from, const NodeRow& to) {
  const Relation* relation = ontology_.find_relation(relations_.name_of(said.relation));
  return edges_.key_of(in_order(database_, {from.shown, said.relation, to.shown}, relation));
}

void DocumentRows::put_statements(DocumentKey document, const DocumentFacts& facts, const std::vector<NodeRow>& nodes) {
  for (const Statement& statement : facts.statements) {
    const NodeRow& from = nodes[statement.from];
    const NodeRow& to = nodes[statement.to];
    const EdgeEnds said{from.key, relations_.key_of(statement.relation), to.key};
    EdgeKey edge = edges_.key_of(said);
    std::optional<EdgeKey> said_edge;
    if (from.key != from.shown || to.key != to.shown) {
      said_edge = edge;
      edge = shown_edge(said, from, to);
    }
    const Evidence& evidence = statement.evidence;
    const std::int64_t rule = rules_.key_of(evidence.rule);
    const std::string attributes = statement.attributes.empty() ? "" : attributes_as_text(statement.attributes);
    const std::string parts = evidence.parts.empty() ? "" : parts_as_text(evidence.parts, evidence.span.start, terms_);
    add_occurrence_.bind(++last_occurrence_, edge, said_edge, document, statement.occurrence,
                         static_cast<int>(statement.status), static_cast<int>(standing_of(statement)), rule,
                         evidence.confidence, sentence_of(facts.sentence_starts, evidence.span.start),
                         evidence.span.start, evidence.span.length());
    add_occurrence_.bind_text_or_null(12, attributes);
    add_occurrence_.bind_text_or_null(13, parts);
    add_occurrence_.next();
  }
}

void DocumentRows::remove(DocumentKey document) {
  count_nodes(nodes_of(document), -1);
  SqlStatement sentence = database_.prepare(
      "SELECT s.sentence, s.text FROM documents d JOIN sentences s ON s.sentence >= d.first_sentence "
      "AND s.sentence < d.first_sentence + d.sentence_count WHERE d.document = ?");
  SqlStatement unindex =
      database_.prepare("INSERT INTO sentence_search (sentence_search, rowid, folded) VALUES ('delete', ?, ?)");
  sentence.bind(document);
  while (sentence.next()) unindex.run(sentence.integer(0), ascii_fold(sentence.text(1)));
  for (const char* sql :
       {"DELETE FROM sentences WHERE sentence >= (SELECT first_sentence FROM documents WHERE document = ?1) "
        "AND sentence < (SELECT first_sentence + sentence_count FROM documents WHERE document = ?1)",
        "DELETE FROM occurrences WHERE occurrence >= (SELECT first_occurrence FROM documents WHERE document = ?1) "
        "AND occurrence < (SELECT first_occurrence + occurrence_count FROM documents WHERE document = ?1)",
        "DELETE FROM near_copy_keys WHERE document = ?1", "DELETE FROM documents WHERE document = ?1"}) {
    database_.prepare(sql).run(document);
  }
}

std::vector<DocumentRows::DocumentNode> DocumentRows::nodes_of(DocumentKey document) {
  std::vector<DocumentNode> nodes;
  SqlStatement row = database_.prepare("SELECT nodes FROM documents WHERE document = ?");
  SqlStatement shown = database_.prepare("SELECT coalesce(merged_into, node) FROM nodes WHERE node = ?");
  if (!row.bind(document).next()) return nodes;
  for (const std::vector<std::int64_t>& numbers : parse_node_list(database_, row.text(0))) {
    const NodeKey key = numbers.front();
    nodes.push_back({{key, shown.find(key).value_or(key)}, {numbers.begin() + 1, numbers.end()}});
  }
  return nodes;
}

void DocumentRows::read_nodes(DocumentKey document, DocumentFacts& facts, std::vector<NodeKey>& keys) {
  SqlStatement node = database_.prepare("SELECT id, type, name FROM nodes WHERE node = ?");
  SqlStatement spelling = database_.prepare("SELECT name FROM spellings WHERE spelling = ?");
  for (const DocumentNode& listed : nodes_of(document)) {
    if (!node.bind(listed.row.key).next()) return database_.report_damage("a document that names no node");
    facts.nodes.push_back({node.text(0), node.text(1), node.text(2), {}});
    for (const SpellingKey key : listed.spellings) {
      if (spelling.bind(key).next()) facts.nodes.back().aliases.push_back(spelling.text(0));
    }
    keys.push_back(listed.row.key);
  }
}

void DocumentRows::read_sentences(DocumentKey document, DocumentFacts& facts) {
  SqlStatement sentence = database_.prepare(
      "SELECT s.start, s.text FROM documents d JOIN sentences s ON s.sentence >= d.first_sentence "
      "AND s.sentence < d.first_sentence + d.sentence_count WHERE d.document = ? ORDER BY s.sentence");
  sentence.bind(document);
  while (sentence.next()) {
    facts.sentence_starts.push_back(small(sentence, 0));
    facts.text += sentence.text(1);
  }
}

DocumentFacts DocumentRows::facts(DocumentKey document) {
  DocumentFacts facts;
  SqlStatement row = database_.prepare(
      "SELECT id, date, date_basis, url, title, content_hash, is_cut_short FROM documents WHERE document = ?");
  if (!row.bind(document).next()) {
    database_.report_damage("a document that is not there");
    return facts;
  }
  facts.id = row.text(0);
  facts.date = row.text(1);
  facts.date_basis = row.text(2);
  facts.url = row.text(3);
  facts.title = row.text(4);
  facts.content_hash = hash_of(database_, row.text(5));
  facts.cut_short = row.integer(6) != 0;
  std::vector<NodeKey> keys;
  read_nodes(document, facts, keys);
  read_sentences(document, facts);
  SqlStatement key = database_.prepare("SELECT key FROM near_copy_keys WHERE document = ?");
  key.bind(document);
  while (key.next()) facts.near_copy_keys.push_back(static_cast<std::uint64_t>(key.integer(0)));
  std::sort(facts.near_copy_keys.begin(), facts.near_copy_keys.end());

  std::unordered_map<NodeKey, std::uint32_t> place;
  for (const NodeKey node : keys) place.emplace(node, static_cast<std::uint32_t>(place.size()));
  SqlStatement occurrence = database_.prepare(
      "SELECT e.from_node, e.relation, e.to_node, o.number, o.status, o.rule, o.confidence, o.start, o.length, "
      "coalesce(o.attributes, ''), coalesce(o.parts, '') FROM documents d "
      "JOIN occurrences o ON o.occurrence >= d.first_occurrence AND o.occurrence < d.first_occurrence + d.occurrence_count "
      "JOIN edges e ON e.edge = coalesce(o.said_edge, o.edge) WHERE d.document = ? ORDER BY o.occurrence");
  occurrence.bind(document);
  while (occurrence.next()) {
    Statement statement;
    const auto from = place.find(occurrence.integer(0));
    const auto to = place.find(occurrence.integer(2));
    if (from == place.end() || to == place.end()) {
      database_.report_damage("a statement about a node that the document does not name");
      break;
    }
    statement.from = from->second;
    statement.to = to->second;
    statement.relation = relations_.name_of(occurrence.integer(1));
    statement.occurrence = small(occurrence, 3);
    statement.status = static_cast<Status>(occurrence.integer_within(4, 0, static_cast<int>(Status::kHappened)));
    Evidence& evidence = statement.evidence;
    evidence.rule = rules_.name_of(occurrence.integer(5));
    evidence.confidence = static_cast<int>(occurrence.integer_within(6, 1, 1000));
    const std::uint32_t start = small(occurrence, 7);
    evidence.span = {start, start + small(occurrence, 8)};
    if (evidence.span.end <= facts.text.size()) evidence.quote = facts.text.substr(start, evidence.span.length());
    const std::string attributes = occurrence.text(9);
    const std::string parts = occurrence.text(10);
    if (!attributes.empty()) statement.attributes = parse_attributes(database_, attributes);
    if (!parts.empty()) evidence.parts = parse_parts(database_, parts, start, terms_);
    facts.statements.push_back(std::move(statement));
  }
  return facts;
}

StatementRows DocumentRows::statements_as_shown(DocumentKey document) {
  StatementRows rows;
  SqlStatement node = database_.prepare("SELECT id, type FROM nodes WHERE node = ?");
  std::unordered_map<NodeKey, std::uint32_t> place;
  const auto place_of = [&](NodeKey key) {
    const auto [found, is_new] = place.emplace(key, static_cast<std::uint32_t>(rows.facts.nodes.size()));
    if (is_new && node.bind(key).next()) rows.facts.nodes.push_back({node.text(0), node.text(1), "", {}});
    return found->second;
  };
  SqlStatement occurrence = database_.prepare(
      "SELECT o.occurrence, o.edge, o.standing, e.from_node, e.relation, e.to_node, o.number, o.status, o.start, "
      "coalesce(o.parts, '') FROM documents d "
      "JOIN occurrences o ON o.occurrence >= d.first_occurrence AND o.occurrence < d.first_occurrence + d.occurrence_count "
      "JOIN edges e ON e.edge = o.edge WHERE d.document = ? AND e.from_node <> e.to_node ORDER BY o.occurrence");
  occurrence.bind(document);
  while (occurrence.next()) {
    rows.keys.push_back(occurrence.integer(0));
    rows.edges.push_back(occurrence.integer(1));
    rows.standings.push_back(static_cast<Standing>(occurrence.integer_within(2, 0, 2)));
    Statement statement;
    statement.from = place_of(occurrence.integer(3));
    statement.relation = relations_.name_of(occurrence.integer(4));
    statement.to = place_of(occurrence.integer(5));
    statement.occurrence = small(occurrence, 6);
    statement.status = static_cast<Status>(occurrence.integer_within(7, 0, static_cast<int>(Status::kHappened)));
    const std::string parts = occurrence.text(9);
    if (!parts.empty()) statement.evidence.parts = parse_parts(database_, parts, small(occurrence, 8), terms_);
    rows.facts.statements.push_back(std::move(statement));
  }
  return rows;
}

}  // namespace quanhe
