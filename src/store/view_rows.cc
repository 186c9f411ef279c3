// Problem: an edge's confidence counts independent sources, a source is a group of near-copies, and a default is
// withdrawn when another document contradicts it. One new document may change any of these, and a hub has a hundred
// thousand statements: nobody wants to read them again for one article a day.
//
// Idea: an edge holds counts from which all that it says as a whole follows (EdgeTally), and a group's part in them can
// be taken out and put in. While a batch of documents comes and goes, the groups that it touches are "loose": their
// part is taken out, once, and their documents stand alone. refresh() judges anew the defaults that the batch may have
// decided, makes groups of the loose documents and puts their part in again. Documents that share a key with a loose
// one are loose too, so new groups are made of loose documents only.
//
// Where it works: an article without near-copies costs its own statements, each one count in one row. Where it does
// not: a copy of what a thousand newspapers printed costs all thousand; so does a first written statement about a
// person of whom a thousand documents have defaults.
//
// Why not read the touched edges anew: an article about Việt Nam touches edges with as many statements as there are
// documents.

#include "store/view_rows.h"

#include <algorithm>
#include <unordered_map>

#include "corpus/near_copies.h"
#include "corpus/withdrawal.h"
#include "store/evidence_columns.h"

namespace quanhe {
namespace {

Standing standing_of(SqlStatement& row, int column) { return static_cast<Standing>(row.integer_within(column, 0, 2)); }

}  // namespace

ViewRows::ViewRows(Database& database, StatementNames& names, DocumentReader& reader, EdgeRows& edges)
    : database_(database),
      names_(names),
      reader_(reader),
      edges_(edges),
      group_of_(database.prepare("SELECT source_group FROM documents WHERE document = ?")),
      members_(database.prepare("SELECT document FROM documents WHERE source_group = ?")),
      read_claims_(database.prepare(
          "SELECT o.edge, coalesce(o.said_edge, 0), o.form, o.standing FROM documents d "
          "JOIN occurrences o ON o.occurrence >= d.first_occurrence "
          "AND o.occurrence < d.first_occurrence + d.occurrence_count WHERE d.document = ?")),
      groups_of_key_(
          database.prepare("SELECT d.document, d.source_group FROM near_copy_keys k JOIN documents d USING (document) "
                           "WHERE k.key = ?")),
      set_standing_(database.prepare("UPDATE occurrences SET standing = ? WHERE occurrence = ?")),
      grouping_(database.prepare("SELECT id, source_group, near_copy_keys FROM documents WHERE document = ?")),
      set_group_(database.prepare("UPDATE documents SET source_group = ?2 WHERE document = ?1")),
      any_default_(database.prepare("SELECT edge FROM occurrences WHERE standing > 0 LIMIT 1")),
      defaulted_at_(database.prepare("SELECT o.document FROM edges e JOIN occurrences o ON o.edge = e.edge "
                                     "WHERE e.from_node = ? AND o.standing > 0")),
      witness_(database) {}

// Lives until the document leaves or is judged.
const Claims& ViewRows::claims_of(DocumentKey document) {
  const auto [found, is_unknown] = claims_.try_emplace(document);
  if (!is_unknown) return found->second;
  SqlStatement& row = read_claims_.bind(document);
  while (row.next()) {
    const StatementForm& form = names_.forms.of(row.integer(2));
    found->second.push_back({row.integer(0), row.integer(1), form.status, form.confidence, standing_of(row, 3)});
  }
  edges_.read(found->second);
  return found->second;
}

bool ViewRows::has_defaults(DocumentKey document) {
  const Claims& claims = claims_of(document);
  return std::any_of(claims.begin(), claims.end(),
                     [](const StoredClaim& claim) { return claim.standing != Standing::kWritten; });
}

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
    for (const StoredClaim& claim : claims_of(member)) {
      EdgeRow& edge = edges_.row(claim.edge);
      if (claim.standing == Standing::kWithdrawn || edge.ends.from == edge.ends.to) continue;
      edge.tally.count(claim.status, by);
      voices[claim.edge].hear(claim.status, claim.confidence);
    }
  }
  for (const auto& [edge, voice] : voices) edges_.row(edge).tally.count(voice, by);
}

void ViewRows::count_written(DocumentKey document, int by) {
  for (const StoredClaim& claim : claims_of(document)) {
    if (claim.standing != Standing::kWritten || !is_shown(claim.status)) continue;
    EdgeRow& edge = edges_.row(claim.edge);
    if (edge.ends.from != edge.ends.to) edge.written += static_cast<std::uint32_t>(by);
  }
}

