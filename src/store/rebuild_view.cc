#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "corpus/edge_sum.h"
#include "corpus/identity.h"
#include "corpus/near_copies.h"
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

// For each document the nodes that it names.
using NodeLists = std::vector<std::vector<NodeKey>>;

// own_document_count and the counts of spellings; what no document names goes.
NodeLists count_own_names(Database& database) {
  std::unordered_map<NodeKey, std::uint32_t> nodes;
  std::unordered_map<SpellingKey, std::uint32_t> spellings;
  NodeLists lists;
  SqlStatement row = database.prepare("SELECT nodes FROM documents");
  while (row.next()) {
    std::vector<NodeKey>& list = lists.emplace_back();
    for (const std::vector<std::int64_t>& numbers : parse_node_list(database, row.text(0))) {
      list.push_back(numbers.front());
      ++nodes[numbers.front()];
      for (std::size_t i = 1; i < numbers.size(); ++i) ++spellings[numbers[i]];
    }
  }
  database.execute("UPDATE nodes SET own_document_count = 0; UPDATE spellings SET document_count = 0");
  SqlStatement node = database.prepare("UPDATE nodes SET own_document_count = ?2 WHERE node = ?1");
  for (const auto& [key, count] : nodes) node.run(key, count);
  SqlStatement spelling = database.prepare("UPDATE spellings SET document_count = ?2 WHERE spelling = ?1");
  for (const auto& [key, count] : spellings) spelling.run(key, count);
  database.execute(
      "INSERT INTO name_search (name_search, rowid, folded) SELECT 'delete', spelling, folded FROM spellings "
      "WHERE (document_count = 0 AND NOT is_canonical) "
      "OR node IN (SELECT node FROM nodes WHERE own_document_count = 0);"
      "DELETE FROM spellings WHERE (document_count = 0 AND NOT is_canonical) "
      "OR node IN (SELECT node FROM nodes WHERE own_document_count = 0);"
      "DELETE FROM nodes WHERE own_document_count = 0");
  return lists;
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
    for (const auto& [edge, ends] : said) move.run(edge, edges_.key_of(as_shown(ends)));
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

void count_shown_nodes(Database& database, const NodeLists& lists, const Merging& merging) {
  std::unordered_map<NodeKey, std::uint32_t> counts;
  for (std::vector<NodeKey> list : lists) {
    for (NodeKey& node : list) node = merging.shown(node);
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    for (const NodeKey node : list) ++counts[node];
  }
  SqlStatement update = database.prepare("UPDATE nodes SET document_count = ?2 WHERE node = ?1");
  for (const auto& [node, count] : counts) update.run(node, count);
}

void count_written(Database& database) {
  database.execute(
      "UPDATE edges SET written_count = (SELECT count(*) FROM occurrences o WHERE o.edge = edges.edge "
      "AND o.standing = 0 AND o.status IN (SELECT status FROM statuses WHERE is_shown)) WHERE from_node <> to_node");
}

void judge_defaults(Database& database, DocumentReader& reader) {
  database.execute("UPDATE occurrences SET standing = 1 WHERE standing = 2");
  std::vector<DocumentKey> defaulted;
  SqlStatement row = database.prepare("SELECT DISTINCT document FROM occurrences WHERE standing = 1");
  while (row.next()) defaulted.push_back(row.integer(0));
  StoredWitness witness(database);
  SqlStatement withdraw = database.prepare("UPDATE occurrences SET standing = 2 WHERE occurrence = ?");
  for (const DocumentKey document : defaulted) {
    const StatementRows rows = reader.statements_as_shown(document);
    const std::vector<bool> withdrawn = witness.withdrawn(rows);
    for (std::size_t i = 0; i < rows.keys.size(); ++i) {
      if (withdrawn[i]) withdraw.run(rows.keys[i]);
    }
  }
}

// For each document its group.
std::unordered_map<DocumentKey, DocumentKey> group_documents(Database& database) {
  std::vector<DocumentKey> documents;
  std::unordered_map<DocumentKey, std::size_t> place;
  SqlStatement document = database.prepare("SELECT document FROM documents ORDER BY id");
  while (document.next()) {
    place.emplace(document.integer(0), documents.size());
    documents.push_back(document.integer(0));
  }
  std::vector<std::vector<std::uint64_t>> keys(documents.size());
  SqlStatement key = database.prepare("SELECT document, key FROM near_copy_keys");
  while (key.next()) {
    const auto found = place.find(key.integer(0));
    if (found != place.end()) keys[found->second].push_back(static_cast<std::uint64_t>(key.integer(1)));
  }
  const std::vector<std::uint32_t> groups = near_copy_groups(std::vector<NearCopyKeys>(keys.begin(), keys.end()));
  std::unordered_map<DocumentKey, DocumentKey> group_of;
  SqlStatement update =
      database.prepare("UPDATE documents SET source_group = ?2 WHERE document = ?1 AND source_group <> ?2");
  for (std::size_t i = 0; i < documents.size(); ++i) {
    group_of.emplace(documents[i], documents[groups[i]]);
    update.run(documents[i], documents[groups[i]]);
  }
  return group_of;
}

// Edge by edge, in the order of an index that holds all that is counted.
void tally_edges(Database& database, const std::unordered_map<DocumentKey, DocumentKey>& group_of) {
  database.execute(
      "UPDATE edges SET statement_count = 0, status = 0, confidence = 0, source_count = 0, denied = 0, requested = 0, "
      "planned = 0, reported = 0, happened = 0, shown_sources = '', hidden_sources = '' WHERE statement_count > 0");
  SqlStatement update = database.prepare(kUpdateTally);
  SqlStatement row = database.prepare(
      "SELECT o.edge, o.document, o.status, o.confidence, e.written_count FROM edges e JOIN occurrences o "
      "ON o.edge = e.edge WHERE o.standing < 2 AND e.from_node <> e.to_node ORDER BY e.edge");
  EdgeKey edge = 0;
  std::uint32_t written = 0;
  EdgeSum sum;
  const auto finish = [&] {
    if (edge != 0) run_update(update, edge, sum.tally(), written);
    sum = {};
  };
  while (row.next()) {
    if (row.integer(0) != edge) finish();
    edge = row.integer(0);
    written = static_cast<std::uint32_t>(row.integer_within(4, 0, UINT32_MAX));
    const auto status = static_cast<Status>(row.integer_within(2, 0, static_cast<int>(Status::kHappened)));
    const auto group = group_of.find(row.integer(1));
    sum.add(status, group == group_of.end() ? row.integer(1) : group->second,
            static_cast<int>(row.integer_within(3, 1, 1000)));
  }
  finish();
}

}  // namespace

void rebuild_view(Database& database, DocumentReader& reader, const Ontology& ontology, const Ledgers& ledgers) {
  undo_merges(database);
  const NodeLists lists = count_own_names(database);
  Merging merging(database, ontology, ledgers.merges);
  merging.apply();
  count_shown_nodes(database, lists, merging);
  database.execute(
      "DELETE FROM edges WHERE NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.edge = edges.edge) "
      "AND NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.said_edge = edges.edge)");
  count_written(database);
  judge_defaults(database, reader);
  tally_edges(database, group_documents(database));
  judge_edges(database, ontology, ledgers.judgements);
}

void judge_edges(Database& database, const Ontology& ontology, const std::vector<JudgementLine>& lines) {
  MergedIds merged;
  SqlStatement shown =
      database.prepare("SELECT n.id, s.id FROM nodes n JOIN nodes s ON s.node = n.merged_into");
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
