// Problem: an edge's confidence counts independent sources, a source is a group of near-copies, and a default is withdrawn
// when another document contradicts it. One new document may change any of these, and a hub has a hundred thousand
// statements: nobody wants to read them again for one article a day.
//
// Idea: an edge holds counts from which all that it says as a whole follows (EdgeTally), and a group's part in them can be
// taken out and put in. While a batch of documents comes and goes, the groups that it touches are "loose": their part is
// taken out, once, and their documents stand alone. refresh() judges anew the defaults that the batch may have decided,
// makes groups of the loose documents and puts their part in again. Documents that share a key with a loose one are loose
// too, so new groups are made of loose documents only.
//
// Where it works: an article without near-copies costs its own statements, each one count in one row. Where it does not:
// a copy of what a thousand newspapers printed costs all thousand; so does a first written statement about a person of
// whom a thousand documents have defaults.
//
// Why not read the touched edges anew: an article about Việt Nam touches edges with as many statements as there are
// documents.

#include "store/view_rows.h"

#include <algorithm>
#include <unordered_map>

#include "corpus/near_copies.h"
#include "corpus/withdrawal.h"

namespace quanhe {
namespace {

Status status_of(SqlStatement& row, int column) {
  return static_cast<Status>(row.integer_within(column, 0, static_cast<int>(Status::kHappened)));
}

Standing standing_of(SqlStatement& row, int column) { return static_cast<Standing>(row.integer_within(column, 0, 2)); }

}  // namespace

ViewRows::ViewRows(Database& database, DocumentReader& reader, EdgeRows& edges)
    : reader_(reader),
      edges_(edges),
      group_of_(database.prepare("SELECT source_group FROM documents WHERE document = ?")),
      members_(database.prepare("SELECT document FROM documents WHERE source_group = ?")),
      occurrences_(database.prepare(
          "SELECT o.edge, o.status, o.confidence, o.standing FROM documents d JOIN occurrences o "
          "ON o.occurrence >= d.first_occurrence AND o.occurrence < d.first_occurrence + d.occurrence_count "
          "WHERE d.document = ?")),
      said_edges_(database.prepare(
          "SELECT o.said_edge FROM documents d JOIN occurrences o "
          "ON o.occurrence >= d.first_occurrence AND o.occurrence < d.first_occurrence + d.occurrence_count "
          "WHERE d.document = ? AND o.said_edge IS NOT NULL")),
      kin_(database.prepare(
          "SELECT DISTINCT d.source_group FROM near_copy_keys mine JOIN near_copy_keys theirs ON theirs.key = mine.key "
          "JOIN documents d ON d.document = theirs.document WHERE mine.document = ?1 AND theirs.document <> ?1")),
      set_standing_(database.prepare("UPDATE occurrences SET standing = ? WHERE occurrence = ?")),
      id_(database.prepare("SELECT id FROM documents WHERE document = ?")),
      keys_(database.prepare("SELECT key FROM near_copy_keys WHERE document = ?")),
      set_group_(database.prepare("UPDATE documents SET source_group = ?2 WHERE document = ?1 AND source_group <> ?2")),
      defaulted_at_(database.prepare(
          "SELECT DISTINCT o.document FROM edges e JOIN occurrences o ON o.edge = e.edge "
          "WHERE e.from_node = ? AND o.standing > 0")),
      witness_(database) {}

void ViewRows::loosen(DocumentKey group) {
  std::vector<DocumentKey> members;
  members_.bind(group);
  while (members_.next()) members.push_back(members_.integer(0));
  count_group(members, -1);
  loose_.insert(members.begin(), members.end());
}

void ViewRows::count_group(const std::vector<DocumentKey>& members, int by) {
  std::unordered_map<EdgeKey, SourceVoice> voices;
  for (const DocumentKey member : members) {
    occurrences_.bind(member);
    while (occurrences_.next()) {
      EdgeRow& edge = edges_.row(occurrences_.integer(0));
      if (standing_of(occurrences_, 3) == Standing::kWithdrawn || edge.ends.from == edge.ends.to) continue;
      const Status status = status_of(occurrences_, 1);
      edge.tally.count(status, by);
      voices[occurrences_.integer(0)].hear(status, static_cast<int>(occurrences_.integer_within(2, 1, 1000)));
    }
  }
  for (const auto& [edge, voice] : voices) edges_.row(edge).tally.count(voice, by);
}

void ViewRows::count_written(DocumentKey document, int by) {
  occurrences_.bind(document);
  while (occurrences_.next()) {
    if (standing_of(occurrences_, 3) != Standing::kWritten || !is_shown(status_of(occurrences_, 1))) continue;
    EdgeRow& edge = edges_.row(occurrences_.integer(0));
    if (edge.ends.from != edge.ends.to) edge.written += static_cast<std::uint32_t>(by);
  }
}

void ViewRows::leave(DocumentKey document) {
  if (!loose_.contains(document)) {
    if (const auto group = group_of_.find(document)) loosen(*group);
  }
  count_written(document, -1);
  said_edges_.bind(document);
  while (said_edges_.next()) edges_.row(said_edges_.integer(0));
  loose_.erase(document);
  entered_.erase(document);
}

void ViewRows::enter(DocumentKey document) {
  std::vector<DocumentKey> groups;
  kin_.bind(document);
  while (kin_.next()) groups.push_back(kin_.integer(0));
  for (const DocumentKey group : groups) {
    members_.bind(group);
    const bool is_loose = members_.next() && loose_.contains(members_.integer(0));
    members_.reset();
    if (!is_loose) loosen(group);
  }
  loose_.insert(document);
  entered_.insert(document);
  count_written(document, 1);
}

// The nodes from which a written statement starts that was not there before, or is there no more.
std::set<NodeKey> ViewRows::changed_witnesses() const {
  std::set<NodeKey> nodes;
  for (const auto& [key, edge] : edges_.rows()) {
    if ((edge.written > 0) != (edge.stored.written > 0)) nodes.insert(edge.ends.from);
  }
  return nodes;
}

void ViewRows::judge(DocumentKey document) {
  if (!reader_.has_defaults(document)) return;
  const StatementRows rows = reader_.statements_as_shown(document);
  const std::vector<bool> withdrawn = witness_.withdrawn(rows);
  for (std::size_t i = 0; i < rows.keys.size(); ++i) {
    if (withdrawn[i] == (rows.standings[i] == Standing::kWithdrawn)) continue;
    if (!loose_.contains(document)) loosen(group_of_.find(document).value_or(document));
    set_standing_.run(static_cast<int>(withdrawn[i] ? Standing::kWithdrawn : Standing::kDefaulted), rows.keys[i]);
  }
}

void ViewRows::group_loose() {
  std::vector<std::pair<std::string, DocumentKey>> by_id;
  for (const DocumentKey document : loose_) {
    if (id_.bind(document).next()) by_id.emplace_back(id_.text(0), document);
    id_.reset();
  }
  std::sort(by_id.begin(), by_id.end());
  std::vector<std::vector<std::uint64_t>> keys(by_id.size());
  for (std::size_t i = 0; i < by_id.size(); ++i) {
    keys_.bind(by_id[i].second);
    while (keys_.next()) keys[i].push_back(static_cast<std::uint64_t>(keys_.integer(0)));
  }
  const std::vector<std::uint32_t> groups = near_copy_groups(std::vector<NearCopyKeys>(keys.begin(), keys.end()));
  std::map<std::uint32_t, std::vector<DocumentKey>> members;
  for (std::size_t i = 0; i < by_id.size(); ++i) {
    set_group_.run(by_id[i].second, by_id[groups[i]].second);
    members[groups[i]].push_back(by_id[i].second);
  }
  for (const auto& [first, documents] : members) count_group(documents, 1);
  loose_.clear();
}

void ViewRows::refresh() {
  const std::set<NodeKey> changed = changed_witnesses();
  std::set<DocumentKey> to_judge = std::move(entered_);
  entered_.clear();
  edges_.write();
  for (const NodeKey node : changed) {
    defaulted_at_.bind(node);
    while (defaulted_at_.next()) to_judge.insert(defaulted_at_.integer(0));
  }
  for (const DocumentKey document : to_judge) judge(document);
  group_loose();
  edges_.write();
  edges_.remove_unused();
  edges_.forget();
}

StoredWitness::StoredWitness(Database& database)
    : same_(database.prepare(
          "SELECT 1 FROM edges WHERE from_node = (SELECT node FROM nodes WHERE id = ?1) "
          "AND relation = (SELECT relation FROM relation_types WHERE name = ?2) "
          "AND to_node = (SELECT node FROM nodes WHERE id = ?3) AND written_count > 0")),
      rival_(database.prepare(
          "SELECT 1 FROM edges e JOIN nodes n ON n.node = e.to_node "
          "WHERE e.from_node = (SELECT node FROM nodes WHERE id = ?1) "
          "AND e.relation = (SELECT relation FROM relation_types WHERE name = ?2) "
          "AND e.written_count > 0 AND n.type = ?3 LIMIT 1")) {}

std::vector<bool> StoredWitness::withdrawn(const StatementRows& document) {
  return withdrawn_of(document.facts, [&](const DocumentFacts& facts, const Statement& statement) {
    const Node& from = facts.nodes[statement.from];
    const Node& to = facts.nodes[statement.to];
    if (same_.find(from.id, statement.relation, to.id)) return Verdict::kConfirmed;
    return rival_.find(from.id, statement.relation, to.type) ? Verdict::kContradicted : Verdict::kNothing;
  });
}

}  // namespace quanhe
