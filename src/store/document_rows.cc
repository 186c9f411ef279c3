#include "store/document_rows.h"

#include <algorithm>
#include <map>

#include "corpus/withdrawal.h"
#include "store/evidence_columns.h"

namespace quanhe {
namespace {

Standing standing_of(const Statement& statement) {
  return is_defaulted(statement) ? Standing::kDefaulted : Standing::kWritten;
}

}  // namespace

DocumentRows::DocumentRows(Database& database, bool holds_all, const Ontology& ontology, StatementNames& names,
                           DocumentReader& reader, NodeRows& nodes, EdgeRows& edges)
    : database_(database),
      holds_all_(holds_all),
      ontology_(ontology),
      names_(names),
      reader_(reader),
      nodes_(nodes),
      edges_(edges),
      find_(database.prepare("SELECT document FROM documents WHERE id = ?")),
      provenance_(database.prepare("SELECT source_hash, pack_hash, origin, place, content_hash FROM documents "
                                   "WHERE document = ?")),
      added_(database, "documents", 19),
      keys_(database, "near_copy_keys", 2),
      sentences_(database, "sentences", 4),
      occurrences_(database, "occurrences", 12),
      set_provenance_(database.prepare_later(
          "UPDATE documents SET source_hash = ?2, pack_hash = ?3, origin = ?4, place = ?5 WHERE document = ?1")),
      rows_of_(database.prepare("SELECT first_sentence, sentence_count, first_occurrence, occurrence_count FROM "
                                "documents WHERE document = ?")),
      keep_sentences_(
          database.prepare_later("UPDATE sentences SET document = ?3 WHERE sentence >= ?1 AND sentence < ?1 + ?2")),
      remove_occurrences_(database.prepare("DELETE FROM occurrences WHERE occurrence >= ?1 AND occurrence < ?1 + ?2")),
      keys_of_(database.prepare("SELECT near_copy_keys FROM documents WHERE document = ?")),
      remove_key_(database.prepare("DELETE FROM near_copy_keys WHERE key = ? AND document = ?")),
      remove_document_(database.prepare("DELETE FROM documents WHERE document = ?")),
      search_(database, holds_all, "sentence_search", "sentences", "sentence", "ascii_fold(text)") {
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
  write();
  StoredProvenance found{*key, {}};
  SqlStatement& row = provenance_.bind(*key);
  if (row.next()) {
    found.provenance = {row.text(0), row.text(1), row.text(2), row.text(3)};
    found.content_hash = row.hash(4);
  }
  row.reset();
  return found;
}

bool DocumentRows::say(const StoredProvenance& document, const DocumentFacts& facts) {
  if (holds_all_ || document.content_hash != facts.content_hash) return false;
  DocumentFacts stored = reader_.facts(document.document);
  if (stored.nodes.size() != facts.nodes.size()) return false;
  // What is not kept.
  for (std::size_t i = 0; i < facts.nodes.size(); ++i) stored.nodes[i].spelling = facts.nodes[i].spelling;
  return stored == facts;
}

void DocumentRows::set_provenance(DocumentKey document, const Provenance& provenance) {
  set_provenance_.run(document, provenance.source_hash, provenance.pack_hash, provenance.origin, provenance.place);
}

PutDocument DocumentRows::put(const DocumentFacts& facts, const Provenance& provenance,
                              const std::optional<StoredProvenance>& replaced) {
  const DocumentKey document = ++last_document_;
  const bool keeps_text = replaced && has_text(*replaced, facts);
  const std::int64_t first_sentence =
      keeps_text ? keep_sentences(replaced->document, document) : put_sentences(document, facts);
  if (replaced && !keeps_text) remove_sentences(replaced->document);
  if (replaced) remove_other_rows(replaced->document);
  const std::vector<NodeRow> nodes = nodes_.rows_of(facts.nodes);
  const std::string node_list = nodes_as_bytes(put_nodes(facts, nodes));
  added_.add(document, facts.id, facts.date, facts.date_basis, facts.url, facts.title,
             static_cast<std::int64_t>(facts.content_hash), document, provenance.source_hash, provenance.pack_hash,
             provenance.origin, provenance.place, facts.cut_short, first_sentence, facts.sentence_starts.size(),
             last_occurrence_ + 1, facts.statements.size(), BytesOrNull{node_list},
             BytesOrNull{keys_as_bytes(facts.near_copy_keys)});
  for (const std::uint64_t key : facts.near_copy_keys) keys_.add(static_cast<std::int64_t>(key), document);
  Claims claims = put_statements(document, facts, nodes);
  if (holds_all_) {
    documents_.insert_or_assign(facts.id, document);
  } else {
    write();
  }
  return {document, std::move(claims)};
}

std::vector<ListedNode> DocumentRows::put_nodes(const DocumentFacts& facts, const std::vector<NodeRow>& rows) {
  std::vector<ListedNode> nodes;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ListedNode& put = nodes.emplace_back(ListedNode{rows[i].key, {}});
    for (const std::string& alias : facts.nodes[i].aliases) put.spellings.push_back(nodes_.spelling_of(rows[i], alias));
  }
  if (!holds_all_) {
    nodes_.write_added();
    count_nodes(nodes, 1);
  }
  return nodes;
}

