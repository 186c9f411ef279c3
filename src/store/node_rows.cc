#include "store/node_rows.h"

#include <algorithm>

#include "text/fold.h"

namespace quanhe {
namespace {

// In the order of the rows, whose pages are then looked up once.
template <typename Counts>
auto in_order(const Counts& counts) {
  std::vector<std::pair<typename Counts::key_type, typename Counts::mapped_type>> ordered(counts.begin(), counts.end());
  std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return ordered;
}

}  // namespace

NodeRows::NodeRows(Database& database, bool holds_all)
    : database_(database),
      holds_all_(holds_all),
      find_nodes_(database.prepare("SELECT g.rowid, n.node FROM given(?) g CROSS JOIN nodes n ON n.id = g.v0")),
      added_nodes_(database, "nodes", 7),
      find_spelling_(database.prepare(
          "SELECT spelling FROM spellings WHERE node = ?1 AND said_of IS nullif(?2, ?1) AND name = ?3")),
      added_spellings_(database, "spellings", 7),
      count_node_(database.prepare(
          "UPDATE nodes SET own_document_count = own_document_count + ?2, document_count = document_count + ?3 "
          "WHERE node = ?1")),
      count_spelling_(
          database.prepare("UPDATE spellings SET document_count = document_count + ?2 WHERE spelling = ?1")),
      unused_spelling_(
          database.prepare("SELECT s.spelling FROM spellings s JOIN nodes n ON n.node = coalesce(s.said_of, s.node) "
                           "WHERE s.spelling = ? AND s.document_count = 0 AND s.name <> n.name")),
      unnamed_(database.prepare("SELECT id FROM nodes WHERE node = ? AND own_document_count = 0")),
      its_spellings_(database.prepare(
          "SELECT spelling FROM spellings WHERE node IN (?1, (SELECT merged_into FROM nodes WHERE node = ?1)) "
          "AND coalesce(said_of, node) = ?1")),
      remove_node_(database.prepare("DELETE FROM nodes WHERE node = ?")),
      search_(database, holds_all, "name_search", "spellings", "spelling", "folded") {
  SqlStatement last = database.prepare(
      "SELECT coalesce((SELECT max(node) FROM nodes), 0), coalesce((SELECT max(spelling) FROM spellings), 0)");
  if (last.next()) {
    last_node_ = last.integer(0);
    last_spelling_ = last.integer(1);
  }
  if (holds_all_) hold_all();
  hold_merged();
}

void NodeRows::hold_merged() {
  merged_.clear();
  SqlStatement node = database_.prepare("SELECT node, merged_into FROM nodes WHERE merged_into IS NOT NULL");
  while (node.next()) merged_.emplace(node.integer(0), node.integer(1));
}

void NodeRows::hold_all() {
  SqlStatement node = database_.prepare("SELECT node, id FROM nodes");
  while (node.next()) known_row(node.text(1)) = {node.integer(0), node.integer(0)};
  SqlStatement spelling = database_.prepare("SELECT spelling, node, name FROM spellings");
  while (spelling.next()) names_[spelling.integer(1)].emplace(spelling.text(2), spelling.integer(0));
}

// Lives until the next call.
NodeRow& NodeRows::known_row(std::string_view id) {
  const std::uint32_t number = ids_.add(id);
  if (number == nodes_.size()) nodes_.emplace_back();
  return nodes_[number];
}

void NodeRows::forget_keys() {
  ids_ = Interner();
  nodes_.clear();
  names_.clear();
  watched_changed_ = false;
  hold_merged();
}

std::vector<NodeRow> NodeRows::rows_of(const std::vector<Node>& nodes) {
  if (!holds_all_) look_up(nodes);
  std::vector<NodeRow> rows;
  rows.reserve(nodes.size());
  for (const Node& node : nodes) rows.push_back(row_of(node));
  return rows;
}

// Afterwards those that are there are known.
void NodeRows::look_up(const std::vector<Node>& nodes) {
  RowList asked(1);
  std::vector<const std::string*> ids;
  for (const Node& node : nodes) {
    if (known_row(node.id).key != 0) continue;
    asked.add(node.id);
    ids.push_back(&node.id);
  }
  if (asked.empty()) return;
  find_nodes_.bind(asked);
  while (find_nodes_.next()) {
    const NodeKey key = find_nodes_.integer(1);
    known_row(*ids[static_cast<std::size_t>(find_nodes_.integer(0))]) = {key, shown_of(key)};
  }
  find_nodes_.reset();
}

NodeRow NodeRows::row_of(const Node& node) {
  NodeRow& row = known_row(node.id);
  if (row.key != 0) return row;
  ++last_node_;
  row = {last_node_, last_node_};
  // In a first build the counts come last, and a row that grows leaves pages half empty. A 2 takes the byte of most
  // numbers.
  const int count = holds_all_ ? 2 : 0;
  added_nodes_.add(row.key, node.id, node.type, node.name, count, count, nullptr);
  add_spelling(row, node.name, true);
  watched_changed_ |= watched_.contains(node.id);
  return row;
}

SpellingKey NodeRows::add_spelling(const NodeRow& node, std::string_view name, bool canonical) {
  const std::optional<NodeKey> said_of = node.shown == node.key ? std::nullopt : std::optional(node.key);
  added_spellings_.add(++last_spelling_, node.shown, said_of, name, ascii_fold(name), canonical, 0);
  names_[node.key].emplace(name, last_spelling_);
  return last_spelling_;
}

SpellingKey NodeRows::spelling_of(const NodeRow& node, std::string_view name) {
  auto& names = names_[node.key];
  if (const auto known = names.find(std::string(name)); known != names.end()) return known->second;
  if (!holds_all_) {
    if (const auto stored = find_spelling_.find(node.shown, node.key, name)) {
      return names.emplace(name, *stored).first->second;
    }
  }
  return add_spelling(node, name, false);
}

void NodeRows::write_added() {
  added_nodes_.flush();
  added_spellings_.flush();
}

NodeKey NodeRows::shown_of(NodeKey node) const {
  const auto merged = merged_.find(node);
  return merged == merged_.end() ? node : merged->second;
}

void NodeRows::write_counts() {
  for (const auto& [node, by] : in_order(node_counts_)) {
    if (by.own != 0 || by.shown != 0) count_node_.run(node, by.own, by.shown);
  }
  for (const auto& [spelling, by] : in_order(spelling_counts_)) {
    if (by != 0) count_spelling_.run(spelling, by);
  }
  remove_unnamed();
  search_.write();
  node_counts_.clear();
  spelling_counts_.clear();
}

void NodeRows::remove_spellings(SqlStatement& select, NodeKey key) {
  select.bind(key);
  while (select.next()) search_.remove(select.integer(0), 1);
}

void NodeRows::remove_unnamed() {
  for (const auto& [key, by] : in_order(spelling_counts_)) {
    if (by <= 0) remove_spellings(unused_spelling_, key);
  }
  for (const auto& [key, by] : in_order(node_counts_)) {
    if (by.own > 0 || !unnamed_.bind(key).next()) continue;
    watched_changed_ |= watched_.contains(unnamed_.text(0));
    unnamed_.reset();
    remove_spellings(its_spellings_, key);
    // A shown node that others became part of stays until the ledger is replayed, which then is due.
    if (!watched_changed_) remove_node_.run(key);
  }
}

}  // namespace quanhe
