#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "corpus/identity.h"
#include "corpus/near_copies.h"
#include "store/edge_tallies.h"
#include "store/evidence_columns.h"
#include "store/ontology_tables.h"
#include "store/view_rows.h"

namespace quanhe {
namespace {

// The rows that ledgers changed say again what the documents say.
void undo_merges(Database& database) {
  database.execute(
      "UPDATE occurrences SET edge = said_edge, said_edge = NULL WHERE said_edge IS NOT NULL;"
      "UPDATE nodes SET merged_into = NULL WHERE merged_into IS NOT NULL;"
      "UPDATE spellings SET node = said_of, said_of = NULL, "
      "is_canonical = name = (SELECT n.name FROM nodes n WHERE n.node = said_of) WHERE said_of IS NOT NULL");
}

// How many documents name each node and each spelling, by themselves; for each document the nodes that it names.
struct OwnNames {
  std::unordered_map<NodeKey, std::uint32_t> nodes;
  std::unordered_map<SpellingKey, std::uint32_t> spellings;
  std::vector<std::vector<NodeKey>> lists;
};

OwnNames count_own_names(Database& database) {
  OwnNames names;
  SqlStatement row = database.prepare("SELECT nodes FROM documents");
  while (row.next()) {
    std::vector<NodeKey>& list = names.lists.emplace_back();
    for (const ListedNode& node : parse_nodes(database, row.bytes(0))) {
      list.push_back(node.key);
      ++names.nodes[node.key];
      for (const SpellingKey spelling : node.spellings) ++names.spellings[spelling];
    }
  }
  return names;
}

// Removes what no document names, and counts the spellings that stay.
void write_names(Database& database, const OwnNames& names) {
  const auto count_of = [](const auto& counts, std::int64_t key) {
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
  };
  std::vector<SpellingKey> gone;
  std::vector<std::pair<SpellingKey, std::uint32_t>> changed;
  SqlStatement row = database.prepare("SELECT spelling, node, is_canonical, document_count FROM spellings");
  while (row.next()) {
    const std::uint32_t count = count_of(names.spellings, row.integer(0));
    const bool is_named = names.nodes.contains(row.integer(1)) && (count > 0 || row.integer(2) != 0);
    if (!is_named) gone.push_back(row.integer(0));
    if (is_named && row.integer(3) != count) changed.emplace_back(row.integer(0), count);
  }
  SqlStatement update = database.prepare("UPDATE spellings SET document_count = ?2 WHERE spelling = ?1");
  for (const auto& [spelling, count] : changed) update.run(spelling, count);
  SqlStatement unindex = database.prepare(
      "INSERT INTO name_search (name_search, rowid, folded) "
      "SELECT 'delete', spelling, folded FROM spellings WHERE spelling = ?");
  SqlStatement remove = database.prepare("DELETE FROM spellings WHERE spelling = ?");
  for (const SpellingKey spelling : gone) {
    unindex.run(spelling);
    remove.run(spelling);
  }
  std::vector<NodeKey> unnamed;
  SqlStatement node = database.prepare("SELECT node FROM nodes");
  while (node.next()) {
    if (!names.nodes.contains(node.integer(0))) unnamed.push_back(node.integer(0));
  }
  SqlStatement remove_node = database.prepare("DELETE FROM nodes WHERE node = ?");
  for (const NodeKey key : unnamed) remove_node.run(key);
}

class Merging {
 public:
  Merging(Database& database, const Ontology& ontology, const std::vector<MergeLine>& lines)
      : database_(database),
        ontology_(ontology),
        relation_names_(read_relation_names(database)),
        edges_(database, false) {
    SqlStatement node = database.prepare("SELECT node FROM nodes WHERE id = ?");
    const MergedIds ids = merged_ids(lines, [&](const std::string& id) { return node.find(id).has_value(); });
    for (const auto& [id, shown] : ids) keys_[node.find(id).value_or(0)] = node.find(shown).value_or(0);
  }

  NodeKey shown(NodeKey node) const {
    const auto found = keys_.find(node);
    return found == keys_.end() ? node : found->second;
  }

  void apply() {
    SqlStatement node = database_.prepare("UPDATE nodes SET merged_into = ?2, document_count = 0 WHERE node = ?1");
    SqlStatement spelling = database_.prepare(
        "UPDATE spellings SET said_of = node, node = ?2, is_canonical = 0 WHERE node = ?1 AND said_of IS NULL");
    SqlStatement edges =
        database_.prepare("SELECT edge, from_node, relation, to_node FROM edges WHERE from_node = ?1 OR to_node = ?1");
    std::map<EdgeKey, EdgeEnds> said;
    for (const auto& [merged, shown] : keys_) {
      node.run(merged, shown);
      spelling.run(merged, shown);
      edges.bind(merged);
      while (edges.next()) said[edges.integer(0)] = {edges.integer(1), edges.integer(2), edges.integer(3)};
    }
    SqlStatement move = database_.prepare("UPDATE occurrences SET said_edge = edge, edge = ?2 WHERE edge = ?1");
    for (const auto& [edge, ends] : said) move.run(edge, edges_.key_of(as_shown(ends), {}));
    edges_.write();
  }