void DocumentRows::count_nodes(const std::vector<ListedNode>& nodes, int by) {
  std::vector<NodeKey> shown;
  for (const ListedNode& node : nodes) {
    nodes_.count_own(node.key, by);
    for (const SpellingKey spelling : node.spellings) nodes_.count_spelling(spelling, by);
    shown.push_back(nodes_.shown_of(node.key));
  }
  std::sort(shown.begin(), shown.end());
  shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
  for (const NodeKey node : shown) nodes_.count_shown(node, by);
}

bool DocumentRows::has_text(const StoredProvenance& document, const DocumentFacts& facts) {
  if (document.content_hash != facts.content_hash) return false;
  const DocumentFacts stored = reader_.text(document.document);
  return stored.sentence_starts == facts.sentence_starts && stored.text == facts.text;
}

// The first of them.
std::int64_t DocumentRows::keep_sentences(DocumentKey from, DocumentKey to) {
  std::int64_t first = 0;
  if (rows_of_.bind(from).next()) {
    first = rows_of_.integer(0);
    keep_sentences_.run(first, rows_of_.integer(1), to);
  }
  rows_of_.reset();
  return first;
}

// The first of them.
std::int64_t DocumentRows::put_sentences(DocumentKey document, const DocumentFacts& facts) {
  const std::int64_t first = last_sentence_ + 1;
  const std::string_view text = facts.text;
  for (std::size_t i = 0; i < facts.sentence_starts.size(); ++i) {
    const std::uint32_t start = facts.sentence_starts[i];
    const std::size_t end = i + 1 < facts.sentence_starts.size() ? facts.sentence_starts[i + 1] : text.size();
    sentences_.add(++last_sentence_, document, start, text.substr(start, end - start));
  }
  return first;
}

// The edge under the nodes as they are shown.
EdgeKey DocumentRows::shown_edge(const EdgeEnds& said, const NodeRow& from, const NodeRow& to,
                                 const FirstStatement& first) {
  const Relation* relation = ontology_.find_relation(names_.relations.name_of(said.relation));
  return edges_.key_of(in_order(database_, {from.shown, said.relation, to.shown}, relation), first);
}

void DocumentRows::look_up_edges(const DocumentFacts& facts, const std::vector<NodeRow>& nodes) {
  if (holds_all_) return;
  std::vector<EdgeEnds> said;
  for (const Statement& statement : facts.statements) {
    said.push_back({nodes[statement.from].key, names_.relations.key_of(statement.relation), nodes[statement.to].key});
  }
  edges_.look_up(said);
}

Claims DocumentRows::put_statements(DocumentKey document, const DocumentFacts& facts,
                                    const std::vector<NodeRow>& nodes) {
  look_up_edges(facts, nodes);
  Claims claims;
  for (const Statement& statement : facts.statements) {
    const NodeRow& from = nodes[statement.from];
    const NodeRow& to = nodes[statement.to];
    const Evidence& evidence = statement.evidence;
    const EdgeEnds said{from.key, names_.relations.key_of(statement.relation), to.key};
    const Standing standing = standing_of(statement);
    const FirstStatement first{statement.status, evidence.confidence,
                               standing == Standing::kWritten && is_shown(statement.status)};
    EdgeKey edge = edges_.key_of(said, first);
    std::optional<EdgeKey> said_edge;
    if (from.key != from.shown || to.key != to.shown) {
      said_edge = edge;
      edge = shown_edge(said, from, to, first);
    }
    const std::int64_t form = names_.forms.key_of({names_.rules.key_of(evidence.rule), statement.status,
                                                   evidence.confidence, roles_of(evidence.parts, names_.terms)});
    const std::string_view date = date_among(statement.attributes);
    occurrences_.add(++last_occurrence_, edge, said_edge, document, statement.occurrence, form,
                     static_cast<int>(standing), evidence.span.start, evidence.span.length(),
                     date.empty() ? std::optional<std::int64_t>() : names_.dates.key_of(date),
                     TextOrNull{others_as_text(statement.attributes)},
                     BytesOrNull{places_as_bytes(evidence.parts, evidence.span.start)});
    claims.push_back({edge, said_edge.value_or(0), statement.status, evidence.confidence, standing});
  }
  return claims;
}

void DocumentRows::write() {
  added_.flush();
  keys_.flush();
  sentences_.flush();
  occurrences_.flush();
}

void DocumentRows::remove_keys(DocumentKey document) {
  std::vector<std::uint64_t> keys;
  if (keys_of_.bind(document).next()) keys = parse_keys(database_, keys_of_.bytes(0));
  keys_of_.reset();
  for (const std::uint64_t key : keys) remove_key_.run(static_cast<std::int64_t>(key), document);
}

void DocumentRows::remove_sentences(DocumentKey document) {
  if (rows_of_.bind(document).next()) search_.remove(rows_of_.integer(0), rows_of_.integer(1));
  rows_of_.reset();
}

void DocumentRows::remove_other_rows(DocumentKey document) {
  if (!holds_all_) count_nodes(reader_.nodes_of(document), -1);
  if (rows_of_.bind(document).next()) remove_occurrences_.run(rows_of_.integer(2), rows_of_.integer(3));
  rows_of_.reset();
  remove_keys(document);
  remove_document_.run(document);
}

void DocumentRows::remove(DocumentKey document) {
  remove_sentences(document);
  remove_other_rows(document);
}

}  // namespace quanhe