void ViewRows::leave(DocumentKey document) {
  if (!loose_.contains(document)) {
    if (const auto group = group_of_.find(document)) loosen(*group);
  }
  count_written(document, -1);
  // Read, so that they go with their last statement.
  for (const StoredClaim& claim : claims_of(document)) {
    if (claim.said_edge != 0) edges_.row(claim.said_edge);
  }
  loose_.erase(document);
  entered_.erase(document);
  claims_.erase(document);
}

void ViewRows::enter(DocumentKey document, const std::vector<std::uint64_t>& near_copy_keys, Claims claims) {
  std::set<DocumentKey> groups;
  for (const std::uint64_t key : near_copy_keys) {
    groups_of_key_.bind(static_cast<std::int64_t>(key));
    while (groups_of_key_.next()) {
      if (groups_of_key_.integer(0) != document) groups.insert(groups_of_key_.integer(1));
    }
  }
  for (const DocumentKey group : groups) {
    members_.bind(group);
    const bool is_loose = members_.next() && loose_.contains(members_.integer(0));
    members_.reset();
    if (!is_loose) loosen(group);
  }
  edges_.read(claims);
  claims_.insert_or_assign(document, std::move(claims));
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
  const DefaultedRows rows = reader_.defaulted_statements(document);
  const std::vector<bool> withdrawn = witness_.withdrawn(rows);
  for (std::size_t i = 0; i < rows.keys.size(); ++i) {
    if (withdrawn[i] == (rows.standings[i] == Standing::kWithdrawn)) continue;
    if (!loose_.contains(document)) loosen(group_of_.find(document).value_or(document));
    set_standing_.run(static_cast<int>(withdrawn[i] ? Standing::kWithdrawn : Standing::kDefaulted), rows.keys[i]);
  }
  claims_.erase(document);
}

void ViewRows::group_loose() {
  struct Loose {
    std::string id;
    DocumentKey document = 0;
    DocumentKey group = 0;
    std::vector<std::uint64_t> keys;
  };
  std::vector<Loose> by_id;
  for (const DocumentKey document : loose_) {
    SqlStatement& row = grouping_.bind(document);
    if (row.next()) by_id.push_back({row.text(0), document, row.integer(1), parse_keys(database_, row.bytes(2))});
    row.reset();
  }
  std::sort(by_id.begin(), by_id.end(), [](const Loose& a, const Loose& b) { return a.id < b.id; });
  std::vector<NearCopyKeys> keys;
  for (const Loose& loose : by_id) keys.push_back(loose.keys);
  const std::vector<std::uint32_t> groups = near_copy_groups(keys);
  std::map<std::uint32_t, std::vector<DocumentKey>> members;
  for (std::size_t i = 0; i < by_id.size(); ++i) {
    const DocumentKey group = by_id[groups[i]].document;
    if (by_id[i].group != group) set_group_.run(by_id[i].document, group);
    members[groups[i]].push_back(by_id[i].document);
  }
  for (const auto& [first, documents] : members) count_group(documents, 1);
  loose_.clear();
}

// The documents whose defaults the batch may have decided, and those that came with some.
std::set<DocumentKey> ViewRows::to_judge() {
  std::set<DocumentKey> documents;
  for (const DocumentKey document : entered_) {
    if (has_defaults(document)) documents.insert(document);
  }
  // Most files have no defaults, and where some have, their nodes are few.
  if (any_default_.find()) {
    for (const NodeKey node : changed_witnesses()) {
      defaulted_at_.bind(node);
      while (defaulted_at_.next()) documents.insert(defaulted_at_.integer(0));
    }
  }
  return documents;
}

void ViewRows::refresh() {
  const std::set<DocumentKey> defaulted = to_judge();
  // What judges asks the tables.
  if (!defaulted.empty()) edges_.write();
  for (const DocumentKey document : defaulted) judge(document);
  group_loose();
  edges_.remove_unused();
  edges_.write();
  edges_.forget();
  entered_.clear();
  claims_.clear();
}

StoredWitness::StoredWitness(Database& database)
    : same_(database.prepare("SELECT 1 FROM edges WHERE edge = ? AND written_count > 0")),
      rival_(database.prepare("SELECT 1 FROM edges said CROSS JOIN edges rival JOIN nodes a ON a.node = said.to_node "
                              "JOIN nodes b ON b.node = rival.to_node WHERE said.edge = ? "
                              "AND rival.from_node = said.from_node AND rival.relation = said.relation "
                              "AND rival.written_count > 0 AND a.type = b.type LIMIT 1")) {}

std::vector<bool> StoredWitness::withdrawn(const DefaultedRows& document) {
  return withdrawn_of(document.statements, [&](std::size_t statement) {
    const EdgeKey edge = document.edges[statement];
    if (same_.find(edge)) return Verdict::kConfirmed;
    return rival_.find(edge) ? Verdict::kContradicted : Verdict::kNothing;
  });
}

}  // namespace quanhe
