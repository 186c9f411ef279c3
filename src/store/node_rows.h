#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/interner.h"
#include "base/keyed_hash.h"
#include "facts/facts.h"
#include "store/database.h"
#include "store/keys.h"
#include "store/search_rows.h"

namespace quanhe {

struct NodeRow {
  NodeKey key = 0;
  NodeKey shown = 0;  // the node that it became part of, or itself
};

// The tables nodes, spellings and name_search while documents come and go. Failures stick in the database.
class NodeRows {
 public:
  // `holds_all`: the file has no index yet, so all keys are held in memory from the start; otherwise they are looked
  // up.
  NodeRows(Database& database, bool holds_all);

  // Adds what is new, with write_added() at the latest.
  std::vector<NodeRow> rows_of(const std::vector<Node>& nodes);
  SpellingKey spelling_of(const NodeRow& node, std::string_view name);
  void write_added();

  // The node that it became part of, or itself.
  NodeKey shown_of(NodeKey node) const;

  // Documents that name a node, a shown node or a spelling become so many more.
  void count_own(NodeKey node, int by) { node_counts_[node].own += by; }
  void count_shown(NodeKey node, int by) { node_counts_[node].shown += by; }
  void count_spelling(SpellingKey spelling, int by) { spelling_counts_[spelling] += by; }

  // Writes the counts, and removes what no document names any more. Afterwards the names are found by their words; a
  // first build does all this in the end (rebuild_view, fill_search).
  void write_counts();

  // Whether one of the watched nodes came or went: the ledger of merges tells of them.
  void watch(KeyedSet<std::string> ids) { watched_ = std::move(ids); }
  bool watched_changed() const { return watched_changed_; }

  // What was looked up may have changed behind this object's back.
  void forget_keys();

 private:
  struct Counts {
    int own = 0;
    int shown = 0;
  };

  void hold_all();
  void hold_merged();
  NodeRow& known_row(std::string_view id);
  void look_up(const std::vector<Node>& nodes);
  NodeRow row_of(const Node& node);
  SpellingKey add_spelling(const NodeRow& node, std::string_view name, bool canonical);
  void remove_spellings(SqlStatement& select, NodeKey key);
  void remove_unnamed();

  Database& database_;
  bool holds_all_;
  NodeKey last_node_ = 0;
  SpellingKey last_spelling_ = 0;
  Interner ids_;
  std::vector<NodeRow> nodes_;  // of ids_; key 0: not looked up yet
  std::unordered_map<NodeKey, KeyedMap<std::string, SpellingKey>> names_;
  std::unordered_map<NodeKey, NodeKey> merged_;  // for each that became part of another, that one
  std::unordered_map<NodeKey, Counts> node_counts_;
  std::unordered_map<SpellingKey, int> spelling_counts_;
  KeyedSet<std::string> watched_;
  bool watched_changed_ = false;

  SqlStatement find_nodes_;
  RowInserter added_nodes_;
  SqlStatement find_spelling_;
  RowInserter added_spellings_;
  SqlStatement count_node_;
  SqlStatement count_spelling_;
  SqlStatement unused_spelling_;
  SqlStatement unnamed_;
  SqlStatement its_spellings_;
  SqlStatement remove_node_;
  SearchRows search_;
};

}  // namespace quanhe