 private:
  EdgeEnds as_shown(const EdgeEnds& said) {
    const Relation* relation = ontology_.find_relation(relation_names_[said.relation]);
    return in_order(database_, {shown(said.from), said.relation, shown(said.to)}, relation);
  }

  Database& database_;
  const Ontology& ontology_;
  std::map<RelationKey, std::string> relation_names_;
  EdgeRows edges_;
  std::map<NodeKey, NodeKey> keys_;
};

// How many documents name each node, by itself and with what became part of it.
void count_nodes(Database& database, const OwnNames& names, const Merging& merging) {
  std::unordered_map<NodeKey, std::uint32_t> shown;
  for (std::vector<NodeKey> list : names.lists) {
    for (NodeKey& node : list) node = merging.shown(node);
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    for (const NodeKey node : list) ++shown[node];
  }
  SqlStatement update = database.prepare(
      "UPDATE nodes SET own_document_count = ?2, document_count = ?3 WHERE node = ?1 "
      "AND (own_document_count <> ?2 OR document_count <> ?3)");
  for (const auto& [node, count] : names.nodes) update.run(node, count, shown.contains(node) ? shown.at(node) : 0);
}

void judge_defaults(Database& database, DocumentReader& reader) {
  std::vector<DocumentKey> defaulted;
  SqlStatement row = database.prepare("SELECT DISTINCT document FROM occurrences WHERE standing = 1");
  while (row.next()) defaulted.push_back(row.integer(0));
  StoredWitness witness(database);
  SqlStatement withdraw = database.prepare("UPDATE occurrences SET standing = 2 WHERE occurrence = ?");
  for (const DocumentKey document : defaulted) {
    const DefaultedRows rows = reader.defaulted_statements(document);
    const std::vector<bool> withdrawn = witness.withdrawn(rows);
    for (std::size_t i = 0; i < rows.keys.size(); ++i) {
      if (withdrawn[i]) withdraw.run(rows.keys[i]);
    }
  }
}

// For each document its group.
SourceGroups group_documents(Database& database) {
  std::vector<DocumentKey> documents;
  std::unordered_map<DocumentKey, std::size_t> place;
  std::vector<DocumentKey> groups_before;
  SqlStatement document = database.prepare("SELECT document, source_group FROM documents ORDER BY id");
  while (document.next()) {
    place.emplace(document.integer(0), documents.size());
    documents.push_back(document.integer(0));
    groups_before.push_back(document.integer(1));
  }
  std::vector<std::vector<std::uint64_t>> keys(documents.size());
  SqlStatement key = database.prepare("SELECT document, key FROM near_copy_keys");
  while (key.next()) {
    const auto found = place.find(key.integer(0));
    if (found != place.end()) keys[found->second].push_back(static_cast<std::uint64_t>(key.integer(1)));
  }
  const std::vector<std::uint32_t> groups = near_copy_groups(std::vector<NearCopyKeys>(keys.begin(), keys.end()));
  SourceGroups group_of;
  SqlStatement update = database.prepare("UPDATE documents SET source_group = ?2 WHERE document = ?1");
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const DocumentKey group = documents[groups[i]];
    group_of.emplace(documents[i], group);
    if (groups_before[i] != group) update.run(documents[i], group);
  }
  return group_of;
}

}  // namespace

void rebuild_view(Database& database, DocumentReader& reader, const Ontology& ontology, const Ledgers& ledgers) {
  undo_merges(database);
  const OwnNames names = count_own_names(database);
  write_names(database, names);
  Merging merging(database, ontology, ledgers.merges);
  merging.apply();
  count_nodes(database, names, merging);
  const SourceGroups groups = group_documents(database);
  database.execute("UPDATE occurrences SET standing = 1 WHERE standing = 2");
  EdgeTallies tallies(database, groups);
  if (tallies.has_defaults()) {
    tallies.write();
    judge_defaults(database, reader);
    EdgeTallies(database, groups).write();
  } else {
    tallies.write();
  }
  judge_edges(database, ontology, ledgers.judgements);
}

void judge_edges(Database& database, const Ontology& ontology, const std::vector<JudgementLine>& lines) {
  MergedIds merged;
  SqlStatement shown = database.prepare("SELECT n.id, s.id FROM nodes n JOIN nodes s ON s.node = n.merged_into");
  while (shown.next()) merged.emplace(shown.text(0), shown.text(1));
  database.execute("UPDATE edges SET judgement = 0, because = NULL WHERE judgement > 0");
  SqlStatement update = database.prepare(
      "UPDATE edges SET judgement = ?4, because = ?5 WHERE from_node = (SELECT node FROM nodes WHERE id = ?1) "
      "AND relation = (SELECT relation FROM relation_types WHERE name = ?2) "
      "AND to_node = (SELECT node FROM nodes WHERE id = ?3)");
  for (const auto& [name, judged] : judged_edges(lines, merged, ontology)) {
    const auto& [from, relation, to] = name;
    update.run(from, relation, to, static_cast<int>(judged.judgement), judged.because);
  }
}

}  // namespace quanhe
